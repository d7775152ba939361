"""A change of the calendar is told in the transaction that makes it."""

from datetime import date

from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.agencies import decreeing
from motcua.agencies.decreeing import Decreed
from tests.world import MONDAY, World


def test_a_decreed_day_is_published_by_its_id(world: World) -> None:
    day = decreeing.decree_day(
        Decreed(date(2026, 12, 1), "holiday", "Lễ", "Holiday", "1/QĐ-TTg"), agency=None, at=MONDAY
    )

    [job] = ProcrastinateJob.objects.filter(task_name="react")
    assert job.args == {"event": "calendar.change", "ids": {"change": str(day.pk)}}
