"""The traps catch what they are set for; a trap that never springs is decoration."""

import socket
import warnings
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from motcua.accounts.models import Account, Verification
from motcua.agencies.models import AdministrativeUnit, Agency
from motcua.dossiers import looks
from motcua.dossiers.models import Look, LookKind
from tests.tripwires import pages
from tests.tripwires.reading import AGetWrote, ReadOnlyGets
from tests.world import MONDAY, World

GOOD = '<html lang="vi"><head><title>Trang</title></head><body><h1>Chào</h1>{}</body></html>'


@pytest.mark.parametrize(
    ("part", "finding"),
    [
        ("<script>alert(1)</script>", "an inline <script>"),
        ("<style>p{}</style>", "an inline <style>"),
        ('<p style="color:red">Đỏ</p>', "inline code in style="),
        ('<a onclick="x()">Bấm</a>', "inline code in onclick="),
        ('<a href="javascript:x()">Bấm</a>', "inline code in href="),
        ('<form method="post"><p>Gửi</p></form>', "a form that posts without a CSRF token"),
        ('<p id="a">Một</p><p id="a">Hai</p>', "the id 'a' twice"),
        ("<h1>Hai</h1>", "2 first-level headings"),
        ("<p>{{ tên }}</p>", "left over: {{"),
        ("<p>%(name)s</p>", "left over: %(name)s"),
        ("<button>Search</button>", "English: Search"),
        ('<input aria-label="Password">', "English: Password"),
        ("<p>None</p>", "English: None"),
    ],
)
def test_a_page_that_breaks_a_rule_is_told(part: str, finding: str) -> None:
    assert any(found.startswith(finding) for found in pages.findings(GOOD.format(part)))


def test_a_good_page_is_let_through() -> None:
    form = '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x"></form>'

    assert pages.findings(GOOD.format(form + '<script src="/static/site.js"></script>')) == []


def test_a_page_without_its_frame_is_told() -> None:
    assert pages.findings("<p>Trống</p>") == ["no language", "no title", "0 first-level headings"]


def read(view: object) -> HttpResponse:
    return ReadOnlyGets(view)(RequestFactory().get("/"))  # type: ignore[arg-type]


def test_a_get_cannot_write(world: World) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        Account.objects.filter(pk=world.an.pk).update(full_name="Người khác")
        return HttpResponse()

    with pytest.raises(AGetWrote, match="UPDATE"):
        read(view)


def test_a_get_can_say_who_looked(world: World) -> None:
    dossier = world.dossier("accept")

    def view(request: HttpRequest) -> HttpResponse:
        looks.seen(dossier, by=world.chi, kind=LookKind.OFFICER_READ, at=MONDAY)
        return HttpResponse()

    read(view)

    assert Look.objects.filter(dossier=dossier).count() == 1


def test_rows_without_an_order_come_shuffled(world: World) -> None:
    codes = AdministrativeUnit.objects.order_by().values_list("code", flat=True)

    assert list(codes.all()) != list(codes.all())


def test_an_order_is_kept(world: World) -> None:
    codes = AdministrativeUnit.objects.order_by("code").values_list("code", flat=True)

    assert list(codes) == sorted(codes)


def test_a_lock_says_which_rows_it_takes(world: World) -> None:
    with transaction.atomic(), pytest.raises(AssertionError, match="of="):
        Agency.objects.select_for_update().first()


def test_a_moment_is_no_day(world: World) -> None:
    with pytest.raises(AssertionError, match="is a day"):
        Agency.objects.filter(valid_from=datetime(2026, 1, 1, tzinfo=UTC)).exists()


def test_rows_that_stay_stay(world: World) -> None:
    looks.seen(world.dossier("accept"), by=world.chi, kind=LookKind.OFFICER_READ, at=MONDAY)

    for change in ("update dossiers_look set at = now()", "delete from dossiers_historyline"):
        with (
            pytest.raises(Exception, match="are never changed or deleted"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)


def test_warnings_are_errors() -> None:
    with pytest.raises(UserWarning, match="so"):
        warnings.warn("so", UserWarning, stacklevel=1)


def test_the_world_outside_is_out_of_reach() -> None:
    with pytest.raises(Exception, match="socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_verification_names_who_saw_the_card(world: World) -> None:
    assert Verification.objects.get(account=world.an).officer == world.chi
