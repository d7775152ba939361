"""The job of notifications."""

import json
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.notifications import actions, tasks
from motcua.notifications.actions import Letter
from tests.world import MONDAY


@pytest.mark.django_db
def test_deliver_sends_what_is_owed_for_its_reason_alone(settings: Settings) -> None:
    for reason in ("a", "b"):
        actions.owe_all([Letter("sms", "+84987654321", "code", reason)], reason=reason, at=MONDAY)

    tasks.deliver("a")

    assert [json.loads(path.read_text())["text"] for path in Path(settings.OUTBOX).glob("sms/*")] == ["a"]
