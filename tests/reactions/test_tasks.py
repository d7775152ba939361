"""The reacting job survives the death of its worker: the message is sent, and once."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.reactions import tasks
from tests.world import BIRTH, World

PROMISED = 60.0  # seconds from the restart to the message


def test_an_event_without_reactions_is_no_error(db: None) -> None:
    tasks.react("dossier.begin", {"line": "none"})


def environment(home: Path) -> dict[str, str]:
    parts = connection.settings_dict
    address = f"postgres://{parts['USER']}:{parts['PASSWORD']}@{parts['HOST']}:{parts['PORT']}/{parts['NAME']}"
    return os.environ | {
        "DATABASE_URL": address,
        "MOTCUA_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
    }


@contextmanager
def worker(home: Path, **extra: str) -> Iterator[subprocess.Popen[bytes]]:
    """The product's worker in a process group of its own."""
    command = [sys.executable, "-m", "motcua.config.cli", "worker"]
    process = subprocess.Popen(
        command, env=environment(home) | extra, start_new_session=True, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(true: Callable[[], bool], seconds: float = PROMISED) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def texts(home: Path) -> list[dict[str, str]]:
    return [json.loads(path.read_text()) for path in (home / "outbox" / "sms").glob("*.json")]


def state() -> str:
    return str(ProcrastinateJob.objects.get(task_name="react", args__event="dossier.file").status)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_died_between_filing_and_message_loses_nothing(world: World, tmp_path: Path) -> None:
    with worker(tmp_path) as first:
        time.sleep(1.5)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
        world.dossier("file", code=BIRTH)
    assert state() == "todo"

    with worker(tmp_path):
        wait_until(lambda: len(texts(tmp_path)) == 1 and state() == "succeeded")

    assert texts(tmp_path)[0]["to"] == world.an.phone


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_of_the_job_sends_once_after_the_restart(world: World, tmp_path: Path) -> None:
    world.dossier("file", code=BIRTH)
    with connection.cursor() as cursor:
        cursor.execute("begin; lock table notifications_message in access exclusive mode")
        with worker(tmp_path) as first:
            wait_until(lambda: state() == "doing")
            os.killpg(first.pid, signal.SIGKILL)
        cursor.execute("rollback")
    assert state() == "doing"
    assert texts(tmp_path) == []

    with worker(tmp_path):
        wait_until(lambda: len(texts(tmp_path)) == 1 and state() == "succeeded")
