"""A draft from before the procedure changed is shown what changed, and loses nothing."""

import dataclasses

import pytest
from django.test import Client

from motcua.catalogue import content
from motcua.catalogue.models import Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from motcua.catalogue.rows import content_of, with_everything
from motcua.dossiers import actions
from motcua.dossiers.actions import NotAllowed
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from tests.world import MARITAL, MONDAY, World, a_picture

TERM = "5 ngày làm việc"


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


@pytest.fixture
def draft(world: World) -> Dossier:
    """With a file in each paper, and then the procedure asks for one paper more and gives another term."""
    draft = world.draft(MARITAL)
    for paper in draft.procedure.cases[0].papers:
        actions.add_files(draft, [(paper.id, a_picture())], by=world.an, at=MONDAY)
    old = content_of(with_everything(Version.objects.filter(pk=draft.version_id)).get())
    first, *others = old.cases
    channels = tuple(dataclasses.replace(one, text=TERM, amount=5) for one in first.channels)
    papers = (*first.papers, content.Paper(name="Giấy tờ mới", kind="submit", originals=1))
    changed = dataclasses.replace(first, channels=channels, papers=papers)
    publish(MARITAL, dataclasses.replace(old, cases=(changed, *others)), origin="person", at=MONDAY)
    return draft


def test_the_review_leads_to_what_changed(an: Client, draft: Dossier) -> None:
    address = f"/ban-nhap/{draft.pk}/quy-dinh-moi/"

    html = an.get(f"/ban-nhap/{draft.pk}/kiem-tra/").content.decode()

    assert "Thủ tục này vừa đổi" in html
    assert f'href="{address}"' in html
    shown = an.get(address).content.decode()
    assert "Giấy tờ mới" in shown
    assert TERM in shown
    assert "Giấy tờ không cần nữa" not in shown


def test_one_press_goes_on_with_answers_and_files(an: Client, draft: Dossier) -> None:
    before = dict(draft.current_answers())
    refused = an.post(f"/ban-nhap/{draft.pk}/kiem-tra/", {"consent": "1"})
    assert refused.status_code == 422
    assert refused.content.decode().count("Thủ tục này vừa đổi") == 1

    assert an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").status_code == 302
    assert an.post(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").status_code == 302

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
        actions.renew_draft(draft, page, page.cases[0].id, by=world.binh, at=MONDAY)
    assert world.client(world.binh).get(f"/ban-nhap/{draft.pk}/quy-dinh-moi/").status_code == 404
