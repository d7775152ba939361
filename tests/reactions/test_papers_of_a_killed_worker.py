"""A worker killed in the middle of drawing fifty slips: each exists once, is told once, and is numbered once."""

import json
import os
import signal
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.common.events import publish
from motcua.documents.issuing import Order
from motcua.documents.models import IssuedPaper
from motcua.dossiers import chain
from motcua.dossiers.actions.papers import owe
from motcua.dossiers.models import Dossier
from motcua.dossiers.trail import verify
from tests.world import MONDAY, World

from .test_tasks import wait_until, worker

MANY = 50
SILENT = "update procrastinate_workers set last_heartbeat = now() - interval '2 minutes'"


def owed(world: World) -> Dossier:
    """One dossier that owes fifty slips, each with a job of its own."""
    dossier = world.dossier("accept")
    ProcrastinateJob.objects.all().delete()
    with transaction.atomic():
        IssuedPaper.objects.filter(tie__dossier=dossier, file=None).update(revoked_at=MONDAY, revoked_why="Không cần")
        dossier.lock()
        papers = owe(dossier, dossier.history.get(action="accept"), [Order("01")] * MANY, MONDAY)
        for paper in papers:
            publish("paper.owed", paper=str(paper.pk))
    return dossier


def drawn() -> int:
    return IssuedPaper.objects.filter(kind="01", revoked_at=None, file__isnull=False).count()


@pytest.mark.django_db(transaction=True)
def test_fifty_slips_exist_once_and_number_once_though_the_worker_was_killed(world: World, tmp_path: Path) -> None:
    dossier = owed(world)
    with worker(tmp_path) as first:
        wait_until(lambda: drawn() >= 5)
        os.killpg(first.pid, signal.SIGKILL)
    left_behind = MANY - drawn()
    assert left_behind > 0
    with connection.cursor() as cursor:
        cursor.execute(SILENT)  # so that the next worker need not wait for half a minute of silence

    with worker(tmp_path):
        wait_until(lambda: drawn() == MANY and not ProcrastinateJob.objects.exclude(status="succeeded").exists())

    papers = IssuedPaper.objects.filter(kind="01", revoked_at=None).select_related("file")
    numbers = sorted(paper.number or 0 for paper in papers)
    assert numbers == list(range(numbers[0], numbers[0] + MANY))
    files = {paper.file.sha256 for paper in papers if paper.file}
    told = [line.facts["sha256"] for line in dossier.history.filter(action="paper_issued")]
    assert sorted(told) == sorted(files)
    assert len(files) == MANY
    rows = [json.dumps(chain.exported(line)) for line in dossier.history.select_related("words").order_by("number")]
    assert verify(rows).intact
