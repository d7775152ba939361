"""The command line says its answer on standard output and everything else on standard error."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.db import OperationalError

from motcua.config import cli
from motcua.config.failures import CommandFailed


class Example(ModuleType):
    """A command that talks while it works."""

    answer: Any = None

    def run(self, arguments: object) -> Any:
        sys.stdout.write("working\n")
        if self.answer is None:
            raise CommandFailed("The work is not done.")
        return self.answer

    def describe(self, answer: Any) -> str:
        return f"{len(answer)} done"


@pytest.fixture(autouse=True)
def environ() -> Iterator[None]:
    """The command line completes the environment of its process, which is the suite's here."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Example:
    """What stands in the place of `motcua migrate`."""
    found = Example("motcua.config.commands.migrate")
    monkeypatch.setitem(sys.modules, "motcua.config.commands.migrate", found)
    return found


class TestAnswer:
    def test_is_described_in_words(self, example: Example, capsys: pytest.CaptureFixture[str]) -> None:
        example.answer = [{"tên": "Đào"}]

        assert cli.main(["migrate"]) == 0
        assert capsys.readouterr() == ("1 done\n", "working\n")

    def test_is_one_document_with_json(self, example: Example, capsys: pytest.CaptureFixture[str]) -> None:
        example.answer = [{"tên": "Đào"}]

        assert cli.main(["migrate", "--json"]) == 0
        said = capsys.readouterr()
        assert json.loads(said.out) == [{"tên": "Đào"}]
        assert "Đào" in said.out
        assert said.err == "working\n"

    def test_is_a_line_for_each_with_jsonl(self, example: Example, capsys: pytest.CaptureFixture[str]) -> None:
        example.answer = [{"one": 1}, {"two": 2}]

        assert cli.main(["migrate", "--jsonl"]) == 0
        assert capsys.readouterr().out == '{"one": 1}\n{"two": 2}\n'


def away(arguments: object) -> None:
    raise OperationalError("connection refused")


class TestFailure:
    def test_is_said_in_words_with_a_status(self, example: Example, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["migrate", "--json"]) == 1
        assert capsys.readouterr() == ("", "working\nmotcua: The work is not done.\n")

    def test_names_the_variable_that_cannot_be_meant(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PORT", "eighty")

        assert cli.main(["run"]) == 1
        assert "PORT must be a number" in capsys.readouterr().err

    def test_says_that_the_database_does_not_answer(
        self, example: Example, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(example, "run", away)

        assert cli.main(["migrate"]) == 1
        assert capsys.readouterr().err == "motcua: the database does not answer: connection refused\n"

    def test_says_that_a_folder_is_not_ours(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("MOTCUA_HOME", str(tmp_path / "file" / "home"))

        assert cli.main(["migrate"]) == 1
        assert "MOTCUA_HOME must be a folder" in capsys.readouterr().err

    def test_is_a_status_where_the_command_is_unknown(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            cli.main(["fly"])

        assert ended.value.code == 2
        assert "import-procedures" in capsys.readouterr().err


COMMANDS = (
    "run", "migrate", "import-procedures", "import-units", "worker", "check", "make-officer", "demo-code", "seed-demo",
)  # fmt: skip


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])

    said = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in said] == []
