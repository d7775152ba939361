"""What is handed in on paper: filled in on line, printed, never filed on line, received once."""

import dataclasses
from datetime import timedelta

import pytest

from motcua.catalogue.models import PaperKind, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.rows import content_of, with_everything
from motcua.common import kept
from motcua.documents.models import IssuedPaper, PaperState
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import Blocked, Declaration, Handed, Person, Receiving, Reception, Term
from motcua.dossiers.models import AnswerRevision, Dossier
from motcua.dossiers.states import Delivery
from motcua.eforms import queries as eforms
from tests.world import MARITAL, MONDAY, World

POOR = "1.011607"  # level 2: the general application, at the counter and by post
ONLY_ON_PAPER = "không nộp trên mạng"
AN_HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def filled(world: World, code: str = POOR) -> Dossier:
    return actions.start_draft(world.start(code), by=world.an, at=MONDAY, answers=world.answers(code, world.an))


def printed(world: World, draft: Dossier) -> IssuedPaper:
    paper = actions.print_form(draft, by=draft.started_by, at=MONDAY + AN_HOUR)
    actions.draw_paper(paper.pk, at=MONDAY + AN_HOUR)
    paper.refresh_from_db()
    return paper


def reception(world: World, draft: Dossier, paper: IssuedPaper, owner: Person | None = None) -> Reception:
    an = world.an
    return Reception(
        start=world.start(POOR, channel="counter"),
        owner=owner or Person(an.full_name, an.phone, an.id_number),
        receiving=Receiving(Delivery.COUNTER),
        handed=tuple(Handed(row.id, "original") for row in world.page(POOR).cases[0].papers_of(PaperKind.SUBMIT)),
        term=Term(5, "working_day", "Quyết định 24/2021/QĐ-TTg"),
        declaration=Declaration(draft.current_answers(), draft.started_by),
        printed=paper.token,
    )


def test_it_is_never_filed_on_line_whatever_stands_in_the_draft(world: World) -> None:
    draft = filled(world)
    actions.choose_delivery(draft, Receiving(Delivery.COUNTER), by=world.an, at=MONDAY)

    with pytest.raises(Blocked, match=ONLY_ON_PAPER):
        actions.file(draft, by=world.an, at=MONDAY)
    printed(world, draft)
    with pytest.raises(Blocked, match=ONLY_ON_PAPER):
        actions.file(draft, by=world.an, at=MONDAY)

    assert Dossier.objects.get().is_draft


def test_a_draft_from_when_it_was_filed_on_line_is_not_filed_after_that_ended(world: World) -> None:
    draft = world.draft(MARITAL)
    old = content_of(with_everything(Version.objects.filter(pk=draft.version_id)).get())
    publish(MARITAL, dataclasses.replace(old, level=2, files_online=False), origin="person", at=MONDAY + AN_HOUR)
    kept.forget()

    page = world.page(MARITAL)
    actions.renew_draft(draft, page, page.cases[0].id, by=world.an, at=MONDAY + AN_HOUR)

    with pytest.raises(Blocked, match=ONLY_ON_PAPER):
        actions.file(draft, by=world.an, at=MONDAY + AN_HOUR)


def test_it_is_printed_with_the_same_checks_as_filing(world: World) -> None:
    draft = filled(world)
    actions.save_answers(draft, {"request": None}, by=world.an, at=MONDAY)

    with pytest.raises(Blocked) as blocked:
        actions.print_form(draft, by=world.an, at=MONDAY)

    form = eforms.form(draft.form_version_id)
    assert blocked.value.problems == [form.problems(draft.current_answers(), on=MONDAY.date())["request"]]
    assert not IssuedPaper.objects.exists()


def test_the_sheet_bears_its_code_and_where_it_is_handed_in(world: World) -> None:
    paper = printed(world, filled(world))

    said = str(paper.data["blocks"])
    assert paper.said_typed in said
    assert len(paper.said_typed) == len("ABCD-EFGH-JKMN")
    assert "Trung tâm Phục vụ hành chính công xã Thanh Mỹ" in said
    assert f"/kiem-tra/{paper.token}/" in paper.data["qr"]


def test_without_a_form_of_its_own_the_general_application_is_printed_and_received(world: World) -> None:
    old = content_of(with_everything(Version.objects.filter(pk=world.page(POOR).id)).get())
    publish(POOR, dataclasses.replace(old, form_id=None), origin="person", at=MONDAY - AN_HOUR)
    kept.forget()
    assert world.page(POOR).form_version_id is None
    draft = actions.start_draft(world.start(POOR), by=world.an, at=MONDAY, answers=world.answers(MARITAL, world.an))

    paper = printed(world, draft)
    received = actions.receive(reception(world, draft, paper), by=world.chi, at=MONDAY + AN_HOUR)

    assert eforms.form(received.form_version_id).code == eforms.GENERAL
    assert received.current_answers()


def test_the_draft_becomes_the_dossier_and_its_person_finds_it(world: World) -> None:
    draft = filled(world)
    paper, answers = printed(world, draft), draft.current_answers()

    received = actions.receive(reception(world, draft, paper), by=world.chi, at=MONDAY + 2 * AN_HOUR)

    assert received.channel == "counter"
    assert received.is_accepted
    assert received.current_answers() == answers
    assert received.revisions.get().written_by == world.an
    assert {party.account for party in received.parties.all()} == {world.an}
    assert not Dossier.objects.filter(pk=draft.pk).exists()
    assert not AnswerRevision.objects.filter(dossier=draft.pk).exists()
    assert [one.pk for one in queries.mine(world.an).working] == [received.pk]
    paper.refresh_from_db()
    assert paper.tie.dossier_id == received.pk
    assert queries.declared(paper.token, world.chi, MONDAY + 2 * AN_HOUR) is None


def test_the_dossiers_own_form_takes_the_place_of_the_print(world: World) -> None:
    draft = filled(world)
    paper = printed(world, draft)
    received = actions.receive(reception(world, draft, paper), by=world.chi, at=MONDAY + 2 * AN_HOUR)

    actions.draw_papers_of(received.history.get(action="file").pk, at=MONDAY + 2 * AN_HOUR)

    paper.refresh_from_db()
    assert paper.state is PaperState.SUPERSEDED
    assert paper.replaced_by.kind == "filled"


def test_a_sheet_is_received_once(world: World) -> None:
    draft = filled(world)
    paper = printed(world, draft)
    first = reception(world, draft, paper)
    second = reception(world, draft, paper)
    received = actions.receive(first, by=world.chi, at=MONDAY + AN_HOUR)

    assert actions.receive(first, by=world.chi, at=MONDAY + AN_HOUR).pk == received.pk
    with pytest.raises(Blocked, match=received.code):
        actions.receive(second, by=world.chi, at=MONDAY + AN_HOUR)
    assert Dossier.objects.count() == 1


def test_who_is_written_down_otherwise_keeps_the_draft_but_it_is_not_received_again(world: World) -> None:
    draft = filled(world)
    paper = printed(world, draft)
    other = Person("Trần Văn Bình", "+84987654322", "087085000022")

    received = actions.receive(reception(world, draft, paper, other), by=world.chi, at=MONDAY + AN_HOUR)

    assert Dossier.objects.filter(pk=draft.pk).exists()
    assert not received.parties.filter(account=world.an).exists()
    with pytest.raises(Blocked, match=received.code):
        actions.receive(reception(world, draft, paper), by=world.chi, at=MONDAY + AN_HOUR)


def test_a_form_that_was_filed_on_line_after_the_print_is_not_received_as_well(world: World) -> None:
    draft = world.draft(MARITAL)
    paper = printed(world, draft)
    actions.file(draft, by=world.an, at=MONDAY + AN_HOUR)
    again = dataclasses.replace(
        reception(world, draft, paper), start=world.start(MARITAL, channel="counter"), term=None, declaration=None
    )

    with pytest.raises(Blocked, match=draft.code):
        actions.receive(again, by=world.chi, at=MONDAY + AN_HOUR)


def test_the_list_says_that_it_was_printed_until_it_is_changed(world: World) -> None:
    draft = filled(world)
    assert queries.mine(world.an).printed == {}
    paper = printed(world, draft)

    assert queries.mine(world.an).printed == {draft.pk: paper.owed_at}
    actions.save_answers(draft, {"details": "Thêm"}, by=world.an, at=MONDAY + 3 * AN_HOUR)
    assert queries.mine(world.an).printed == {}


def test_what_can_be_filed_as_well_keeps_its_draft_but_not_the_sheet(world: World) -> None:
    draft = world.draft(MARITAL)
    paper = printed(world, draft)
    case = world.page(MARITAL).cases[0]
    first = dataclasses.replace(
        reception(world, draft, paper),
        start=world.start(MARITAL, channel="counter"),
        term=None,
        handed=tuple(Handed(row.id, "original") for row in case.papers_of(PaperKind.SUBMIT)),
    )

    received = actions.receive(first, by=world.chi, at=MONDAY + AN_HOUR)

    assert Dossier.objects.get(pk=draft.pk).is_draft
    with pytest.raises(Blocked, match=received.code):
        actions.receive(
            dataclasses.replace(first, start=world.start(MARITAL, channel="counter")), by=world.chi, at=MONDAY
        )
