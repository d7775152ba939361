"""Readers of the environment refuse nonsense by naming the variable."""

from pathlib import Path

import pytest

from motcua.config.environment import EnvironmentMistake, env, env_bool, env_secret


def test_text_is_stripped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "  a ")

    assert env("X") == "a"
    assert env("MISSING", "b") == "b"


@pytest.mark.parametrize(("text", "meant"), [("1", True), ("0", False)])
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, text: str, meant: bool) -> None:
    monkeypatch.setenv("X", text)

    assert env_bool("X", default=not meant) is meant


def test_anything_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "yes")

    with pytest.raises(EnvironmentMistake, match="X must be 1 or 0"):
        env_bool("X", default=False)


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "s").write_text("deep\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "s"))

    assert env_secret("X") == "deep"
    monkeypatch.delenv("X_FILE")
    with pytest.raises(EnvironmentMistake, match="X_FILE"):
        env_secret("X")
