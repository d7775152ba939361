"""Receiving for the person at the counter, or from the envelope: one page, one press."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from motcua.accounts.models import Account
from motcua.catalogue.models import PaperKind
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from motcua.common.ids import new_id
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from tests.catalogue.making import said
from tests.world import BIRTH, MONDAY, World, a_picture

from .conftest import page, text_of

RECEIVE = "/can-bo/tiep-nhan/"
ADOPTION, GUARDIAN = "2.001263", "1.004837"  # no usable term; two cases
POLICE = "1.004194"  # temporary residence: the police have a desk of their own


def ticks(code: str, channel: str = "counter") -> dict[str, str]:
    """Every paper that must be there, ticked as an original."""
    page = current_version(code)
    papers = [paper for case in (page.cases if page else ()) for paper in case.papers_of(PaperKind.SUBMIT)]
    return {f"original-{paper.id}": "1" for paper in papers if paper.required and paper.asked_by(channel)}


def sheet(**more: Any) -> dict[str, Any]:
    """What the officer typed for An's father; what must be handed over is ticked unless `bare` is said."""
    bare = more.pop("bare", False)
    ticked = {} if bare else ticks(more.get("procedure", BIRTH), more.get("channel", "counter"))
    return (
        ticked
        | {
            "token": str(new_id()),
            "channel": "counter",
            "procedure": BIRTH,
            "owner_name": "Nguyễn Văn Cha",
            "owner_phone": "0912 345 678",
            "owner_number": "087 060 000 099",
            "delivery": "counter",
            "receive": "1",
        }
        | more
    )


def received(client: Client, **more: Any) -> tuple[Dossier, str]:
    """Press “Tiếp nhận”; the dossier and what the page says then."""
    response = client.post(RECEIVE, sheet(**more), follow=True)
    said = text_of(response.content.decode())
    assert response.redirect_chain, said
    return Dossier.objects.get(code=response.redirect_chain[-1][0].split("/")[3]), said


def told(client: Client, status: int = 422, **more: Any) -> str:
    """The page again."""
    response = client.post(RECEIVE, sheet(**more))
    assert response.status_code == status
    return text_of(response.content.decode())


def values(html: str) -> Mapping[str, str]:
    """What the fields of the page hold."""
    return dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', html))


def test_one_press_files_and_accepts(world: World, chi: Client) -> None:
    dossier, said = received(chi)

    assert (dossier.status, dossier.channel) == (Status.ACCEPTED, "counter")
    assert f"Đã tiếp nhận hồ sơ {dossier.code}" in said
    assert "Hẹn có kết quả chậm nhất" in said
    assert "Nói với người nộp" in said
    assert "In biên nhận" in said
    assert [line.actor for line in dossier.history.order_by("number")] == [world.chi, world.chi]
    assert list(dossier.history.order_by("number").values_list("action", flat=True)) == ["file", "accept"]


def test_without_a_phone_no_message_is_promised(chi: Client) -> None:
    assert "Tin nhắn báo từng bước" in received(chi)[1]
    assert "không có tin nhắn" in received(chi, owner_phone="")[1]


def test_two_presses_receive_one_dossier(chi: Client) -> None:
    token = str(new_id())
    first, _said = received(chi, token=token)
    second, _said = received(chi, token=token)

    assert first == second
    assert Dossier.objects.count() == 1


def test_the_envelope_is_told_as_an_envelope(chi: Client) -> None:
    dossier, said = received(chi, channel="post")

    assert dossier.channel == "post"
    assert "Nộp qua bưu chính" in said


def test_papers_are_ticked_with_their_form_and_count(world: World, chi: Client) -> None:
    papers = [row for row in world.page(BIRTH).cases[0].papers if row.kind == PaperKind.SUBMIT]
    first = papers[0].id
    own = {f"original-{first}": "1", f"count-original-{first}": "2", f"photocopy-{first}": "1"}
    dossier, said = received(chi, **own, **{f"scan-{first}": [a_picture("a.png"), a_picture("b.png")]})

    handed = dossier.handed_papers.filter(paper=first)
    assert set(handed.values_list("form", "count")) == {("original", 2), ("photocopy", 1)}
    assert "2 bản chính, 1 bản chụp" in said
    assert sorted(row.file.name for row in dossier.attachments.select_related("file")) == ["a.png", "b.png"]
    assert {row.paper_id for row in dossier.attachments.all()} == {first}
    assert "2 bản chính, 1 bản chụp, 2 tệp" in page(chi, f"/can-bo/ho-so/{dossier.code}/bien-nhan/")


def test_a_paper_that_is_not_ticked_is_not_received(world: World, chi: Client) -> None:
    first = world.page(BIRTH).cases[0].papers_of(PaperKind.SUBMIT)[0]
    count: dict[str, Any] = {f"count-original-{first.id}": "1"}
    said = told(chi, bare=True, **count)

    assert f"Còn thiếu {first.name}" in said
    assert not Dossier.objects.exists()


def test_somebody_else_may_bring_it(chi: Client) -> None:
    dossier, _said = received(
        chi,
        owner_number="",
        owner_without="none_newborn",
        owner_phone="",
        **{"owner_birth-day": "2", "owner_birth-month": "11", "owner_birth-year": "2026"},
        submitter_name="Nguyễn Văn Cha",
        submitter_phone="0912345678",
    )
    parties = {row.role: row for row in dossier.parties.all()}

    assert (parties["owner"].id_kind, str(parties["owner"].birth_on)) == ("none_newborn", "2026-11-02")
    assert (parties["submitter"].phone, parties["recipient"].name) == ("+84912345678", "Nguyễn Văn Cha")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"procedure": ""}, "Chọn thủ tục"),
        ({"owner_name": ""}, "Ghi họ tên chủ hồ sơ"),
        ({"owner_number": ""}, "Ghi số định danh, hoặc chọn vì sao không có số"),
        ({"owner_number": "0870600"}, "Số định danh có 12 chữ số; ông/bà ghi 7 số"),
        ({"owner_without": "none_shown"}, "Đã ghi số định danh thì chọn"),
        ({"owner_phone": "12345"}, "Số điện thoại"),
        ({"owner_phone": "", "owner_number": "", "owner_without": "none_shown"}, "Ghi điện thoại hoặc số định danh"),
        ({"submitter_phone": "0912345678"}, "Ghi họ tên người nộp"),
        ({"delivery": "post"}, "Ghi địa chỉ nhận kết quả qua bưu chính"),
        ({"delivery": "other_counter"}, "Chọn quầy sẽ đến nhận"),
        ({"owner_birth-day": "31", "owner_birth-month": "2", "owner_birth-year": "2026"}, "Tháng 2 năm 2026"),
    ],
)
def test_what_is_wrong_is_told_in_words_and_everything_typed_stays(
    chi: Client, wrong: dict[str, str], words: str
) -> None:
    response = chi.post(RECEIVE, sheet(owner_address="Ấp 3", note="Chữ viết tay", **wrong))
    html = response.content.decode()

    assert response.status_code == 422
    assert words in text_of(html)
    assert "Có 1 chỗ cần sửa" in text_of(html)
    assert values(html)["owner_address"] == "Ấp 3"
    assert values(html)["note"] == "Chữ viết tay"
    assert not Dossier.objects.exists()


def test_ticks_and_token_stay_and_lost_files_are_said_so(world: World, chi: Client) -> None:
    first = world.page(BIRTH).cases[0].papers[0].id
    token = str(new_id())
    ticks = {f"certified-{first}": "1", f"count-certified-{first}": "3", "scan-other": a_picture()}
    html = chi.post(RECEIVE, sheet(token=token, owner_name="", **ticks)).content.decode()

    assert f'id="certified-{first}" name="certified-{first}" value="1" checked' in html
    assert values(html)[f"count-certified-{first}"] == "3"
    assert values(html)["token"] == token
    assert "trình duyệt không giữ tệp" in html


@pytest.mark.parametrize("count", ["0", "", "hai", "100", "-1"])
def test_a_count_is_a_number_from_one_on(world: World, chi: Client, count: str) -> None:
    first = world.page(BIRTH).cases[0].papers[0].id

    ticks: dict[str, Any] = {f"original-{first}": "1", f"count-original-{first}": count}

    assert "Ghi số bản chính từ 1 đến 99" in told(chi, **ticks)


def test_a_scan_of_the_wrong_type_receives_nothing(world: World, chi: Client) -> None:
    first = world.page(BIRTH).cases[0].papers[0].id
    bad: dict[str, Any] = {
        f"scan-{first}": SimpleUploadedFile("to-khai.docx", b"PK\x03\x04 no picture"),
        "scan-other": a_picture(),
    }

    assert "Chỉ nhận PDF, JPEG, PNG" in told(chi, **bad)
    assert not Dossier.objects.exists()


def test_the_result_can_wait_at_another_counter(world: World, chi: Client) -> None:
    other = world.agency("trung_tam_xa", "30037")
    dossier, _said = received(chi, delivery="other_counter", delivery_agency=str(other.pk))

    assert dossier.delivery_agency == other


def test_searching_reloads_the_page_with_everything_typed(chi: Client) -> None:
    response = chi.post(RECEIVE, sheet(procedure="", receive="", words="ho tich", find="1") | {"owner_name": "Cha"})
    assert response.status_code == 422
    typed = sheet(procedure="", words="chung thuc", find="1")
    del typed["receive"]
    html = chi.post(RECEIVE, typed).content.decode()

    assert html.count('name="choose"') > 1
    assert values(html)["owner_name"] == "Nguyễn Văn Cha"
    assert values(html)["words"] == "chung thuc"
    assert "Lỗi:" not in html
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("words", [ADOPTION, " 2.001263 ", "trâu chọi"])
def test_a_code_or_the_only_match_is_chosen_at_once(chi: Client, words: str) -> None:
    publish("9.000001", said(name="Xác nhận trâu chọi", body="ubnd_xa"), origin="person", at=MONDAY)
    html = chi.post(RECEIVE, {"words": words, "find": "1"}).content.decode()

    assert values(html)["procedure"] == ("9.000001" if "trâu" in words else ADOPTION)


def test_a_procedure_with_several_cases_asks_which(world: World, chi: Client) -> None:
    first, second = world.page(GUARDIAN).cases
    said = told(chi, procedure=GUARDIAN)
    assert "Chọn trường hợp" in said
    assert first.name in said
    html = chi.post(RECEIVE, {"procedure": GUARDIAN, "choose_case": str(second.id)}).content.decode()
    assert values(html)["case"] == str(second.id)
    html = chi.post(RECEIVE, {"procedure": GUARDIAN, "case": str(second.id), "change_case": "1"}).content.decode()
    assert "case" not in values(html)
    dossier, _said = received(chi, procedure=GUARDIAN, case=str(second.id))
    assert dossier.case_id == second.id


@pytest.mark.parametrize("case", ["khong-phai-ma", str(new_id()), ""], ids=["word", "unknown", "empty"])
def test_a_case_of_nothing_is_asked_again(chi: Client, case: str) -> None:
    assert "Chọn trường hợp" in told(chi, procedure=GUARDIAN, case=case)


def test_without_a_usable_term_the_officer_states_one(chi: Client) -> None:
    assert "Chọn đơn vị của thời hạn" in told(chi, procedure=ADOPTION)
    assert "Ghi thời hạn bằng số" in told(
        chi, procedure=ADOPTION, term_unit="working_day", term_ground="QĐ 1", term_amount="năm"
    )
    dossier, _said = received(
        chi, procedure=ADOPTION, term_amount="30", term_unit="working_day", term_ground="Luật Nuôi con nuôi"
    )
    assert (dossier.term_amount, dossier.term_ground) == (30, "Luật Nuôi con nuôi")
    assert dossier.due_at is not None


def test_choosing_shows_the_papers(world: World, chi: Client) -> None:
    html = chi.post(RECEIVE, {"words": "khai sinh", "choose": BIRTH}).content.decode()

    for paper in world.page(BIRTH).cases[0].papers:
        if paper.kind == PaperKind.SUBMIT:
            assert paper.name in text_of(html)


def test_changing_the_procedure_asks_again_and_keeps_the_person(chi: Client) -> None:
    typed = sheet(change="1")
    del typed["receive"]
    html = chi.post(RECEIVE, typed).content.decode()

    assert 'name="words"' in html
    assert 'name="procedure"' not in html
    assert values(html)["owner_name"] == "Nguyễn Văn Cha"


def test_nothing_found_and_nothing_typed_say_so(chi: Client) -> None:
    for words, told in (("xyzxyz", "Không thấy thủ tục nào"), ("", "Gõ vài chữ trong tên thủ tục")):
        assert told in text_of(chi.post(RECEIVE, {"words": words, "find": "1"}).content.decode())


def test_a_procedure_of_another_desk_is_not_received(world: World, chi: Client) -> None:
    assert world.page(POLICE).body == "cong_an_xa"
    html = chi.post(RECEIVE, {"words": POLICE, "find": "1"}).content.decode()
    assert "Quầy này không nhận" in text_of(html)
    assert "Quầy này không nhận" in told(chi, procedure=POLICE)
    typed = text_of(chi.post(RECEIVE, {"words": "tam tru", "find": "1"}).content.decode())
    assert POLICE not in typed


def test_the_officer_does_not_receive_their_own(world: World, chi: Client) -> None:
    assert "người khác tiếp nhận" in told(chi, owner_number=world.chi.id_number)
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("who", ["dung", "ha"])
def test_who_holds_no_intake_role_finds_no_such_page(world: World, who: str) -> None:
    assert world.client(world.people[who]).get(RECEIVE).status_code == 404
    assert world.client(world.people[who]).post(RECEIVE, sheet()).status_code == 404


def test_nobody_is_asked_to_sign_in_at_the_desk(world: World) -> None:
    assert world.client().get(RECEIVE).headers["Location"].startswith("/can-bo/dang-nhap/")


def test_another_commune_receives_for_its_own_body(world: World, giang: Client) -> None:
    dossier, _said = received(giang)

    assert dossier.resolving_agency == world.agency("ubnd_xa", "30037")
    assert world.client(world.chi).get(f"/can-bo/ho-so/{dossier.code}/").status_code == 404


def test_the_same_code_follows_the_dossier_at_the_counter(world: World, chi: Client, dung: Client, ha: Client) -> None:
    dossier, _said = received(chi)
    at = f"/can-bo/ho-so/{dossier.code}"
    when = timezone.localdate()
    day = {"dated_on-day": str(when.day), "dated_on-month": str(when.month), "dated_on-year": str(when.year)}
    dung.post(f"{at}/begin/")
    dung.post(f"{at}/prepare_result/", {"number": "7", **day, "no_file_reason": "Bản giấy"})
    dung.post(f"{at}/hand_over/")
    ha.post(f"{at}/finish/")
    world.settle_fees(dossier, timezone.now())
    collector = {"collector": "Nguyễn Văn Cha", "collector_id": "087060000099", "originals_seen": "1"}
    chi.post(f"{at}/return_result/", collector)
    dossier.refresh_from_db()

    assert dossier.status == Status.RETURNED
    assert not Account.objects.filter(parties__dossier=dossier).exists()
