"""Any life of a dossier: the table walked at random, with a clock, crashes and second presses.

`LIFE_STEPS=200 LIFE_EXAMPLES=40` walks for thousands of steps; without them the suite takes a few seconds.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua import deadlines
from motcua.accounts.models import Account
from motcua.common.ids import new_id
from motcua.dossiers import actions, answering, chain, promises
from motcua.dossiers.lifecycle import LIFECYCLE, ROWS, Action
from motcua.dossiers.models import Dossier, HistoryLine
from motcua.dossiers.states import ItemKind, Status
from motcua.notifications.models import Message
from motcua.payments import queries as payments
from motcua.payments.actions import Line
from motcua.reactions import tasks
from tests.world import MONDAY, World

STEPS, EXAMPLES = int(os.environ.get("LIFE_STEPS", "25")), int(os.environ.get("LIFE_EXAMPLES", "4"))
WHY = {"reason": "Lý do", "ground": "Điều 16"}
ITEM = actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")
FEE = Line("le_phi", 15_000, label="Lệ phí")
REFUSED = (actions.NotAllowed, actions.Blocked)


class Crash(Exception):
    """The process dies between two statements."""


@contextmanager
def crashing_after(count: int) -> Iterator[None]:
    """Let the connection fail at its `count`th statement."""
    left = [count]

    def wrapper(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise Crash
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield


def presses(world: World) -> dict[str, Callable[[Dossier, Account, datetime], object]]:
    """Everything that anybody can press."""
    prepared = actions.Prepared("1", MONDAY.date(), no_file_reason="Bản giấy")
    collected = actions.Collected("An", "087190000011", originals_seen=True)
    return {
        "accept": lambda d, by, at: actions.accept(d, by=by, at=at),
        "refuse": lambda d, by, at: actions.refuse(d, by=by, at=at, **WHY),
        "begin": lambda d, by, at: actions.begin(d, by=by, at=at),
        "prepare": lambda d, by, at: actions.prepare_result(d, prepared, by=by, at=at),
        "hand_over": lambda d, by, at: actions.hand_over(d, by=by, at=at),
        "take_back": lambda d, by, at: actions.take_back(d, by=by, at=at),
        "send_back": lambda d, by, at: actions.send_back(d, by=by, at=at, reason="x"),
        "ask": lambda d, by, at: actions.ask_supplement(d, [ITEM], by=by, at=at),
        "answer": answer,
        "supplement": lambda d, by, at: actions.supplement(d, by=by, at=at),
        "recall": lambda d, by, at: actions.recall_request(d, by=by, at=at),
        "ask_fee": lambda d, by, at: actions.ask_fee(d, [FEE], by=by, at=at, ground="TT 1"),
        "waive": lambda d, by, at: actions.waive(d, new_id(), by=by, at=at, ground="TT 1"),
        "pay": lambda d, by, at: actions.record_payment(
            d, actions.Received(new_id(), 15_000, "cash", str(new_id())), by=by, at=at
        ),
        "extend": lambda d, by, at: actions.extend(d, by=by, at=at, days=2, reason="x"),
        "apologise": lambda d, by, at: actions.apologise(
            d, by=by, at=at, expected_on=(at + timedelta(days=3)).date(), reason="x"
        ),
        "withdraw": lambda d, by, at: actions.withdraw(d, by=by, at=at),
        "agree": lambda d, by, at: actions.agree_withdrawal(d, by=by, at=at),
        "agree_itself": lambda d, by, at: actions.agree_withdrawal(d, by=None, at=at),
        "decline": lambda d, by, at: actions.decline_withdrawal(d, by=by, at=at, **WHY),
        "stop": lambda d, by, at: actions.stop(d, by=by, at=at, **WHY),
        "stop_unanswered": lambda d, by, at: actions.stop_unanswered(d, by=None, at=at),
        "finish": lambda d, by, at: actions.finish(d, by=by, at=at),
        "finish_refused": lambda d, by, at: actions.finish_refused(d, by=by, at=at, **WHY),
        "return": lambda d, by, at: actions.return_result(d, by=by, at=at, collected=collected),
        "undo_accept": lambda d, by, at: actions.undo_accept(d, by=by, at=at, reason="x"),
        "undo_refuse": lambda d, by, at: actions.undo_refuse(d, by=by, at=at, reason="x"),
        "reopen": lambda d, by, at: actions.reopen(d, by=by, at=at, reason="x"),
        "undo_finish": lambda d, by, at: actions.undo_finish(d, by=by, at=at, reason="x"),
        "undo_return": lambda d, by, at: actions.undo_return(d, by=by, at=at, reason="x", still_here=True),
        "replace": lambda d, by, at: actions.replace_result(d, prepared, by=by, at=at, reason="x"),
        "redirect": lambda d, by, at: actions.redirect(
            d, world.agency("cong_an_xa" if d.resolving.kind == "ubnd_xa" else "ubnd_xa"), by=by, at=at, reason="x"
        ),
    }


def answer(dossier: Dossier, by: Account, at: datetime) -> None:
    for item in answering.items_of(dossier):
        actions.answer_item(dossier, item.pk, actions.Answered("Đây"), by=by, at=at)


LIKELY = {
    Status.FILED: ("accept", "accept", "ask", "refuse", "redirect", "withdraw"),
    Status.ACCEPTED: ("begin", "begin", "ask", "ask_fee", "withdraw", "stop", "undo_accept"),
    Status.REFUSED: ("undo_refuse",),
    Status.PROCESSING: (
        *("prepare", "hand_over", "hand_over", "finish", "finish", "ask", "ask_fee", "extend", "apologise"),
        *("withdraw", "stop", "take_back", "send_back", "finish_refused"),
    ),
    Status.SUPPLEMENT: ("answer", "supplement", "supplement", "recall", "withdraw", "stop_unanswered"),
    Status.PAYMENT: ("pay", "waive", "recall", "withdraw"),
    Status.WITHDRAWING: ("agree", "agree_itself", "decline"),
    Status.STOPPED: ("reopen",),
    Status.FINISHED: ("waive", "return", "undo_finish"),
    Status.RETURNED: ("undo_return", "replace"),
}


NAMES = sorted({name for names in LIKELY.values() for name in names})


class AnyLife(RuleBasedStateMachine):
    """One dossier, five people and a clock."""

    world: World

    @initialize()
    def file(self) -> None:
        self.now = MONDAY
        self.presses = presses(self.world)
        self.dossier = self.world.draft(at=self.now)
        actions.file(self.dossier, by=self.world.an, at=self.now)

    def do(self, name: str, who: str) -> bool:
        """Press; what is refused has written nothing."""
        before = self.snapshot()
        fresh = Dossier.objects.get(pk=self.dossier.pk)
        try:
            with transaction.atomic():
                self.presses[name](fresh, self.world.people[who], self.now)
        except REFUSED:
            assert self.snapshot() == before, name
            return False
        return True

    def snapshot(self) -> list[Any]:
        kept = ("status", "due_at", "accept_by", "promised_at", "stage", "ended_at", "withdrawal_by", "extension_days")
        row = Dossier.objects.filter(pk=self.dossier.pk).values(*kept).get()
        return [row, self.dossier.history.count(), ProcrastinateJob.objects.count(), payments.account(self.dossier.pk)]

    @rule(minutes=st.sampled_from([1, 30, 240, 1440, 4 * 1440, 30 * 1440]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(data=st.data())
    def somebody_presses_what_is_likely(self, data: st.DataObject) -> None:
        status = Status(Dossier.objects.get(pk=self.dossier.pk).status)
        name = data.draw(st.sampled_from(LIKELY[status]))
        for who in data.draw(st.permutations(["an", "chi", "dung", "ha", "giang"])):
            if self.do(name, who):
                return

    @rule(name=st.sampled_from(NAMES), who=st.sampled_from(["an", "binh", "chi", "dung", "ha", "giang"]))
    def anybody_presses_anything(self, name: str, who: str) -> None:
        self.do(name, who)
        if who in {"binh", "giang"} and name not in {"agree_itself", "stop_unanswered", "answer"}:
            last = self.dossier.history.order_by("-number")[0]
            assert last.actor != self.world.people[who]

    @rule(data=st.data(), count=st.integers(0, 25))
    def the_process_dies_in_the_middle(self, data: st.DataObject, count: int) -> None:
        status = Status(Dossier.objects.get(pk=self.dossier.pk).status)
        name = data.draw(st.sampled_from(LIKELY[status]))
        who = data.draw(st.sampled_from(["an", "chi", "dung", "ha"]))
        before = self.snapshot()
        fresh = Dossier.objects.get(pk=self.dossier.pk)
        person = self.world.people[who]
        try:
            with transaction.atomic(), crashing_after(count):
                self.presses[name](fresh, person, self.now)
        except (Crash, *REFUSED):
            assert self.snapshot() == before

    @precondition(lambda self: hasattr(self, "dossier"))
    @invariant()
    def the_history_explains_the_dossier(self) -> None:
        dossier = Dossier.objects.get(pk=self.dossier.pk)
        lines = list(dossier.history.order_by("number"))
        assert chain.first_break(lines) is None
        status = None
        for line in lines:
            if line.kind != "move":
                continue
            row = ROWS[Action(line.action)]
            assert line.source == (status if status is not None else Status.DRAFT)
            assert line.source in row.sources
            assert line.target == row.target
            status = line.target
        assert dossier.status == status
        slips = [ROWS[Action(line.action)].slip for line in lines if line.kind == "move"]
        assert [slip for slip in slips if slip] == [slip for slip in (SLIPS.get(line.action) for line in lines) if slip]

    @precondition(lambda self: hasattr(self, "dossier"))
    @invariant()
    def the_clock_adds_up(self) -> None:
        dossier = Dossier.objects.get(pk=self.dossier.pk)
        waiting = dossier.requests.filter(answered_at=None, recalled_at=None, ended_at=None).count()
        assert waiting == (dossier.status in {Status.SUPPLEMENT, Status.PAYMENT})
        assert (dossier.withdrawal_by is not None) == (dossier.status == Status.WITHDRAWING)
        if dossier.accepted_at is None:
            assert dossier.due_at is None
            return
        assert dossier.due_at == due_by_the_history(dossier)

    @precondition(lambda self: hasattr(self, "dossier"))
    @invariant()
    def no_acceptance_is_due_later_than_the_promise(self) -> None:
        last = None
        for line in self.dossier.history.order_by("number"):
            last = line.facts.get("promised_at", last)
            if line.action == Action.ACCEPT:
                assert line.facts["due_at"] <= last

    def teardown(self) -> None:
        """Every message of this life is owed once, however often its jobs run."""
        if not hasattr(self, "dossier"):
            return
        for _ in range(2):
            for job in ProcrastinateJob.objects.filter(task_name="react").order_by("id"):
                tasks.react(**job.args)
        told = list(Message.objects.values_list("reason", "address", "channel"))
        assert len(told) == len(set(told))
        assert (
            Message.objects.filter(kind="accept", channel="sms").count()
            == HistoryLine.objects.filter(action="accept").count()
            * Message.objects.filter(kind="file").values("address").distinct().count()
        )


SLIPS = {str(move.action): move.slip for move in LIFECYCLE}


def due_by_the_history(dossier: Dossier) -> datetime | None:
    """The due date from the lines alone: when it was accepted, when it stood still, by how much it was extended."""
    start, pauses, days = _read(dossier)
    if start is None:
        return None
    counted = promises.term(dossier, start, pauses)
    assert counted is not None
    if counted.due_at is None or days is None:
        return counted.due_at
    return deadlines.due(
        counted.due_at - timedelta(minutes=1),
        amount=days,
        unit="working_day",
        calendar=promises.resolving_calendar(dossier, counted.due_at),
        pauses=pauses,
    ).due_at


ENDS_A_PAUSE = {"supplement", "decline_withdrawal", "agree_withdrawal", "stop_unanswered", "finish_refused", "stop"}


def _read(dossier: Dossier) -> tuple[datetime | None, list[tuple[datetime, datetime | None]], int | None]:
    start: datetime | None = None
    check: datetime | None = None
    pauses: list[tuple[datetime, datetime | None]] = []
    days = None
    for line in dossier.history.order_by("number"):
        check = datetime.fromisoformat(line.facts["accept_by"]) if line.facts.get("accept_by") else check
        if line.action == "accept":
            assert check is not None
            start, pauses = min(line.at, check), []
        elif line.action == "undo_accept":
            start = None
        elif line.action in {"ask_supplement", "withdraw"} and start is not None:
            pauses.append((line.at, None))
        elif line.action == "recall_request" and pauses and pauses[-1][1] is None:
            pauses.pop()
        elif line.action in ENDS_A_PAUSE:
            pauses = [(began, ended or line.at) for began, ended in pauses]
        elif line.action == "extend":
            days = line.facts["days"]
    return start, pauses, days


@pytest.mark.timeout(3600)
def test_any_life_keeps_its_promises(world: World) -> None:
    """Each life is undone by a savepoint, so that the next one begins in the same world."""

    class Life(AnyLife):
        def __init__(self) -> None:
            super().__init__()
            self.world = world
            self.savepoint = transaction.savepoint()

        def teardown(self) -> None:
            super().teardown()
            transaction.savepoint_rollback(self.savepoint)

    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
