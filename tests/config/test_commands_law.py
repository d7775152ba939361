"""The commands of the clock and of the history, called as the command line calls them."""

import json
import subprocess
import sys
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from motcua.config import cli, demo_dossiers
from motcua.config.commands import due, duties, export_history, lifecycle, verify_history
from motcua.config.failures import CommandFailed
from motcua.dossiers import actions, queries
from motcua.dossiers.actions.roots import publish_roots
from motcua.dossiers.models import Dossier
from tests.world import MONDAY, World

SWAPPED = "the paper's file is not what was issued"
NOWHERE = {"PATH": "/usr/bin:/bin", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
CASE: dict[str, Any] = {"at": "2026-02-13T16:30", "amount": 3, "unit": "working_day"}


def told(text: bytes, *words: str) -> tuple[int, Any]:
    """The command in a process of its own, where no database answers: its status, and what it printed."""
    command = [sys.executable, "-m", "motcua.config.cli", *words]
    done = subprocess.run(command, input=text, capture_output=True, env=NOWHERE, check=False)
    lines = "--jsonl" in words
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()] if lines else json.loads(
        done.stdout
    )


def answer(**changed: Any) -> Any:
    with due.Agencies() as agencies:
        return next(iter(due.answers([json.dumps(CASE | changed).encode()], agencies)))


class TestDue:
    def test_one_line_out_for_each_line_in_whatever_is_written_on_it(self) -> None:
        lines = [
            json.dumps(CASE).encode(),
            b"",
            b'{"at": "\xff"}',
            b'{"at": "2026-02-13T16:30", "amount": 1, "unit": "\\ud800"}',
            b"[" * 100_000,
            json.dumps(CASE | {"amount": 10**400}).encode(),
            json.dumps(CASE | {"pauses": [["2026-02-24T07:00", None]]}).encode(),
            json.dumps(CASE | {"amount": 1, "unit": "same_day"}).encode(),
        ]

        status, answers = told(b"\n".join(lines), "due", "--jsonl")

        assert status == 0
        assert [one["due_at"] for one in answers] == ["2026-02-25T17:00", *[None] * 6, "2026-02-23T17:00"]
        assert ["error" in one for one in answers] == [False, True, True, True, True, True, False, False]
        assert all(one["explanation"] for one in answers if "error" not in one)

    def test_one_case_from_the_options(self) -> None:
        status, said = told(b"", "due", "--at", "2026-02-13T16:30", "--amount", "3", "--unit", "working_day", "--json")

        assert (status, said["due_at"]) == (0, "2026-02-25T17:00")
        assert set(said["explanation"][0]) == {"date", "counted", "why", "vi", "en"}

    def test_an_offset_is_converted_and_seconds_are_dropped(self) -> None:
        assert answer(at="2026-02-13T09:30:59Z") == answer()
        assert answer(at="2026-02-13T16:30:59.9") == answer()
        assert answer(at="2026-02-13T11:30:00+02:00") == answer()

    @pytest.mark.parametrize(
        "changed",
        [
            {"at": None},
            {"at": "hôm qua"},
            {"at": "9999-12-31T23:59-12:00"},
            {"amount": None},
            {"amount": -1},
            {"amount": 1.5},
            {"amount": "3"},
            {"amount": True},
            {"amount": float("nan")},
            {"amount": float("inf"), "unit": "hour"},
            {"amount": 10**30, "unit": "month"},
            {"unit": "week"},
            {"unit": None},
            {"unit": []},
            {"agency": 7},
            {"pauses": {}},
            {"pauses": [["2026-02-16T07:00"]]},
            {"pauses": [["2026-02-16T07:00", "2026-02-15T07:00"]]},
            {"pauses": [[None, "2026-02-15T07:00"]]},
        ],
    )
    def test_what_cannot_be_is_an_error_on_its_line(self, changed: dict[str, Any]) -> None:
        said = answer(**changed)

        assert set(said) == {"due_at", "error"}
        assert said["due_at"] is None
        assert said["error"]

    def test_an_open_pause_leaves_no_date_and_says_so(self) -> None:
        said = answer(pauses=[["2026-02-24T07:00", None]])

        assert said["due_at"] is None
        assert said["explanation"]
        assert "tạm dừng" in due.describe(said).lower()

    def test_people_read_a_date_and_its_days(self) -> None:
        assert due.describe(answer()).startswith("Hạn: 17:00 ngày 25/02/2026\n- ")

    def test_without_a_moment_it_says_what_is_missing(self) -> None:
        with pytest.raises(CommandFailed, match="--at"):
            due.run(Namespace(jsonl=False, at=None, unit=None, amount=None, agency=None))


class TestLifecycle:
    def test_one_array_of_rows_without_a_database(self) -> None:
        status, rows = told(b"", "lifecycle", "--json")

        assert status == 0
        names = {"action", "from", "to", "who", "clock", "checks", "slip", "source"}
        assert all(set(row) == names for row in rows)
        assert {row["slip"] for row in rows} == {None, "01", "02", "03", "04", "05"}
        assert all(isinstance(row["from"], list) and row["who"] and row["source"] for row in rows)

    def test_people_read_a_line_for_each(self) -> None:
        rows = lifecycle.run(Namespace(page=False))
        assert isinstance(rows, list)
        assert len(lifecycle.describe(rows).splitlines()) == len(rows)


@pytest.fixture
def written(world: World, tmp_path: Path) -> tuple[Dossier, Path, Path]:
    """A dossier with lines on two days, its export, and the roots of these days."""
    dossier = world.dossier("accept", at=MONDAY)
    actions.begin(dossier, by=world.dung, at=MONDAY + timedelta(days=1))
    publish_roots(at=MONDAY + timedelta(days=3))
    rows, roots = tmp_path / "history.jsonl", tmp_path / "roots.jsonl"
    rows.write_text(export_history.describe(export_history.run(Namespace(code=dossier.code))))
    roots.write_text("\n".join(queries.root_lines(None, None)))
    return dossier, rows, roots


class TestHistory:
    def verify(self, rows: Path, roots: Path | None = None) -> tuple[int, str]:
        verdict = verify_history.run(Namespace(file=str(rows), roots=str(roots) if roots else None))
        return verify_history.status(verdict), verify_history.describe(verdict)

    def test_what_is_exported_is_whole(self, written: tuple[Dossier, Path, Path]) -> None:
        _, rows, roots = written

        assert self.verify(rows)[0] == 0
        assert "not judged" in self.verify(rows)[1]
        assert self.verify(rows, roots) == (0, verify_history.describe(verify_history.run(_both(rows, roots))))
        assert "compared with the published roots" in self.verify(rows, roots)[1]

    def test_the_first_row_that_was_touched_is_named(self, written: tuple[Dossier, Path, Path]) -> None:
        _, rows, roots = written
        lines = rows.read_text().splitlines()

        rows.write_text("\n".join([*lines[:-2], lines[-1]]))
        assert self.verify(rows)[0] == 1
        assert f"row {len(lines) - 1}" in self.verify(rows)[1]
        rows.write_text("\n".join(lines[:-1]))
        assert self.verify(rows)[0] == 0
        assert self.verify(rows, roots)[0] == 1
        assert "missing at the end" in self.verify(rows, roots)[1]

    def test_papers_are_named_and_one_swapped_on_disk_is_found(
        self, world: World, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dossier = world.dossier("accept", at=MONDAY)
        actions.draw_papers_of(dossier.history.get(action="accept").pk, at=MONDAY)
        rows = tmp_path / "history.jsonl"
        rows.write_text(export_history.describe(export_history.run(Namespace(code=dossier.code))))
        assert verify_history.run(Namespace(file=str(rows), roots=None))["papers"][0]["on_disk"] == "not_here"
        monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))  # tests keep their files there

        [paper] = verify_history.run(Namespace(file=str(rows), roots=None))["papers"]
        assert (paper["kind"], paper["on_disk"]) == ("01", "same")
        assert self.verify(rows)[0] == 0
        name = paper["file"].replace("-", "")
        (tmp_path / "files" / name[-2:] / name).write_bytes(b"%PDF-1.7 of another")

        assert self.verify(rows) == (
            1,
            f"Broken at row {paper['row']}: {SWAPPED}; {verify_history.TAILS['not_judged']}.",
        )

    def test_a_stranger_s_process_comes_to_the_same(self, written: tuple[Dossier, Path, Path]) -> None:
        _, rows, roots = written
        text = rows.read_bytes()

        status, verdict = told(text, "verify-history", "-", "--roots", str(roots), "--json")
        assert (status, verdict["tail"]) == (0, "judged")
        status, verdict = told(text.replace(b'"at": "2026', b'"at": "2025', 1), "verify-history", "-", "--json")
        assert (status, verdict["first_broken"]) == (1, 1)

    def test_no_file_and_no_dossier_are_told(self, world: World, tmp_path: Path) -> None:
        with pytest.raises(CommandFailed, match="No such file"):
            self.verify(tmp_path / "none.jsonl")
        with pytest.raises(CommandFailed, match=r"There is no dossier H99\."):
            export_history.run(Namespace(code="H99"))


def _both(rows: Path, roots: Path) -> Namespace:
    return Namespace(file=str(rows), roots=str(roots))


class TestDuties:
    @pytest.fixture
    def seeded(self, world: World, settings: Settings) -> None:
        settings.DEMO = True
        demo_dossiers.seed()

    @pytest.mark.django_db(transaction=True)
    def test_every_duty_is_run_as_of_a_moment_and_once(self, seeded: None) -> None:
        later = (datetime.now(UTC) + timedelta(days=40)).replace(microsecond=0).isoformat()

        found = duties.run(Namespace(at=later))

        assert {"duty", "code", "outcome"} == set(found[0])
        assert {row["duty"] for row in found} >= {"overdue"}
        assert duties.describe(found).count("\n") == len(found) - 1
        assert not [row for row in duties.run(Namespace(at=later)) if row["duty"] == "overdue"]

    def test_other_data_is_refused(self, world: World, settings: Settings) -> None:
        settings.DEMO = True
        world.dossier("file", at=MONDAY)
        with pytest.raises(CommandFailed, match="seed-demo"):
            duties.run(Namespace(at="2026-02-20T08:00"))

    def test_a_moment_that_is_none_is_told(self, world: World, settings: Settings) -> None:
        settings.DEMO = True
        with pytest.raises(CommandFailed, match="--at"):
            duties.run(Namespace(at="ngày mai"))


def test_a_command_line_that_asks_for_a_whole_history_answers_with_a_status(
    written: tuple[Dossier, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, rows, roots = written
    lines = rows.read_text().splitlines()
    rows.write_text("\n".join(lines[:-1]))

    assert cli.main(["verify-history", str(rows), "--roots", str(roots)]) == 1
    assert cli.main(["verify-history", str(rows)]) == 0
    assert "whole" in capsys.readouterr().out
