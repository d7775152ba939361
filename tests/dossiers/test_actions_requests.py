"""Supplements and money asked for: what stops, what goes on, what counts."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.catalogue import reading
from motcua.catalogue.models import Version
from motcua.common.ids import new_id
from motcua.dossiers import actions, answering, promises
from motcua.dossiers.looks import seen
from motcua.dossiers.models import Dossier, LookKind
from motcua.dossiers.states import ItemKind, Status
from motcua.payments.actions import Line
from tests.world import HANOI, MONDAY, World, a_picture

LATER = MONDAY + timedelta(hours=1)
BLURRED = actions.Item(ItemKind.OTHER, "Ảnh căn cước", "Ảnh mờ. Chụp lại", "Luật Hộ tịch, điều 16")
NO_REASON = actions.Item(ItemKind.OTHER, "Ảnh căn cước", " ")
FEE = Line("le_phi", 15_000, label="Lệ phí")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def rule(dossier: Dossier, monkeypatch: pytest.MonkeyPatch, **rules: Any) -> None:
    """Let the dossier's version have said so from the beginning."""
    page = reading.version_page(dossier.version_id)
    object.__setattr__(page, "rules", type(page.rules)(**rules))
    monkeypatch.setattr(Version, "rules", rules, raising=False)


@pytest.fixture(autouse=True)
def forget_pages() -> Any:
    yield
    reading.version_page.cache_clear()


def answer(world: World, dossier: Dossier, at: datetime, words: str = "Không có giấy này") -> None:
    for item in answering.items_of(dossier):
        actions.answer_item(dossier, item.pk, actions.Answered(words), by=world.an, at=at)


def test_before_acceptance_the_check_ends_and_begins_anew(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    first = dossier.promised_at
    line = actions.ask_supplement(dossier, [BLURRED], by=world.chi, at=LATER)
    assert (line.action, dossier.status) == ("ask_supplement_first", Status.SUPPLEMENT)

    wednesday = local("2026-11-11T09:00")
    answer(world, dossier, wednesday)
    sent = actions.supplement(dossier, by=world.an, at=wednesday)

    assert (sent.action, dossier.status) == ("supplement_first", Status.FILED)
    assert dossier.accept_by == local("2026-11-12T09:00")
    assert dossier.promised_at is not None
    assert first is not None
    assert dossier.promised_at > first


def test_in_work_the_term_stops_and_goes_on(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    assert dossier.due_at == local("2026-11-12T17:00")  # three working days after Monday

    line = actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=local("2026-11-10T10:00"))
    assert dossier.due_at is None
    assert line.facts["days_left"] == 2
    request = dossier.open_request()
    assert request is not None
    assert (request.due_before, request.days_left) == (local("2026-11-12T17:00"), 2)

    back = local("2026-11-16T10:00")  # four working days later, to the minute
    answer(world, dossier, back)
    actions.supplement(dossier, by=world.an, at=back)

    assert dossier.status == Status.PROCESSING
    assert dossier.due_at == local("2026-11-18T17:00")


def test_where_the_version_says_so_the_term_starts_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    rule(dossier, monkeypatch, after_supplement="restart")
    actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=local("2026-11-10T10:00"))
    assert dossier.open_request().restarts  # type: ignore[union-attr]

    back = local("2026-11-16T10:00")
    answer(world, dossier, back)
    actions.supplement(dossier, by=world.an, at=back)

    assert dossier.due_at == local("2026-11-19T17:00")


def test_an_accepted_dossier_goes_to_work_with_its_supplement(world: World) -> None:
    dossier = world.dossier("accept", at=MONDAY)
    actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=LATER)
    answer(world, dossier, LATER)
    actions.supplement(dossier, by=world.an, at=LATER)

    assert (dossier.status, dossier.stage) == (Status.PROCESSING, 1)


@pytest.mark.parametrize("items", [[], [NO_REASON], [BLURRED, NO_REASON]])
def test_a_request_names_things_each_with_its_reason(world: World, items: list[actions.Item]) -> None:
    dossier = world.dossier("file", at=MONDAY)

    with pytest.raises(actions.Blocked):
        actions.ask_supplement(dossier, items, by=world.chi, at=LATER)
    assert not dossier.requests.exists()


def test_the_second_request_is_the_approver_s(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [BLURRED], by=world.chi, at=LATER)
    answer(world, dossier, LATER)
    actions.supplement(dossier, by=world.an, at=LATER)
    world.walk(dossier, ("accept", "begin"), at=LATER)

    with pytest.raises(actions.Blocked, match="lần thứ hai"):
        actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=LATER)
    actions.ask_supplement(dossier, [BLURRED], by=world.ha, at=LATER)
    assert dossier.status == Status.SUPPLEMENT


@pytest.mark.parametrize("opened", [False, True])
def test_a_request_recalled_before_it_was_opened_does_not_count(world: World, *, opened: bool) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    due = dossier.due_at
    actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=LATER)
    if opened:
        seen(dossier, by=world.an, kind=LookKind.CITIZEN_OPENED, at=LATER)

    line = actions.recall_request(dossier, by=world.dung, at=LATER + timedelta(days=1))

    assert (line.facts["counts"], dossier.due_at, dossier.status) == (opened, due, Status.PROCESSING)
    again = LATER + timedelta(days=1, minutes=1)
    if opened:
        with pytest.raises(actions.Blocked):
            actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=again)
    else:
        actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=again)


def test_only_who_asked_or_approves_recalls(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=LATER)

    with pytest.raises(actions.NotAllowed):
        actions.recall_request(dossier, by=world.chi, at=LATER)
    actions.recall_request(dossier, by=world.ha, at=LATER)


def test_an_unsent_supplement_is_the_persons_own(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    before = dossier.current_answers()
    question = next(iter(before))
    items = [BLURRED, actions.Item(ItemKind.ANSWER, "Câu hỏi", "Sai", question=question)]
    actions.ask_supplement(dossier, items, by=world.dung, at=LATER)
    first, second = answering.items_of(dossier)
    refused = actions.answer_item(
        dossier, first.pk, actions.Answered(uploads=(a_picture("moi.png"),)), by=world.an, at=LATER
    )
    actions.answer_item(dossier, second.pk, actions.Answered(changed={question: "khác"}), by=world.an, at=LATER)

    assert refused == []
    assert Dossier.objects.get(pk=dossier.pk).current_answers() == before
    assert answering.unanswered(dossier) == []
    actions.supplement(dossier, by=world.an, at=LATER)
    assert Dossier.objects.get(pk=dossier.pk).current_answers()[question] == "khác"


def test_a_supplement_with_a_gap_is_not_sent(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [BLURRED, BLURRED], by=world.dung, at=LATER)
    first, _second = answering.items_of(dossier)
    actions.answer_item(dossier, first.pk, actions.Answered("Đây"), by=world.an, at=LATER)

    with pytest.raises(actions.Blocked, match="Chưa trả lời"):
        actions.supplement(dossier, by=world.an, at=LATER)
    assert dossier.status == Status.SUPPLEMENT


@pytest.mark.parametrize("who", ["binh", "giang", "dung"])
def test_a_stranger_answers_nothing(world: World, who: str) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [BLURRED], by=world.dung, at=LATER)
    [item] = answering.items_of(dossier)

    with pytest.raises(actions.NotAllowed):
        actions.answer_item(dossier, item.pk, actions.Answered("x"), by=world.people[who], at=LATER)


def test_intake_records_what_is_brought_to_the_counter(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    paper = dossier.procedure.cases[0].papers[0]
    item = actions.Item(ItemKind.PAPER, paper.name, "Thiếu", paper_id=paper.id)
    actions.ask_supplement(dossier, [item], by=world.chi, at=LATER)
    [asked] = answering.items_of(dossier)

    actions.answer_item(dossier, asked.pk, actions.Answered(handed="certified"), by=world.chi, at=LATER)
    line = actions.supplement(dossier, by=world.chi, at=LATER)

    assert line.role == "intake"
    assert dossier.handed_papers.get().form == "certified"


def test_money_asked_in_work_runs_on_unless_the_version_says_stop(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    due = dossier.due_at

    actions.ask_fee(dossier, [FEE], by=world.dung, at=LATER, ground="TT 1")
    assert (dossier.status, dossier.due_at) == (Status.PAYMENT, due)
    received = actions.Received(new_id(), 15_000, "cash", "BL1")
    actions.waive(dossier, new_id(), by=world.chi, at=LATER, ground="Điều 1", amount=None)
    assert dossier.status == Status.PROCESSING
    assert actions.record_payment(dossier, received, by=world.chi, at=LATER) is not None


def test_where_the_version_says_so_money_stops_the_term(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    rule(dossier, monkeypatch, fee_stops_clock=True)
    actions.ask_fee(dossier, [FEE], by=world.dung, at=local("2026-11-10T07:00"), ground="TT 1")
    assert dossier.due_at is None

    actions.waive(dossier, new_id(), by=world.chi, at=local("2026-11-11T07:00"), ground="Điều 1")
    assert dossier.due_at == local("2026-11-13T17:00")


@pytest.mark.parametrize(("lines", "ground"), [([FEE], ""), ([], "TT 1")])
def test_money_is_asked_with_amount_and_ground(world: World, lines: list[Line], ground: str) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.waive(dossier, new_id(), by=world.chi, at=LATER, ground="Điều 1")

    with pytest.raises(actions.Blocked):
        actions.ask_fee(dossier, lines, by=world.dung, at=LATER, ground=ground)


def test_fee_first_waits_for_the_money_before_the_check(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = world.draft(at=MONDAY)
    rule(draft, monkeypatch, fee_first=True)
    actions.file(draft, by=world.an, at=MONDAY)
    assert [line.action for line in draft.history.order_by("number")] == ["file", "ask_fee_first"]
    assert draft.status == Status.PAYMENT

    paid = local("2026-11-10T10:00")
    actions.waive(draft, new_id(), by=world.chi, at=paid, ground="Điều 1")

    assert draft.status == Status.FILED
    assert draft.accept_by == local("2026-11-11T10:00")
    assert draft.promised_at == promises.result_by(draft, draft.accept_by)


def test_another_agency_is_a_fact_and_stops_only_by_rule(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    due = dossier.due_at
    actions.ask_agency(dossier, by=world.dung, at=LATER, whom="Sở Tư pháp", ground="Điều 5")
    assert (dossier.due_at, dossier.status) == (due, Status.PROCESSING)
    with pytest.raises(actions.Blocked, match="Đang chờ"):
        actions.ask_agency(dossier, by=world.dung, at=LATER, whom="Sở khác", ground="Điều 5")
    actions.agency_answered(dossier, by=world.dung, at=LATER)

    rule(dossier, monkeypatch, agency_wait_stops_clock=True)
    actions.ask_agency(dossier, by=world.dung, at=local("2026-11-10T07:00"), whom="Sở Tư pháp", ground="Điều 5")
    assert dossier.due_at is None
    actions.agency_answered(dossier, by=world.dung, at=local("2026-11-11T07:00"), note="Đồng ý")
    assert dossier.due_at == local("2026-11-13T17:00")
    with pytest.raises(actions.NotAllowed):
        actions.agency_answered(dossier, by=world.dung, at=local("2026-11-11T08:00"))
