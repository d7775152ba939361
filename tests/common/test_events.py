"""Publishing stores a job with the data, or neither."""

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.common.events import publish


def test_one_event_is_one_job_that_carries_ids_alone(db: None) -> None:
    publish("dossier.file", line="0193")

    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("react", {"event": "dossier.file", "ids": {"line": "0193"}})


def test_a_rollback_takes_the_job_along(db: None) -> None:
    with transaction.atomic():
        publish("dossier.file", line="0193")
        transaction.set_rollback(True)

    assert not ProcrastinateJob.objects.exists()
