"""A job whose worker died is taken up again."""

import asyncio

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.config.commands import worker

DEAD_WORKER = "insert into procrastinate_workers (last_heartbeat) values (now() - make_interval(secs => %s))"
BEING_DONE = """
update procrastinate_jobs set status = 'doing', worker_id = (select max(id) from procrastinate_workers) where id = %s
"""

pytestmark = pytest.mark.django_db(transaction=True)


def leave_a_job_undone(*, silent_for: int) -> int:
    """A job that is being done by a worker which gave no sign of life for so many seconds."""
    job = app.configure_task("react").defer(event="nothing.known", ids={"line": "none"})
    with connection.cursor() as cursor:
        cursor.execute(DEAD_WORKER, [silent_for])
        cursor.execute(BEING_DONE, [job])
    return job


def rescue(*, silent_for: float) -> int:
    async def with_own_connection() -> int:
        with worker.own_connections() as own:
            async with own.open_async():
                return await worker.rescue(own, silent_for=silent_for)

    return asyncio.run(with_own_connection())


class TestRescue:
    def test_queues_the_job_of_a_silent_worker_again(self) -> None:
        job = leave_a_job_undone(silent_for=31)

        assert rescue(silent_for=30) == 1
        assert ProcrastinateJob.objects.get(pk=job).status == "todo"

    def test_leaves_the_job_of_a_living_worker_alone(self) -> None:
        job = leave_a_job_undone(silent_for=5)

        assert rescue(silent_for=30) == 0
        assert ProcrastinateJob.objects.get(pk=job).status == "doing"


def test_a_worker_knows_whether_another_one_lives() -> None:
    with worker.alone_or_not() as first, worker.alone_or_not() as second:
        assert (first, second) == (True, False)

    with worker.alone_or_not() as later:
        assert later
