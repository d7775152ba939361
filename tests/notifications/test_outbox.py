"""Files of the outbox are whole or not there."""

from pathlib import Path

from pytest_django import Settings

from motcua.notifications import outbox


def test_the_same_name_again_changes_nothing(settings: Settings) -> None:
    first = outbox.write("sms", "a.json", b"one")
    second = outbox.write("sms", "a.json", b"two")

    assert first == second
    assert first.read_bytes() == b"one"


def test_nothing_half_written_stays(settings: Settings) -> None:
    outbox.write("sms", "a.json", b"one")

    assert [path.name for path in (Path(settings.OUTBOX) / "sms").iterdir()] == ["a.json"]
