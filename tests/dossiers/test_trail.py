"""An exported history, held against itself and against the published roots."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers import trail

DOSSIER = "0192f0c1-0000-7000-8000-000000000001"
BEGIN = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)


def made(count: int, *, hours: int = 5) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number in range(1, count + 1):
        words = {"reason": f"Lý do {number}"} if number % 2 else None
        row: dict[str, Any] = {
            "format": 1,
            "dossier": DOSSIER,
            "number": number,
            "kind": "move",
            "action": "hand_over",
            "source": 4,
            "target": 4,
            "at": (BEGIN + timedelta(hours=hours * number)).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "actor": None,
            "role": "system",
            "agency": None,
            "facts": {"stage": number},
            "words_digest": trail.words_digest("muối", words) if words else "",
            "previous_hash": rows[-1]["hash"] if rows else "",
        }
        rows.append(row | {"hash": trail.hash_of(row), "words": words, "salt": "muối" if words else None})
    return rows


def lines(rows: list[dict[str, Any]]) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def rehashed(row: dict[str, Any], **changed: Any) -> dict[str, Any]:
    changed_row = row | changed
    return changed_row | {"hash": trail.hash_of(changed_row)}


def roots_of(rows: list[dict[str, Any]]) -> list[str]:
    found, previous = [], ""
    for day in sorted({trail.day_of(row) for row in rows}):
        last = [row for row in rows if trail.day_of(row) == day][-1]
        head = trail.head(DOSSIER, day, last["number"], last["hash"])
        leaves = sorted([[trail.mark(DOSSIER, day), last["number"], head], [trail.mark("khác", day), 3, "0" * 64]])
        root = trail.root_of(day, previous, leaves)
        found.append(json.dumps({"day": day, "root": root, "previous": previous, "count": 2, "leaves": leaves}))
        previous = root
    return found


def test_a_whole_history_is_whole() -> None:
    verdict = trail.verify(lines(made(9)))

    assert (verdict.intact, verdict.rows, verdict.tail) == (True, 9, "not_judged")


@given(st.data())
def test_any_change_is_found_at_its_row(data: st.DataObject) -> None:
    rows = made(data.draw(st.integers(2, 8)))
    place = data.draw(st.integers(0, len(rows) - 1))
    field, value = data.draw(
        st.sampled_from(
            [("at", "2020-01-01T00:00:00.000000Z"), ("facts", {"stage": 99}), ("target", 9), ("role", "handler"),
             ("actor", DOSSIER), ("words_digest", "f" * 64), ("hash", "0" * 64), ("action", "begin")]
        )
    )  # fmt: skip
    rows[place] = rows[place] | {field: value}

    verdict = trail.verify(lines(rows))
    assert (verdict.intact, verdict.first_broken) == (False, place + 1)


@given(st.data())
def test_a_change_that_was_hashed_again_is_found_too(data: st.DataObject) -> None:
    rows = made(data.draw(st.integers(2, 8)))
    place = data.draw(st.integers(0, len(rows) - 2))
    rows[place] = rehashed(rows[place], facts={"stage": 99})

    assert trail.verify(lines(rows)).first_broken == place + 1


@given(st.data())
def test_a_removed_and_a_moved_row_are_found_where_they_are_missing(data: st.DataObject) -> None:
    rows = made(data.draw(st.integers(3, 8)))
    place = data.draw(st.integers(0, len(rows) - 2))
    removed = rows[:place] + rows[place + 1 :]
    swapped = [*rows[:place], rows[place + 1], rows[place], *rows[place + 2 :]]

    assert trail.verify(lines(removed)).first_broken == place + 1
    assert trail.verify(lines(swapped)).first_broken == place + 1


def test_a_row_dated_back_is_found_even_in_a_chain_made_anew() -> None:
    rows = made(4)
    early = rehashed(rows[2], at="2026-11-09T00:00:00.000000Z")
    rows[2] = early
    rows[3] = rehashed(rows[3], previous_hash=early["hash"])

    assert trail.verify(lines(rows)).first_broken == 3


def test_erased_words_leave_the_chain_whole_and_changed_words_do_not() -> None:
    rows = made(3)
    rows[0] = rows[0] | {"words": None, "salt": None}
    assert trail.verify(lines(rows)).intact

    rows[2] = rows[2] | {"words": {"reason": "khác"}}
    assert trail.verify(lines(rows)).first_broken == 3


@pytest.mark.parametrize("line", ["x", "[]", "{}", '{"number": 1}', '"a"', "null"])
def test_what_is_no_row_is_broken_with_its_number(line: str) -> None:
    assert trail.verify([*lines(made(2)), line]).first_broken == 3


def test_nothing_is_not_whole() -> None:
    assert not trail.verify([]).intact


def test_an_unknown_format_is_not_trusted() -> None:
    [row] = made(1)
    assert trail.verify(lines([row | {"format": 2}])).first_broken == 1


@given(st.integers(2, 12), st.data())
def test_a_cut_end_is_found_with_the_roots_and_without_them_not_judged(count: int, data: st.DataObject) -> None:
    rows = made(count, hours=data.draw(st.sampled_from([1, 5, 30])))
    cut = rows[: data.draw(st.integers(1, count - 1))]
    roots = roots_of(rows)

    assert trail.verify(lines(rows), roots).tail == "judged"
    assert trail.verify(lines(cut)).tail == "not_judged"
    verdict = trail.verify(lines(cut), roots)
    assert (verdict.intact, verdict.tail, verdict.first_broken) == (False, "cut", len(cut) + 1)


def test_a_chain_made_anew_does_not_fit_the_roots() -> None:
    rows = made(3, hours=30)
    roots = roots_of(rows)
    rows[1] = rehashed(rows[1], facts={"stage": 99})
    rows[2] = rehashed(rows[2], previous_hash=rows[1]["hash"])

    assert trail.verify(lines(rows), roots).first_broken == 2


def test_rows_added_to_an_old_day_do_not_fit_the_roots() -> None:
    rows = made(3, hours=30)

    verdict = trail.verify(lines(rows), roots_of(rows[:1] + rows[2:]))
    assert verdict.first_broken == 2


def test_rows_newer_than_the_roots_are_not_judged() -> None:
    rows = made(3, hours=30)

    verdict = trail.verify(lines(rows), roots_of(rows)[:2])
    assert (verdict.intact, verdict.tail) == (True, "not_judged")


def test_broken_roots_prove_nothing() -> None:
    rows = made(3, hours=30)
    roots = roots_of(rows)

    assert not trail.verify(lines(rows), [roots[0], roots[2]]).intact
    assert not trail.verify(lines(rows), [roots[0].replace('"count": 2', '"count": 3').replace("0000", "1111")]).intact


def test_the_documented_example_is_whole_and_hashes_as_written() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/history-format.md").read_text(encoding="utf-8")
    first, second = (block.strip() for block in page.split("```json\n")[1:])
    row, other, root = first.split("\n```")[0].splitlines()
    written = second.split("\n```")[0]

    verdict = trail.verify([row, other], [root])

    assert (verdict.intact, verdict.rows, verdict.tail) == (True, 2, "judged")
    assert hashlib.sha256(written.encode()).hexdigest() == json.loads(row)["hash"]
