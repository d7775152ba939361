"""Sweeps run by the calendar of the queue."""

from procrastinate.contrib.django import app

from motcua.dossiers import duties, tasks


def test_the_sweep_comes_every_five_minutes() -> None:
    periodic = app.periodic_registry.periodic_tasks.values()

    assert ("sweep", "*/5 * * * *") in {(one.task.name, one.cron) for one in periodic}


def test_every_duty_has_a_job_by_its_name(db: None) -> None:
    for duty in duties.DUTIES:
        tasks.attend(duty)
