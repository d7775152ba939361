"""A holiday is decreed: open dossiers that it touches get another date, and say so."""

from datetime import date, datetime

from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.agencies.decreeing import Decreed, decree_day
from motcua.common import kept
from motcua.dossiers import tasks
from motcua.dossiers.actions import recounting
from motcua.dossiers.models import Dossier
from motcua.reactions import calendars
from tests.world import HANOI, MONDAY, World

WEDNESDAY = date(2026, 11, 11)
HOLIDAY = Decreed(WEDNESDAY, "holiday", "Ngày lễ mới", "A new holiday", "1/QĐ-TTg")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def test_what_is_touched_moves_once_and_keeps_the_old_date(world: World) -> None:
    filed, in_work = world.dossier("file", at=MONDAY), world.dossier("begin", at=MONDAY)
    ended = world.dossier("finish", at=MONDAY)
    due = in_work.due_at
    assert filed.promised_at == local("2026-11-13T17:00")
    day = decree_day(HOLIDAY, agency=None, at=MONDAY)
    kept.forget()
    calendars.count_again(str(day.pk), MONDAY)
    [job] = ProcrastinateJob.objects.filter(task_name="recount")

    for _ in range(2):
        tasks.recount(**job.args)

    moved = in_work.history.get(action="due_moved")
    assert Dossier.objects.get(pk=in_work.pk).due_at == local("2026-11-13T17:00")
    assert (moved.kind, moved.facts["due_at_before"]) == ("fact", due.isoformat())  # type: ignore[union-attr]
    assert filed.history.filter(action="due_moved").count() == 1
    assert Dossier.objects.get(pk=filed.pk).promised_at == local("2026-11-16T17:00")
    assert not ended.history.filter(action="due_moved").exists()


def test_another_agency_s_own_day_touches_nobody_else(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    police = world.agency("cong_an_xa")
    decree_day(HOLIDAY, agency=police, at=MONDAY)
    kept.forget()

    assert list(recounting.touched(police.pk, WEDNESDAY)) == []
    assert recounting.recount(dossier.pk, at=MONDAY) is False


def test_many_are_counted_a_part_at_a_time(world: World, monkeypatch: object) -> None:
    monkeypatch.setattr(recounting, "PART", 2)  # type: ignore[attr-defined]
    ids = sorted(world.dossier("begin", at=MONDAY).pk for _ in range(3))
    decree_day(HOLIDAY, agency=None, at=MONDAY)
    kept.forget()

    after = recounting.recount_part(None, WEDNESDAY, at=MONDAY)
    assert after == ids[1]
    assert recounting.recount_part(None, WEDNESDAY, at=MONDAY, after=after) is None
    assert Dossier.objects.filter(due_at=local("2026-11-13T17:00")).count() == 3
