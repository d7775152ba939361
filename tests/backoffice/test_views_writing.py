"""Each part of a copy on its own page; what was typed too late is kept beside what others stored."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Account, Change, Role, RoleHeld
from motcua.catalogue.models import CopyState, WorkingCopy
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from tests.catalogue.making import IN_BRIEF, NOON, said
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
CODE = "1.000001"


def manager(world: World, who: Account) -> Client:
    RoleHeld.objects.create(account=who, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    return world.client(who)


@pytest.fixture
def ha(world: World) -> Client:
    publish(CODE, said(conditions="Cũ"), origin="imported", at=NOON)
    client = manager(world, world.ha)
    client.post(address("begin"))
    return client


@pytest.fixture
def dung(world: World, ha: Client) -> Client:
    """The colleague who is quicker."""
    return manager(world, world.dung)


def address(name: str, *args: object) -> str:
    return reverse(f"backoffice:{name}", args=[CODE, *args])


def shown() -> dict[str, str]:
    copy = WorkingCopy.objects.latest("begun_at")
    return {"copy": str(copy.pk), "revision": str(copy.revision)}


A_CASE = {
    "name": "",
    "counter-offered": "1",
    "counter-amount": "5",
    "counter-unit": "working_day",
    "fees-count": "1",
    "fees-0-channel": "counter",
    "fees-0-kind": "le_phi",
    "fees-0-set_by": "province",
    "papers-count": "1",
    "papers-0-name": "Đơn",
    "papers-0-kind": "submit",
    "papers-0-originals": "1",
}


@pytest.mark.parametrize(
    "slug", ["ten", "trong-30-giay", "noi-lam", "trinh-tu", "ket-qua", "can-cu", "trong-co-quan", "quy-dinh"]
)
def test_every_part_has_its_page(slug: str, ha: Client) -> None:
    assert ha.get(address("part", slug)).status_code == 200


def test_a_case_is_written_with_ways_fees_and_papers(ha: Client) -> None:
    typed = shown() | A_CASE

    assert "Giấy tờ 1" in ha.get(address("case", 1)).text
    assert ha.post(address("case", 1), typed).status_code == 302

    (case,) = WorkingCopy.objects.get().content["cases"]
    assert [row["channel"] for row in case["channels"]] == ["counter"]
    assert case["channels"][0]["fees"][0]["set_by"] == "province"
    assert case["papers"][0]["name"] == "Đơn"
    added = ha.post(address("case", 1), typed | {"row": "papers:add-0"})
    assert "Giấy tờ 2" in added.text


def test_mistakes_stand_beside_their_fields_and_keep_what_was_typed(ha: Client) -> None:
    answer = ha.post(address("part", "noi-lam"), shown() | {"level": "9", "executing": "Cơ quan tôi gõ"})

    assert answer.status_code == 422
    assert "Chọn trong danh sách" in answer.text
    assert "Cơ quan tôi gõ" in answer.text
    rows = ha.post(address("part", "can-cu"), shown() | {"legal-count": "1", "legal-0-number": ""})
    assert rows.status_code == 422
    assert WorkingCopy.objects.get().revision == 1


def test_cases_are_added_and_removed(ha: Client) -> None:
    ha.post(address("cases"), shown() | {"add": "1"})
    assert len(WorkingCopy.objects.get().content["cases"]) == 2
    ha.post(address("cases"), shown() | {"remove": "0"})
    assert [case["name"] for case in WorkingCopy.objects.get().content["cases"]] == ["Trường hợp mới"]
    assert [change.word for change in Change.objects.order_by("at", "id")][1:] == [
        "copy_case_added",
        "copy_case_removed",
    ]


def test_what_was_typed_too_late_stands_beside_what_is_stored_and_can_be_saved(
    ha: Client, dung: Client, world: World
) -> None:
    before = shown()
    dung.post(address("part", "trinh-tu"), before | {"conditions": "Của Dũng"})

    late = ha.post(address("part", "trinh-tu"), before | {"conditions": "Của Hà"})

    assert late.status_code == 422
    assert "Chưa lưu; điều vừa gõ vẫn còn ở dưới" in late.text
    assert f"{world.dung.full_name} đã lưu bản này" in late.text
    assert "Lưu bản đang soạn" in late.text
    assert "<mark>Của Dũng</mark>" in late.text
    assert "<mark>Của Hà</mark>" in late.text
    assert "Của Hà</textarea>" in late.text
    assert WorkingCopy.objects.get().content["conditions"] == "Của Dũng"
    for name, value in shown().items():
        assert f'name="{name}" value="{value}"' in late.text
    assert ha.post(address("part", "trinh-tu"), shown() | {"conditions": "Của cả hai"}).status_code == 302
    assert WorkingCopy.objects.get().content["conditions"] == "Của cả hai"


def test_rows_and_cases_typed_too_late_are_kept_as_well(ha: Client, dung: Client) -> None:
    before = shown()
    dung.post(address("part", "trinh-tu"), before | {"conditions": "Của Dũng"})

    rows = ha.post(address("part", "can-cu"), before | {"legal-count": "1", "legal-0-number": "60/2014/QH13"})
    case = ha.post(address("case", 1), before | A_CASE)

    assert (rows.status_code, case.status_code) == (422, 422)
    assert 'value="60/2014/QH13"' in rows.text
    assert "Đơn</textarea>" in case.text
    assert "Đơn</mark>" in case.text
    assert WorkingCopy.objects.get().revision == 2


def test_a_case_that_was_removed_meanwhile_is_not_lost_while_typed(ha: Client, dung: Client) -> None:
    ha.post(address("cases"), shown() | {"add": "1"})
    before = shown()
    dung.post(address("cases"), before | {"remove": "1"})

    late = ha.post(address("case", 2), before | A_CASE | {"name": "Tôi đang gõ"})

    assert late.status_code == 422
    assert "Bỏ một trường hợp của bản đang soạn" in late.text
    assert "Tôi đang gõ" in late.text
    assert ha.get(address("case", 2)).status_code == 404


@pytest.mark.parametrize("deed", ["discard", "publish"])
def test_where_the_copy_ended_what_was_typed_goes_into_a_new_one(
    deed: str, ha: Client, dung: Client, world: World
) -> None:
    dung.post(address("part", "trinh-tu"), shown() | {"conditions": "Của Dũng"})
    before = shown()
    dung.post(address("move"), before | {"deed": deed, "source": "1/QĐ"})
    typed = before | {"conditions": "Của Hà"}

    late = ha.post(address("part", "trinh-tu"), typed)

    assert late.status_code == 422
    assert f"{world.dung.full_name} đã kết thúc bản này" in late.text
    assert "Của Hà</textarea>" in late.text
    begun = ha.post(address("part", "trinh-tu"), typed | {"begin": "1"})
    assert "Bản mới đã mở" in begun.text
    assert "Của Hà</textarea>" in begun.text
    assert ("Của Dũng" if deed == "publish" else "Cũ") in begun.text
    ha.post(address("part", "trinh-tu"), shown() | {"conditions": "Của Hà"})
    assert WorkingCopy.objects.get(state=CopyState.DRAFT).content["conditions"] == "Của Hà"


def test_a_page_of_another_copy_saves_nothing_into_this_one(ha: Client) -> None:
    before = shown()
    ha.post(address("move"), before | {"deed": "discard"})
    ha.post(address("begin"))

    for posted in (before, {"revision": "1"}, {"revision": "1", "copy": "x"}):
        assert ha.post(address("part", "trinh-tu"), posted | {"conditions": "Lạc"}).status_code == 422
    assert WorkingCopy.objects.get(state=CopyState.DRAFT).content["conditions"] == "Cũ"


def test_without_any_copy_there_is_no_page(ha: Client) -> None:
    ha.post(address("move"), shown() | {"deed": "discard"})

    assert ha.post(address("part", "trinh-tu"), {"conditions": "x"}).status_code == 404
    assert ha.post(address("part", "trinh-tu"), {"copy": "x"}).status_code == 404


def test_the_four_sentences_are_written_with_their_limit_and_read_by_the_public(ha: Client, client: Client) -> None:
    long = shown() | IN_BRIEF | {"need": " ".join(["chữ"] * 23)}
    answer = ha.post(address("part", "trong-30-giay"), long)
    assert answer.status_code == 422
    assert answer.text.count("Câu này có 23 chữ; viết nhiều nhất 22 chữ") == 2  # in the summary and at the field
    assert long["need"] in answer.text

    ha.post(address("part", "trong-30-giay"), shown() | IN_BRIEF)
    assert "Cần gì: Một đơn." in ha.get(address("copy")).text
    assert "Trong 30 giây" in ha.get(f"/dich-vu-cong/{CODE}/xem-truoc/").text
    ha.post(address("move"), {"deed": "publish", "source": "163/QĐ-BTP"} | shown())

    page = current_version(CODE)
    assert page is not None
    assert page.in_brief == IN_BRIEF
    assert page.source_of("in_brief")["origin"] == "person"
    assert "Một đơn." in client.get(f"/dich-vu-cong/{CODE}/").text


def test_sentences_that_stay_while_the_fee_changes_are_pointed_at(ha: Client) -> None:
    ha.post(address("part", "trong-30-giay"), shown() | IN_BRIEF)
    ha.post(address("move"), {"deed": "publish", "source": "163/QĐ-BTP"} | shown())
    ha.post(address("begin"))
    told = "mà “Trong 30 giây” vẫn như trước"
    assert told not in ha.get(address("copy")).text

    ha.post(address("cases"), shown() | {"add": "1"})
    assert told in ha.get(address("copy")).text
    ha.post(address("part", "trong-30-giay"), shown() | IN_BRIEF | {"cost": "8.000 đ."})
    assert told not in ha.get(address("copy")).text


def test_a_copy_begun_before_the_sentences_were_known_can_be_written(ha: Client) -> None:
    copy = WorkingCopy.objects.get()
    late = shown()
    WorkingCopy.objects.update(content={key: value for key, value in copy.content.items() if key != "in_brief"})

    assert ha.get(address("part", "trong-30-giay")).status_code == 200
    assert ha.get(address("copy")).status_code == 200
    ha.post(address("part", "trinh-tu"), late | {"conditions": "Nhanh hơn"})
    conflict = ha.post(address("part", "trong-30-giay"), late | IN_BRIEF)
    assert conflict.status_code == 422
    assert "Cần gì: Một đơn." in conflict.text
