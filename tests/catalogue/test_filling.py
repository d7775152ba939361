"""Which form is filled in, and whether it is printed."""

import pytest

from motcua.catalogue import content, filling
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import VersionPage, current_version

from .making import NOON, channel, form, said

pytestmark = pytest.mark.django_db


def published(**changes: object) -> VersionPage:
    publish("1.000001", said(**changes), origin="imported", at=NOON)
    page = current_version("1.000001")
    assert page is not None
    return page


def test_a_version_without_a_form_is_filled_in_on_the_newest_general_application() -> None:
    form(number=1)
    newest = form(number=2)
    own = form("to-khai-rieng")

    assert filling.form_of(published()) == newest.pk
    assert filling.form_of(published(form_id=own.pk)) == own.pk


@pytest.mark.parametrize(
    ("level", "online", "printed"), [(1, False, False), (2, False, True), (3, False, True), (3, True, False)]
)
def test_what_takes_nothing_on_line_is_printed_from_level_two(level: int, online: bool, printed: bool) -> None:
    form()

    page = published(level=level, files_online=online)

    assert filling.is_printed(page) is printed
    assert filling.way_of(page) == ("online" if online else "counter")


def test_without_any_form_nothing_is_printed() -> None:
    page = published(level=2, files_online=False)

    assert filling.form_of(page) is None
    assert not filling.is_printed(page)


def test_where_the_counter_says_nothing_the_post_speaks_for_paper() -> None:
    by_post = channel("post", 5)
    [case] = published(cases=(content.Case(channels=(by_post,)),)).cases

    assert filling.row_of(case, "counter") == case.channel("post")
    assert filling.row_of(case, "online") is None
