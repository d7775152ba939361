"""Managers keep what people say and what happens in a life; every search and page follows at once."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.catalogue.models import LifeEvent, Saying
from motcua.catalogue.publishing import publish
from motcua.catalogue.searching import Filters, search
from tests.catalogue.making import NOON, said
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
SAYINGS, EVENTS = "/quan-ly/loi-hay-noi/", "/quan-ly/viec-trong-doi/"


@pytest.fixture
def ha(world: World) -> Client:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    publish("1.900001", said(name="Cấp phép thả diều"), origin="imported", at=NOON)
    return world.client(world.ha)


def test_a_saying_is_found_by_at_once_and_forgotten_at_once(ha: Client) -> None:
    typed = {"said": "con giấy bay", "kind": "means", "means": "thả diều"}

    assert ha.post(SAYINGS, typed).status_code == 302
    assert search(Filters(words="con giay bay")).rows[0].code == "1.900001"

    row = Saying.objects.get(said="con giấy bay")
    ha.post(SAYINGS, {"remove": str(row.pk)})
    assert "1.900001" not in [one.code for one in search(Filters(words="con giay bay")).rows]
    assert [change.word for change in Change.objects.order_by("at", "id")] == ["saying_saved", "saying_removed"]


def test_what_was_shipped_can_be_said_otherwise(ha: Client) -> None:
    ha.post(SAYINGS, {"said": "Sổ  đỏ", "kind": "means", "means": "1.900001"})

    row = Saying.objects.get(said="sổ đỏ")
    assert (row.means, row.shipped) == ("1.900001", False)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"said": "", "kind": "means", "means": "x"}, "Ghi lời người dân nói"),
        ({"said": "!!", "kind": "means", "means": "x"}, "Ghi từ một đến bảy chữ"),
        ({"said": "một", "kind": "means", "means": ""}, "Ghi danh mục gọi là gì"),
        ({"said": "hai chữ", "kind": "short", "means": "x"}, "Viết tắt chỉ là một chữ"),
        ({"said": "một", "kind": "lạ", "means": "x"}, "Chọn một cách dùng"),
    ],
)
def test_a_saying_that_says_nothing_is_told_beside_the_field(typed: dict[str, str], told: str, ha: Client) -> None:
    answer = ha.post(SAYINGS, typed)

    assert answer.status_code == 422
    assert told in answer.text
    assert Change.objects.count() == 0


def test_the_list_of_sayings_can_be_searched_and_paged(ha: Client) -> None:
    assert "sổ đỏ" in ha.get(SAYINGS + "?tu-khoa=so+do").text
    assert "trang 2" in ha.get(SAYINGS + "?trang=2").text
    assert "Không có lời nào như vậy" in ha.get(SAYINGS + "?tu-khoa=xyzxyz").text
    assert ha.post(SAYINGS, {"remove": "x"}).status_code == 302


def test_a_life_event_is_written_and_taken_off(ha: Client, client: Client) -> None:
    typed = {"slug": "tha-dieu", "name": "Thả diều", "summary": "Mùa hè", "position": "1", "codes": "1.900001"}

    assert ha.post(EVENTS, typed).status_code == 302
    assert "Thả diều" in client.get("/dich-vu-cong/theo-viec/").text
    assert "Cấp phép thả diều" in client.get("/dich-vu-cong/theo-viec/tha-dieu/").text

    assert 'value="Thả diều"' in ha.get(EVENTS + "?viec=tha-dieu").text
    ha.post(EVENTS + "?viec=tha-dieu", {"remove": "tha-dieu"})
    assert client.get("/dich-vu-cong/theo-viec/tha-dieu/").status_code == 404
    assert LifeEvent.objects.get(slug="tha-dieu").codes == []


def test_a_life_event_names_only_what_is_in_force(ha: Client) -> None:
    typed = {"slug": "x y", "name": "", "summary": "s", "position": "ba", "codes": "9.999999"}

    answer = ha.post(EVENTS, typed)

    assert answer.status_code == 422
    for told in (
        "Chỉ dùng chữ thường không dấu",
        "Ghi tên",
        "Ghi thứ tự bằng số",
        "Không có thủ tục đang có hiệu lực: 9.999999",
    ):
        assert told in answer.text
    assert ha.get(EVENTS + "?viec=khong-co").status_code == 404
    assert reverse("backoffice:life_events") == EVENTS
