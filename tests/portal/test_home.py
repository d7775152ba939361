"""The home page in its order."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

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
    *(str(event.title) for event in home.LIFE_EVENTS),
    "Xem tất cả dịch vụ công trực tuyến",
    "Nộp hồ sơ trên mạng trong 5 bước",
)


def test_says_its_things_in_their_order(client: Client) -> None:
    page = client.get("/").content.decode().partition("<main")[2]
    places = [page.index(words) for words in ORDER]

    assert places == sorted(places)


def test_asks_the_database_nothing_for_a_stranger(
    client: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    site.current_site()

    with django_assert_num_queries(0):
        client.get("/")


@pytest.mark.usefixtures("world")
def test_tiles_and_examples_find_procedures(client: Client) -> None:
    """Identity cards and land come with the national catalogue; until then the results page says whom to call."""
    words = [*home.EXAMPLES, *(event.keywords for event in home.LIFE_EVENTS)]
    empty = [
        word for word in words if "Chi tiết" not in client.get("/dich-vu-cong/", {"tu-khoa": word}).content.decode()
    ]

    assert empty == ["căn cước", "đất"]


def test_what_waits_for_the_reader_comes_first(world: World) -> None:
    world.dossier("finish")
    page = world.client(world.an).get("/").content.decode()

    assert 0 < page.find("Đang chờ ông/bà") < page.index("Ông/bà cần làm giấy tờ gì?")
    assert "(1)" in page


def test_nothing_waits_for_who_filed_nothing(world: World) -> None:
    world.dossier("finish")

    assert "Đang chờ ông/bà" not in world.client(world.binh).get("/").content.decode()
