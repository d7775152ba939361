"""The nightly comparison begins with the first paper."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.documents import tasks


@pytest.mark.django_db
def test_the_night_begins_with_the_first_paper() -> None:
    tasks.compare_papers(0)

    job = ProcrastinateJob.objects.get(task_name="compare_part")
    assert job.args == {"after": None}
