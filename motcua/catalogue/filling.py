"""Which form a procedure is filled in on, and where its dossiers are handed in."""

from uuid import UUID

from motcua.common.kept import kept_for
from motcua.eforms.models import FormVersion

from .forms import GENERAL
from .models import Channel
from .pages import CasePage, ChannelPage, VersionPage

SECONDS = 60


@kept_for(SECONDS)
def general() -> UUID | None:
    """The newest general application; None before any form was loaded."""
    return FormVersion.objects.filter(code=GENERAL).order_by("-number").values_list("pk", flat=True).first()


def form_of(page: VersionPage) -> UUID | None:
    """The form of a version: its own, else the general application."""
    return page.form_version_id or general()


def is_printed(page: VersionPage) -> bool:
    """Whether one may fill it in here and has to print it: level 2, and what the sources disagree about."""
    return page.level > 1 and not page.files_online and form_of(page) is not None


def way_of(page: VersionPage) -> Channel:
    """How a citizen's draft of this version reaches the office: on line, or on paper over the counter."""
    return Channel.ONLINE if page.files_online else Channel.COUNTER


def row_of(case: CasePage, way: str) -> ChannelPage | None:
    """What the case says of a way of handing in; of paper what the counter says, else the post."""
    found = case.channel(way)
    return case.channel(Channel.POST) if found is None and way == Channel.COUNTER else found
