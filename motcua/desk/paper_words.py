"""How the register of issued papers calls a paper's state, what may be done to it, and a look at it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.common import words
from motcua.documents.models import IssuedPaper, PaperState
from motcua.dossiers import actions
from motcua.dossiers.models import Look, LookKind
from motcua.dossiers.queries import IssuedPage


@dataclass(frozen=True)
class Told:
    """A state in words, with the number of the tag that has its shape and colour."""

    state: PaperState
    word: Promise
    tag: int


STATES = {
    "con-gia-tri": Told(PaperState.VALID, gettext_lazy("Còn giá trị"), 10),
    "da-duoc-thay": Told(PaperState.SUPERSEDED, gettext_lazy("Đã được thay"), 8),
    "da-thu-hoi": Told(PaperState.REVOKED, gettext_lazy("Đã thu hồi"), 3),
    "cho-ky": Told(PaperState.OWED, gettext_lazy("Chờ ký"), 1),
}
"""The word of the address, and the state that it means."""


def state_of(paper: IssuedPaper) -> Told:
    """The state; what is drawn and waits for a signature by hand waits too."""
    waits = paper.state is PaperState.VALID and not paper.is_signed
    state = PaperState.OWED if waits else paper.state
    return next(told for told in STATES.values() if told.state is state)


def since(paper: IssuedPaper) -> str:
    """Since when it is so, in a sentence without its end."""
    told = state_of(paper)
    if told.state is PaperState.OWED:
        if paper.file_id:
            return _("chờ người có thẩm quyền ký tay")
        return paper.waits_for or _("đang vẽ, xem lại sau vài giây")
    moment = paper.revoked_at or paper.superseded_at or paper.issued_at
    return _("từ %(moment)s") % {"moment": words.moment(moment)} if moment else ""


def looked(look: Look) -> str:
    """What somebody did: fetched the file, looked at the paper's page, or checked it in public."""
    if look.kind == LookKind.FILE_FETCHED:
        return _("tải tệp")
    return _("xem giấy") if look.kind == LookKind.OFFICER_READ else _("kiểm tra giấy bằng mã QR")


@dataclass(frozen=True)
class PaperDeed:
    """What an officer does to a paper: its words, the verb, and whether it is open on a page."""

    title: Promise
    label: Promise
    done: Promise
    warning: Promise
    out: bool
    carry_out: Callable[..., Any]
    open_on: Callable[[IssuedPage], bool]


def _may_revoke(page: IssuedPage) -> bool:
    return page.may_revoke


def _may_replace(page: IssuedPage) -> bool:
    return page.may_replace and not page.hindrance


DEEDS = {
    "thu-hoi": PaperDeed(
        gettext_lazy("Thu hồi giấy"),
        gettext_lazy("Thu hồi giấy"),
        gettext_lazy("Đã thu hồi giấy"),
        gettext_lazy("Từ lúc bấm, ai quét mã cũng thấy giấy không còn giá trị. Việc này không đảo lại được."),
        out=True,
        carry_out=actions.revoke_paper,
        open_on=_may_revoke,
    ),
    "phat-hanh-lai": PaperDeed(
        gettext_lazy("Phát hành lại giấy"),
        gettext_lazy("Phát hành lại"),
        gettext_lazy("Đã cấp số cho giấy mới, người nộp được báo"),
        gettext_lazy(
            "Giấy mới lấy theo hồ sơ lúc này và ghi thay cho giấy cũ. Giấy cũ giữ giá trị đến khi ký giấy mới."
        ),
        out=False,
        carry_out=actions.replace_paper,
        open_on=_may_replace,
    ),
}
"""By the word of the address."""
