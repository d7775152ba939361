"""A draft from before the procedure changed is shown what changed, and loses nothing."""

import dataclasses
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from motcua.catalogue import content, keeping
from motcua.catalogue.models import Procedure, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version, version_page
from motcua.catalogue.rows import content_of, with_everything
from motcua.common.words import money
from motcua.dossiers import actions
from motcua.dossiers.actions import Blocked, NotAllowed
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from tests.world import MARITAL, MONDAY, World, a_picture

TERM = "5 ngày làm việc"


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def changed(code: str = MARITAL, **whole: Any) -> None:
    """The procedure asks for one paper more, otherwise for the others, and gives another term and fee."""
    page = current_version(code)
    assert page is not None
    old = content_of(with_everything(Version.objects.filter(pk=page.id)).get())
    first, *others = old.cases
    fees = (content.Fee(kind="le_phi", amount=15_000),)
    channels = tuple(
        dataclasses.replace(one, text="", amount=5, unit="working_day", fees=fees) for one in first.channels
    )
    papers = (
        *(dataclasses.replace(one, certified=2) for one in first.papers),
        content.Paper(name="Giấy tờ mới", kind="submit", originals=1),
    )
    said = {"cases": (dataclasses.replace(first, channels=channels, papers=papers), *others)} | whole
    publish(code, dataclasses.replace(old, **said), origin="person", at=timezone.now())


@pytest.fixture
def draft(world: World) -> Dossier:
    """With a file in each paper, and then the procedure changes."""
    draft = world.draft(MARITAL)
    for paper in draft.procedure.cases[0].papers:
        actions.add_files(draft, [(paper.id, a_picture())], by=world.an, at=MONDAY)
    changed()
    return draft


def in_force() -> str:
    page = current_version(MARITAL)
    assert page is not None
    return str(page.id)


def test_the_review_leads_to_what_changed(an: Client, draft: Dossier) -> None:
    address = f"/ban-nhap/{draft.pk}/quy-dinh-moi/"

    html = an.get(f"/ban-nhap/{draft.pk}/kiem-tra/").content.decode()

    assert "Thủ tục này vừa đổi" in html
    assert f'href="{address}"' in html
    shown = an.get(address).content.decode()
    assert "Giấy tờ mới" in shown
    assert TERM in shown
    assert "Giấy tờ không cần nữa" not in shown


def test_opening_the_draft_shows_what_was_and_what_is(an: Client, draft: Dossier) -> None:
    address = f"/ban-nhap/{draft.pk}/quy-dinh-moi/"
    for page in ("phan/1/", "giay-to/"):
        assert an.get(f"/ban-nhap/{draft.pk}/{page}").headers["Location"] == address

    told = re.sub(r"<[^>]+>|\s+", " ", an.get(address).text)
    told = " ".join(told.split())

    assert "Thời hạn Trước 3 ngày làm việc" in told
    assert f"Nay {TERM} Phí, lệ phí Trước" in told
    assert f"Nay Lệ phí: {' '.join(money(15_000).split())}" in told
    assert "Giấy tờ cần khác trước" in told
    assert "2 bản sao chứng thực" in told


def test_what_is_typed_in_an_open_tab_is_kept_before_the_change_is_read(an: Client, draft: Dossier) -> None:
    answer = an.post(f"/ban-nhap/{draft.pk}/phan/1/", {"applicant_address": "ấp Mới, xã Thanh Mỹ", "later": "1"})

    assert answer.status_code == 302
    assert Dossier.objects.get().current_answers()["applicant_address"] == "ấp Mới, xã Thanh Mỹ"


def test_who_read_one_change_does_not_agree_to_the_next(an: Client, draft: Dossier) -> None:
    read, old = in_force(), str(draft.version_id)
    changed(conditions="Đổi thêm lần nữa")

    for version in (read, old, "", "x"):
        answer = an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/", {"version": version})
        assert answer.status_code == 422
        assert "vừa đổi thêm lần nữa" in answer.text
        assert "Đổi thêm lần nữa" in answer.text
    assert str(Dossier.objects.get().version_id) == old


def test_the_action_files_and_renews_under_the_version_in_force_only(world: World, draft: Dossier) -> None:
    old = draft.procedure
    changed(conditions="Đổi thêm lần nữa")
    between = Version.objects.get(number=2, procedure__code=MARITAL)
    page = version_page(between.pk)

    with pytest.raises(Blocked):
        actions.file(draft, by=world.an, at=timezone.now())
    for gone in (old, page):
        with pytest.raises(Blocked):
            actions.renew_draft(draft, gone, gone.cases[0].id, by=world.an, at=timezone.now())
        start = dataclasses.replace(world.start(MARITAL), page=gone, case_id=gone.cases[0].id)
        with pytest.raises(Blocked):
            actions.start_draft(start, by=world.an, at=timezone.now())
    kept = Dossier.objects.get()
    assert (kept.version_id, kept.status) == (old.id, Status.DRAFT)


def test_what_is_out_of_force_is_not_filed_and_says_why(an: Client, draft: Dossier) -> None:
    procedure = Procedure.objects.get(code=MARITAL)
    keeping.withdraw(procedure, reason="Luật mới bỏ thủ tục này", replaced_by="1.001193", at=timezone.now())

    answer = an.get(f"/ban-nhap/{draft.pk}/phan/1/", follow=True)

    assert "Bản nháp này không nộp trên mạng được nữa" in answer.text
    assert "Luật mới bỏ thủ tục này" in answer.text
    assert "/dich-vu-cong/1.001193/" in answer.text
    assert an.get(f"/ban-nhap/{draft.pk}/to-khai/").status_code == 200


def test_what_is_no_longer_filed_on_line_says_where_instead(an: Client, draft: Dossier) -> None:
    changed(files_online=False)

    answer = an.get(f"/ban-nhap/{draft.pk}/phan/1/", follow=True)

    assert "nay chỉ nhận ở quầy" in answer.text
    assert an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/", {"version": in_force()}).status_code == 200
    assert Dossier.objects.get().version_id == draft.version_id


def test_one_press_goes_on_with_answers_and_files(an: Client, draft: Dossier) -> None:
    before = dict(draft.current_answers())
    refused = an.post(f"/ban-nhap/{draft.pk}/kiem-tra/", {"consent": "1"})
    assert refused.status_code == 422
    assert refused.content.decode().count("Thủ tục này vừa đổi") == 1

    assert an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/", {"version": in_force()}).status_code == 302
    assert an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/", {"version": in_force()}).status_code == 302

    renewed = Dossier.objects.get()
    page = current_version(MARITAL)
    assert page is not None
    assert (renewed.version_id, renewed.term_amount) == (page.id, 5)
    assert renewed.current_answers() == before
    names = {paper.id: paper.name for paper in page.cases[0].papers}
    assert {names[one.paper_id] for one in renewed.attachments.all() if one.paper_id} == set(names.values()) - {
        "Giấy tờ mới"
    }
    assert an.post(f"/ban-nhap/{draft.pk}/kiem-tra/", {"consent": "1"}).status_code == 302
    assert Dossier.objects.get().status == Status.FILED


def test_a_draft_that_is_up_to_date_goes_back_to_its_review(world: World, an: Client) -> None:
    draft = world.draft(MARITAL)

    assert an.get(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").headers["Location"] == f"/ban-nhap/{draft.pk}/kiem-tra/"
    assert "Thủ tục này vừa đổi" not in an.get(f"/ban-nhap/{draft.pk}/kiem-tra/").content.decode()


def test_another_person_s_draft_is_not_renewed(world: World, draft: Dossier) -> None:
    page = current_version(MARITAL)
    assert page is not None
    with pytest.raises(NotAllowed):
        actions.renew_draft(draft, page, page.cases[0].id, by=world.binh, at=timezone.now())
    assert world.client(world.binh).get(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").status_code == 404
