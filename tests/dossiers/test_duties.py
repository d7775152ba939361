"""Duties at their moments, twice, after two days of silence, and side by side."""

from datetime import datetime, timedelta
from threading import Thread

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.catalogue import reading
from motcua.dossiers import actions, duties, tasks
from motcua.dossiers.models import DeskDraft, Dossier, Notice
from motcua.dossiers.states import ItemKind, Status
from tests.world import HANOI, MONDAY, World

ITEM = actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")
TOLD = "supplement_reminder"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def did(duty: str, at: datetime) -> list[str | None]:
    return [outcome.code for outcome in duties.run(duty, at=at)]


def test_the_check_is_said_to_be_near_and_passed_once(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)  # from 8:00; the check ends on Tuesday at 8:00

    assert did("check_nears", local("2026-11-09T15:59")) == []
    assert did("check_nears", local("2026-11-09T16:00")) == [dossier.code]
    assert did("check_nears", local("2026-11-09T16:30")) == []
    assert did("check_passed", local("2026-11-10T08:00")) == []
    assert did("check_passed", local("2026-11-10T08:01")) == [dossier.code]
    assert did("check_passed", local("2026-11-12T08:01")) == []


def test_due_soon_is_said_two_days_and_one_day_before(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)  # due on Thursday

    assert did("due_soon", local("2026-11-09T17:00")) == []
    assert did("due_soon", local("2026-11-10T00:00")) == [dossier.code]
    assert did("due_soon", local("2026-11-10T23:00")) == []
    assert did("due_soon", local("2026-11-11T00:00")) == [dossier.code]
    assert did("due_soon", local("2026-11-12T10:00")) == []


def test_a_date_that_moved_is_soon_anew(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    did("due_soon", local("2026-11-11T08:00"))
    actions.extend(dossier, by=world.ha, at=local("2026-11-11T09:00"), days=5, reason="x")

    assert did("due_soon", local("2026-11-12T10:00")) == []
    assert did("due_soon", local("2026-11-18T08:00")) == [dossier.code, dossier.code]


def test_the_working_day_before_an_extension_lies_drafted(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    assert did("extension_draft", local("2026-11-10T23:59")) == []
    assert did("extension_draft", local("2026-11-11T07:00")) == [dossier.code]
    assert did("extension_draft", local("2026-11-11T07:05")) == []

    draft = DeskDraft.objects.get()
    assert (draft.action, draft.officer, draft.typed["days"]) == ("extend", None, "3")


def test_overdue_tells_the_head_and_drafts_an_apology(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    assert did("overdue", local("2026-11-12T17:00")) == []
    assert did("overdue", local("2026-11-12T17:01")) == [dossier.code]
    assert did("overdue", local("2026-11-20T17:01")) == []

    assert DeskDraft.objects.get().action == "apologise"
    notice = Notice.objects.get(duty="overdue")
    assert notice.owed_at == dossier.due_at


def test_an_unanswered_request_is_recalled_to_mind_and_then_asked_about(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [ITEM], by=world.dung, at=local("2026-11-10T10:00"))

    assert did(TOLD, local("2026-11-17T16:59")) == []
    assert did(TOLD, local("2026-11-17T17:00")) == [dossier.code]
    assert did(TOLD, local("2026-11-19T08:00")) == []
    assert did("ask_officer", local("2026-12-01T08:00")) == []
    assert did(TOLD, local("2026-12-15T08:00")) == [dossier.code, dossier.code]
    assert did("ask_officer", local("2026-12-15T08:00")) == [dossier.code]
    assert Dossier.objects.get().status == Status.SUPPLEMENT
    jobs = [job.args["event"] for job in ProcrastinateJob.objects.filter(task_name="react")]
    assert jobs.count("dossier.duty") == 3


@pytest.fixture
def ruled(monkeypatch: pytest.MonkeyPatch, world: World) -> object:
    """A dossier whose version rules what an unanswered request leads to."""

    def rule(outcome: str) -> Dossier:
        dossier = world.dossier("begin", at=MONDAY)
        page = reading.version_page(dossier.version_id)
        rules = type(page.rules)(unanswered=outcome, unanswered_days=3)
        monkeypatch.setattr(type(page), "rules", rules, raising=False)
        actions.ask_supplement(dossier, [ITEM], by=world.dung, at=local("2026-11-10T10:00"))
        return dossier

    return rule


def test_the_version_s_rule_stops_or_proposes_a_refusal(ruled: object, world: World) -> None:
    stopped = ruled("stop")  # type: ignore[operator]
    assert did("stop_unanswered", local("2026-11-13T17:00")) == []
    assert did("stop_unanswered", local("2026-11-13T17:01")) == [stopped.code]
    assert Dossier.objects.get(pk=stopped.pk).status == Status.STOPPED
    assert stopped.history.get(action="stop_unanswered").role == "system"

    refused = ruled("refuse")  # type: ignore[operator]
    assert did("refusal_proposed", local("2026-11-13T17:01")) == [refused.code]
    assert did("refusal_proposed", local("2026-11-14T17:01")) == []
    assert DeskDraft.objects.get().action == "finish_refused"
    assert Dossier.objects.get(pk=refused.pk).status == Status.SUPPLEMENT


def test_a_withdrawal_that_nobody_answers_is_granted(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.withdraw(dossier, by=world.an, at=local("2026-11-09T10:00"))

    assert did("withdrawal_unanswered", local("2026-11-10T10:00")) == []
    assert did("withdrawal_unanswered", local("2026-11-12T08:00")) == [dossier.code]
    assert did("withdrawal_unanswered", local("2026-11-12T08:05")) == []


def test_an_uncollected_result_is_recalled_three_times(world: World) -> None:
    dossier = world.dossier("finish", at=MONDAY)
    moments = [MONDAY + timedelta(days=days, hours=1) for days in (4, 5, 6, 15, 16, 30, 60)]

    assert [did("result_uncollected", at) for at in moments] == [
        *([], [dossier.code], [], [dossier.code], [], [dossier.code], []),
    ]


def test_where_no_date_was_promised_the_officer_is_reminded(world: World) -> None:
    draft = world.draft(at=MONDAY)
    Dossier.objects.filter(pk=draft.pk).update(term_amount=None, term_unit="no_date")
    world.walk(draft, ("file", "accept", "begin"), at=MONDAY)

    assert did("no_date_reminder", local("2026-11-13T08:00")) == []
    assert did("no_date_reminder", local("2026-11-16T08:00")) == [draft.code]
    assert did("no_date_reminder", local("2026-11-17T08:00")) == []
    assert did("no_date_reminder", local("2026-11-25T08:00")) == [draft.code]


def test_a_draft_goes_after_two_notices_and_never_without_them(world: World) -> None:
    draft = world.draft(at=MONDAY)
    day = timedelta(days=1)

    assert did("draft_expires", MONDAY + 75 * day) == []
    assert did("draft_expires", MONDAY + 76 * day) == [None]
    assert did("draft_expires", MONDAY + 80 * day) == []
    assert did("discard_expired", MONDAY + 95 * day) == []
    assert did("draft_expires", MONDAY + 87 * day) == [None]
    assert did("discard_expired", MONDAY + 89 * day) == []
    assert did("discard_expired", MONDAY + 91 * day) == [None]
    assert not Dossier.objects.filter(pk=draft.pk).exists()


def test_a_worker_that_was_away_gives_both_notices_first(world: World) -> None:
    world.draft(at=MONDAY)
    late = MONDAY + timedelta(days=120)

    assert did("draft_expires", late) == [None]
    assert did("discard_expired", late + timedelta(days=5)) == []
    assert did("draft_expires", late + timedelta(days=11)) == [None]
    assert did("discard_expired", late + timedelta(days=14)) == [None]


def test_a_draft_that_was_saved_again_stays(world: World) -> None:
    draft = world.draft(at=MONDAY)
    did("draft_expires", MONDAY + timedelta(days=76))
    did("draft_expires", MONDAY + timedelta(days=87))
    actions.save_answers(draft, {}, by=world.an, at=MONDAY + timedelta(days=88))

    assert did("discard_expired", MONDAY + timedelta(days=91)) == []
    assert Dossier.objects.filter(pk=draft.pk).exists()


def test_every_duty_runs_on_an_empty_house_and_twice_as_once(world: World) -> None:
    world.dossier("begin", at=MONDAY)
    first = duties.run_all(at=local("2026-11-20T08:00"))

    assert {outcome.duty for outcome in first} >= {"overdue", "daily_roots"}
    assert duties.run_all(at=local("2026-11-20T08:00")) == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_each_duty_once(world: World) -> None:
    for _ in range(5):
        world.dossier("begin", at=MONDAY)
    found: list[str | None] = []

    def work() -> None:
        found.extend(did("overdue", local("2026-11-20T08:00")))
        connection.close()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 5
    assert Notice.objects.filter(duty="overdue").count() == 5


def test_a_sweep_queues_each_duty_once_however_often_it_comes(world: World) -> None:
    tasks.sweep(0)
    tasks.sweep(1)

    queued = [job.args["duty"] for job in ProcrastinateJob.objects.filter(task_name="duty")]
    assert sorted(queued) == sorted(duties.DUTIES)
    tasks.attend("overdue")


def test_a_round_that_is_over_leaves_the_rest_to_the_next(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)

    assert duties.run("overdue", at=local("2026-11-20T08:00"), seconds=-1) == []
    assert did("overdue", local("2026-11-20T08:00")) == [dossier.code]
