"""A change of the calendar leads to counting again."""

from datetime import date

from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.agencies.decreeing import follow_hours
from motcua.deadlines import STANDARD_WORKING
from motcua.reactions import calendars
from tests.world import MONDAY, World


def test_the_reach_of_the_change_goes_into_the_job(world: World) -> None:
    committee = world.agency()
    hours = follow_hours(
        committee, since=date(2026, 12, 1), working=STANDARD_WORKING, reception={}, rules={}, at=MONDAY
    )
    calendars.count_again(str(hours.pk), MONDAY)

    [job] = ProcrastinateJob.objects.filter(task_name="recount")
    assert job.args == {"agency": str(committee.pk), "first": "2026-12-01", "after": None}
