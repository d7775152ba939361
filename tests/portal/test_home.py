"""The home page in its order."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import edition
from motcua.catalogue.queries import life_events
from motcua.config import site
from motcua.portal.views import home
from tests.world import World

pytestmark = pytest.mark.django_db


ORDER = (
    "Ông/bà cần làm giấy tờ gì?",
    "Gõ vài chữ, không dấu cũng được",
    "Tìm kiếm",
    *home.EXAMPLES,
    "Đã nộp rồi?",
    "Cần người giúp?",
    "Chọn theo việc trong đời",
    "Sinh con",
    "Kết hôn",
    "Người thân qua đời",
    "Xem mọi việc trong đời",
    "Xem tất cả dịch vụ công trực tuyến",
    "Nộp hồ sơ trên mạng trong 5 bước",
)


def test_says_its_things_in_their_order(client: Client, world: World) -> None:
    page = client.get("/").content.decode().partition("<main")[2]
    places = [page.index(words) for words in ORDER]

    assert places == sorted(places)


def test_asks_the_database_nothing_for_a_stranger(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    site.current_site()
    life_events()
    edition.current()  # read again a few seconds later only

    with django_assert_num_queries(0):
        client.get("/")


@pytest.mark.usefixtures("world")
def test_tiles_and_examples_find_procedures(client: Client) -> None:
    """Identity cards may come with the national catalogue only; then the page of the event offers a search."""
    page = client.get("/").text
    addresses = [f"/dich-vu-cong/?tu-khoa={words}" for words in home.EXAMPLES]
    addresses += [f"/dich-vu-cong/theo-viec/{slug}/" for slug in home.ICONS]

    assert all(f'href="/dich-vu-cong/theo-viec/{slug}/"' in page for slug in home.ICONS)
    empty = [address for address in addresses if "Chi tiết" not in client.get(address).text]
    assert set(empty) <= {"/dich-vu-cong/theo-viec/can-cuoc/", "/dich-vu-cong/theo-viec/nha-dat/"}


def test_what_waits_for_the_reader_comes_first(world: World) -> None:
    world.dossier("finish")
    page = world.client(world.an).get("/").content.decode()

    assert 0 < page.find("Đang chờ ông/bà") < page.index("Ông/bà cần làm giấy tờ gì?")
    assert "(1)" in page


def test_nothing_waits_for_who_filed_nothing(world: World) -> None:
    world.dossier("finish")

    assert "Đang chờ ông/bà" not in world.client(world.binh).get("/").content.decode()
