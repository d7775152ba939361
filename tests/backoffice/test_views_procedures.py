"""Managers keep the catalogue: doubts, differences, versions, withdrawal, each noted with who pressed."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Difference, Procedure
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.queries import current_version
from tests.catalogue.making import IMPORTED, LATER, NOON, SHIPPED, record, said, write
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
FLAG = ({"path": "cases.0.channels.0.fees", "why": "no_fee"},)


@pytest.fixture
def ha(world: World) -> Client:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    return world.client(world.ha)


def address(name: str, *args: str) -> str:
    return reverse(f"backoffice:{name}", args=args)


def words() -> list[str]:
    return [change.word for change in Change.objects.order_by("at", "id")]


def test_what_the_import_flagged_is_confirmed_with_one_press(ha: Client, client: Client) -> None:
    publish("1.000001", said(flags=FLAG), origin="imported", at=NOON)
    version = Procedure.objects.get(code="1.000001").current
    page = ha.get(address("procedure", "1.000001")).text
    assert "Nguồn không ghi phí, lệ phí" in page
    assert (
        "Nguồn không ghi phí" in client.get("/dich-vu-cong/1.000001/").text
        or "nguồn không ghi phí" in client.get("/dich-vu-cong/1.000001/").text
    )

    for _ in range(2):
        ha.post(address("confirm", "1.000001"), {"version": str(version.pk), "path": FLAG[0]["path"]})  # type: ignore[union-attr]

    assert "nguồn không ghi phí" not in client.get("/dich-vu-cong/1.000001/").text
    assert "Đã xác nhận" in ha.get(address("procedure", "1.000001")).text
    assert words() == ["value_confirmed"]


def test_who_looked_at_an_older_version_is_told(ha: Client) -> None:
    publish("1.000001", said(flags=FLAG), origin="imported", at=NOON)
    old = Procedure.objects.get(code="1.000001").current_id
    publish("1.000001", said(name="Mới", flags=FLAG), origin="imported", at=LATER)

    answer = ha.post(address("confirm", "1.000001"), {"version": str(old), "path": FLAG[0]["path"]})

    assert answer.status_code == 422
    assert "vừa có bản mới" in answer.text
    assert words() == []


def test_a_difference_is_kept_or_taken(ha: Client, tmp_path: Path) -> None:
    for code in ("1.000001", "1.000002"):
        publish(code, said(conditions="Của hộp", sources=SHIPPED), origin="shipped", at=NOON)
    lines = [record(code, conditions="Của nguồn") for code in ("1.000001", "1.000002")]
    import_procedures(write(tmp_path / "in.jsonl", *lines), at=LATER)
    rows = {row.procedure.code: row for row in Difference.objects.filter(path="conditions").select_related("procedure")}
    assert "Của nguồn" in ha.get(address("procedure", "1.000001")).text

    ha.post(address("decide", "1.000001"), {"difference": str(rows["1.000001"].pk), "choice": "keep"})
    ha.post(address("decide", "1.000002"), {"difference": str(rows["1.000002"].pk), "choice": "take"})

    kept, taken = current_version("1.000001"), current_version("1.000002")
    assert kept is not None
    assert taken is not None
    assert (kept.conditions, taken.conditions) == ("Của hộp", "Của nguồn")
    assert taken.source_of("conditions")["origin"] == "person"
    assert words() == ["difference_kept", "difference_taken"]
    import_procedures(write(tmp_path / "in.jsonl", *lines), at=LATER)
    assert not Difference.objects.filter(path="conditions", decided_at=None).exists()


def test_a_withdrawn_procedure_says_so_and_comes_back(ha: Client, client: Client, tmp_path: Path) -> None:
    publish("1.000001", said(name="Việc cũ"), origin="imported", at=NOON)
    publish("1.000002", said(name="Việc mới"), origin="imported", at=NOON)

    ha.post(address("withdraw", "1.000001"), {"reason": "Luật mới bỏ", "replaced_by": "1.000002"})

    gone = client.get("/dich-vu-cong/1.000001/")
    assert gone.status_code == 410
    assert "Luật mới bỏ" in gone.text
    assert 'href="/dich-vu-cong/1.000002/"' in gone.text
    assert "Việc cũ" not in client.get("/dich-vu-cong/").text
    import_procedures(write(tmp_path / "in.jsonl", record()), at=LATER)
    assert current_version("1.000001") is None

    version = Procedure.objects.get(code="1.000001").versions.get()
    ha.post(address("restore", "1.000001"), {"version": str(version.pk)})
    back = current_version("1.000001")
    assert back is not None
    assert (back.name, back.number) == ("Việc cũ", 2)
    assert client.get("/dich-vu-cong/1.000001/").status_code == 200
    assert words() == ["procedure_withdrawn", "version_restored"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"reason": ""}, "Ghi lý do rút"),
        ({"reason": "x", "replaced_by": "9.999999"}, "Không có thủ tục nào mang mã này"),
        ({"reason": "x", "replaced_by": "1.000001"}, "Không có thủ tục nào mang mã này"),
    ],
)
def test_a_withdrawal_that_cannot_be_keeps_what_was_typed(typed: dict[str, str], told: str, ha: Client) -> None:
    publish("1.000001", said(), origin="imported", at=NOON)

    answer = ha.post(address("withdraw", "1.000001"), typed)

    assert answer.status_code == 422
    assert told in answer.text
    assert all(value in answer.text for value in typed.values())
    assert current_version("1.000001") is not None


def test_an_earlier_version_is_put_in_force_again(ha: Client) -> None:
    publish("1.000001", said(name="Một"), origin="imported", at=NOON)
    publish("1.000001", said(name="Hai"), origin="imported", at=LATER)
    first = Procedure.objects.get(code="1.000001").versions.get(number=1)

    ha.post(address("restore", "1.000001"), {"version": str(first.pk)})

    now = current_version("1.000001")
    assert now is not None
    assert (now.name, now.number) == ("Một", 3)
    publish("1.000001", said(name="Hai", sources=IMPORTED), origin="imported", at=LATER)
    later = current_version("1.000001")
    assert later is not None
    assert later.name == "Một"  # a person chose it: no import overwrites it


def test_two_versions_stand_side_by_side(ha: Client) -> None:
    publish("1.000001", said(name="Một", conditions="Cũ"), origin="imported", at=NOON)
    publish("1.000001", said(name="Một", conditions="Mới"), origin="imported", at=LATER)

    page = ha.get(address("compare", "1.000001")).text

    assert "<mark>Cũ</mark>" in page
    assert "<mark>Mới</mark>" in page
    assert "Hai bản nói như nhau" in ha.get(address("compare", "1.000001") + "?truoc=2&sau=2").text
    assert ha.get(address("compare", "1.000001") + "?truoc=9").status_code == 404


def test_the_list_narrows_by_words_and_state(ha: Client) -> None:
    publish("1.900001", said(name="Cấp phép thả diều", flags=FLAG), origin="imported", at=NOON)
    publish("1.900002", said(name="Cấp phép thả đèn"), origin="imported", at=NOON)

    assert "thả diều" in ha.get(address("procedures") + "?tu-khoa=tha+dieu").text
    flagged = ha.get(address("procedures") + "?trang-thai=flagged&tu-khoa=tha").text
    assert "thả diều" in flagged
    assert "thả đèn" not in flagged
    assert "1.900002" in ha.get(address("procedures") + "?tu-khoa=1.900002").text
    assert "Không có thủ tục nào như vậy" in ha.get(address("procedures") + "?trang-thai=withdrawn").text


def test_a_page_of_the_list_costs_the_same_however_long(
    ha: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish_all(
        [Offer(code=f"1.{n:06}", content=said(name=f"Giấy {n}")) for n in range(1, 30)], origin="imported", at=NOON
    )
    ha.get(address("procedures"))

    with django_assert_max_num_queries(8):
        ha.get(address("procedures"))


def test_who_does_not_keep_the_catalogue_finds_no_such_page(world: World, ha: Client) -> None:
    for name in ("procedures", "sayings", "life_events"):
        assert world.client(world.dung).get(address(name)).status_code == 404
        assert world.client(world.an).get(address(name)).status_code in (302, 404)
    province = world.agency().parent
    assert province is not None
    RoleHeld.objects.create(account=world.giang, role=Role.MANAGER, agency=province, valid_from=BEGINNING.date())
    assert ha.get(address("procedures")).status_code == 404
    assert ha.get(address("home")).status_code == 200
    assert world.client(world.giang).get(address("procedures")).status_code == 200


def test_strange_input_is_no_failure(ha: Client) -> None:
    publish("1.000001", said(), origin="imported", at=NOON)

    assert ha.get(address("procedures") + "?trang=x&trang-thai=y&tu-khoa=%27").status_code == 200
    assert ha.get(address("procedure", "9.999999")).status_code == 404
    assert ha.post(address("confirm", "1.000001"), {"version": "x", "path": "y"}).status_code == 404
    assert ha.post(address("decide", "1.000001"), {"difference": "x"}).status_code == 404
    assert json.dumps(words()) == "[]"
