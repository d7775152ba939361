"""A manager writes a new version part by part, sees it as the public will, and publishes it."""

import pytest
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.catalogue.models import CopyState, WorkingCopy
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from tests.catalogue.making import IN_BRIEF, LATER, NOON, said
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
CODE = "1.000001"


@pytest.fixture
def ha(world: World) -> Client:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    publish(CODE, said(conditions="Cũ"), origin="imported", at=NOON)
    client = world.client(world.ha)
    client.post(address("begin"))
    return client


def address(name: str, *args: object) -> str:
    return reverse(f"backoffice:{name}", args=[CODE, *args])


def revision() -> str:
    return str(WorkingCopy.objects.get().revision)


def test_a_part_is_changed_previewed_and_published(ha: Client, client: Client) -> None:
    saved = ha.post(address("part", "trinh-tu"), {"revision": "1", "conditions": "Mới", "instructions": "Một\nHai"})
    assert saved.status_code == 302
    overview = ha.get(address("copy")).text
    assert "<mark>Mới</mark>" in overview
    preview = ha.get(f"/dich-vu-cong/{CODE}/xem-truoc/").text
    assert "Bản xem thử, chưa công bố" in preview
    assert "Mới" in preview
    assert client.get(f"/dich-vu-cong/{CODE}/xem-truoc/").status_code == 302
    assert "Mới" not in client.get(f"/dich-vu-cong/{CODE}/").text

    ha.post(address("move"), {"deed": "publish", "revision": revision(), "source": "163/QĐ-BTP"})

    page = current_version(CODE)
    assert page is not None
    assert (page.number, page.conditions, page.instructions) == (2, "Mới", ("Một", "Hai"))
    assert "Mới" in client.get(f"/dich-vu-cong/{CODE}/").text
    words = [change.word for change in Change.objects.order_by("at", "id")]
    assert words == ["copy_begun", "copy_saved", "copy_published"]


@pytest.mark.parametrize(
    "slug", ["ten", "trong-30-giay", "noi-lam", "trinh-tu", "ket-qua", "can-cu", "trong-co-quan", "quy-dinh"]
)
def test_every_part_has_its_page(slug: str, ha: Client) -> None:
    assert ha.get(address("part", slug)).status_code == 200


def test_a_case_is_written_with_ways_fees_and_papers(ha: Client) -> None:
    typed = {
        "revision": "1",
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

    assert "Giấy tờ 1" in ha.get(address("case", 1)).text
    assert ha.post(address("case", 1), typed).status_code == 302

    (case,) = WorkingCopy.objects.get().content["cases"]
    assert [row["channel"] for row in case["channels"]] == ["counter"]
    assert case["channels"][0]["fees"][0]["set_by"] == "province"
    assert case["papers"][0]["name"] == "Đơn"
    added = ha.post(address("case", 1), typed | {"row": "papers:add-0"})
    assert "Giấy tờ 2" in added.text


def test_mistakes_stand_beside_their_fields_and_keep_what_was_typed(ha: Client) -> None:
    answer = ha.post(address("part", "noi-lam"), {"revision": "1", "level": "9", "executing": "Cơ quan tôi gõ"})

    assert answer.status_code == 422
    assert "Chọn trong danh sách" in answer.text
    assert "Cơ quan tôi gõ" in answer.text
    rows = ha.post(address("part", "can-cu"), {"revision": "1", "legal-count": "1", "legal-0-number": ""})
    assert rows.status_code == 422
    assert WorkingCopy.objects.get().revision == 1


def test_two_managers_do_not_lose_each_others_work(ha: Client) -> None:
    ha.post(address("part", "trinh-tu"), {"revision": "1", "conditions": "Của người thứ nhất"})

    late = ha.post(address("part", "trinh-tu"), {"revision": "1", "conditions": "Của người thứ hai"})

    assert late.status_code == 422
    assert "Có người khác vừa lưu" in late.text
    assert WorkingCopy.objects.get().content["conditions"] == "Của người thứ nhất"


def test_a_version_is_scheduled_and_taken_back(ha: Client) -> None:
    past = ha.post(address("move"), {"deed": "schedule", "revision": "1", "source": "1/QĐ", "publish_at": "01/01/2020"})
    assert past.status_code == 422
    assert "01/01/2020" in past.text

    ha.post(address("move"), {"deed": "schedule", "revision": "1", "source": "1/QĐ", "publish_at": "01/01/2099"})
    assert WorkingCopy.objects.get().state == CopyState.SCHEDULED
    ha.post(address("move"), {"deed": "take_back", "revision": revision()})
    assert WorkingCopy.objects.get().state == CopyState.DRAFT


def test_without_a_document_nothing_is_published(ha: Client) -> None:
    answer = ha.post(address("move"), {"deed": "publish", "revision": "1"})

    assert answer.status_code == 422
    assert "Ghi văn bản làm căn cứ" in answer.text


def test_cases_are_added_and_removed(ha: Client) -> None:
    ha.post(address("cases"), {"revision": "1", "add": "1"})
    assert len(WorkingCopy.objects.get().content["cases"]) == 2
    ha.post(address("cases"), {"revision": revision(), "remove": "0"})
    assert [case["name"] for case in WorkingCopy.objects.get().content["cases"]] == ["Trường hợp mới"]


def test_what_is_thrown_away_is_gone(ha: Client) -> None:
    ha.post(address("move"), {"deed": "discard", "revision": "1"})

    assert ha.get(address("copy")).status_code == 404
    page = current_version(CODE)
    assert page is not None
    assert page.number == 1


def test_a_source_that_changed_meanwhile_is_told(ha: Client) -> None:
    publish(CODE, said(name="Nguồn vừa đổi"), origin="imported", at=LATER)

    answer = ha.post(address("move"), {"deed": "publish", "revision": "1", "source": "1/QĐ"})

    assert answer.status_code == 422


def test_who_does_not_keep_the_catalogue_finds_no_copy(ha: Client, world: World) -> None:
    stranger = world.client(world.dung)

    assert stranger.get(address("copy")).status_code == 404
    assert stranger.get(f"/dich-vu-cong/{CODE}/xem-truoc/").status_code == 404
    assert ha.get(address("part", "khong-co")).status_code == 404
    assert ha.get(address("case", 9)).status_code == 404
    assert ha.post(address("move"), {"deed": "bay"}).status_code == 404


def test_the_four_sentences_are_written_with_their_limit_and_read_by_the_public(ha: Client, client: Client) -> None:
    long = {"revision": "1", **IN_BRIEF, "need": " ".join(["chữ"] * 23)}
    answer = ha.post(address("part", "trong-30-giay"), long)
    assert answer.status_code == 422
    assert answer.text.count("Câu này có 23 chữ; viết nhiều nhất 22 chữ") == 2  # in the summary and at the field
    assert long["need"] in answer.text

    ha.post(address("part", "trong-30-giay"), {"revision": "1", **IN_BRIEF})
    assert "Cần gì: Một đơn." in ha.get(address("copy")).text
    assert "Trong 30 giây" in ha.get(f"/dich-vu-cong/{CODE}/xem-truoc/").text
    ha.post(address("move"), {"deed": "publish", "revision": revision(), "source": "163/QĐ-BTP"})

    page = current_version(CODE)
    assert page is not None
    assert page.in_brief == IN_BRIEF
    assert page.source_of("in_brief")["origin"] == "person"
    assert "Một đơn." in client.get(f"/dich-vu-cong/{CODE}/").text


def test_sentences_that_stay_while_the_fee_changes_are_pointed_at(ha: Client) -> None:
    ha.post(address("part", "trong-30-giay"), {"revision": "1", **IN_BRIEF})
    ha.post(address("move"), {"deed": "publish", "revision": revision(), "source": "163/QĐ-BTP"})
    ha.post(address("begin"))
    told = "mà “Trong 30 giây” vẫn như trước"
    assert told not in ha.get(address("copy")).text

    ha.post(address("cases"), {"revision": "1", "add": "1"})
    assert told in ha.get(address("copy")).text
    ha.post(address("part", "trong-30-giay"), {"revision": "2", **IN_BRIEF, "cost": "8.000 đ."})
    assert told not in ha.get(address("copy")).text


def test_a_copy_begun_before_the_sentences_were_known_can_be_written(ha: Client) -> None:
    copy = WorkingCopy.objects.get()
    WorkingCopy.objects.update(content={key: value for key, value in copy.content.items() if key != "in_brief"})

    assert ha.get(address("part", "trong-30-giay")).status_code == 200
    assert ha.get(address("copy")).status_code == 200
