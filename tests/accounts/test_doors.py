"""Doors: who is let in, who is asked to sign in, who finds no such page."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from pytest_django import DjangoAssertNumQueries

from motcua.accounts.doors import OfficerRequest, SignedInRequest, officer, public, signed_in
from motcua.accounts.models import Account, Role, RoleHeld
from tests.world import BEGINNING, World

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
PAGE = "<!DOCTYPE html><html lang='vi'><title>Cửa</title><h1>Cửa</h1><p>{}</p></html>"


@public
def anybody(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.format("ai cũng vào"))


@signed_in
def citizen(request: SignedInRequest) -> HttpResponse:
    return HttpResponse(PAGE.format(request.user.full_name))


@officer()
def any_role(request: OfficerRequest) -> HttpResponse:
    return HttpResponse(PAGE.format(", ".join(row.role for row in request.held)))


@officer(Role.HANDLER, Role.APPROVER)
def two_roles(request: OfficerRequest) -> HttpResponse:
    return HttpResponse(PAGE.format(request.user.full_name))


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.format("quên khai cửa"))


urlpatterns = [
    path("thu/ai-cung-vao/", anybody),
    path("thu/dan/", citizen),
    path("thu/can-bo/", any_role),
    path("thu/hai-vai/", two_roles),
    path("thu/quen/", bare),
    path("opensearch.xml", anybody, name="opensearch"),  # each page names it
    path("can-bo/", include("motcua.desk.urls")),
    path("", include("motcua.portal.urls")),
]
handler404 = "motcua.common.errors.not_found"
DOORS = {"nobody": None, "an": "an", "chi": "chi", "dung": "dung"}


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("nobody", (200, 302, 302, 302)),
        ("an", (200, 200, 404, 404)),
        ("chi", (200, 302, 200, 404)),
        ("dung", (200, 302, 200, 200)),
        ("ha", (200, 302, 200, 200)),
    ],
)
def test_every_door_for_everybody(world: World, who: str, statuses: tuple[int, ...]) -> None:
    client = world.client(None if who == "nobody" else getattr(world, who))
    pages = ("/thu/ai-cung-vao/", "/thu/dan/", "/thu/can-bo/", "/thu/hai-vai/")

    assert tuple(client.get(page).status_code for page in pages) == statuses


@pytest.mark.parametrize(
    ("page", "entrance"),
    [
        ("/thu/dan/?a=1", "/dang-nhap/?next=%2Fthu%2Fdan%2F%3Fa%3D1"),
        ("/thu/can-bo/", "/can-bo/dang-nhap/?next=%2Fthu%2Fcan-bo%2F"),
        ("/thu/quen/", "/dang-nhap/?next=%2Fthu%2Fquen%2F"),
    ],
)
def test_nobody_is_shown_the_right_entrance(client: Client, page: str, entrance: str) -> None:
    assert client.get(page).headers["Location"] == entrance


def test_an_officer_signs_in_as_a_citizen_for_a_citizens_page(world: World) -> None:
    assert world.client(world.chi).get("/thu/dan/").headers["Location"] == "/dang-nhap/?next=/thu/dan/"


def test_an_officers_account_without_the_second_factor_is_no_officer(world: World) -> None:
    client = world.client()
    client.force_login(world.chi)

    assert client.get("/thu/can-bo/").status_code == 404


def test_a_role_that_ended_opens_nothing(world: World) -> None:
    RoleHeld.objects.filter(account=world.dung).update(valid_to=BEGINNING.date())

    assert world.client(world.dung).get("/thu/can-bo/").status_code == 404


def test_a_closed_account_is_nobody(world: World) -> None:
    client = world.client(world.chi)
    Account.objects.filter(pk=world.chi.pk).update(is_active=False)

    assert client.get("/thu/can-bo/").status_code == 302


def test_doors_are_written_on_the_views() -> None:
    doors = [getattr(view, "door", None) for view in (anybody, citizen, any_role, two_roles, bare)]

    assert doors == ["public", "signed_in", "officer()", "officer(handler, approver)", None]


def test_what_a_door_costs(world: World, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    nobody, an, dung = world.client(), world.client(world.an), world.client(world.dung)

    with django_assert_num_queries(0):
        nobody.get("/thu/ai-cung-vao/")
    with django_assert_num_queries(1):
        an.get("/thu/dan/")
    with django_assert_num_queries(2):
        dung.get("/thu/hai-vai/")
