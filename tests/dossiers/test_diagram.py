"""The page, the diagram and the JSON are drawn from the table, and the page in docs is the newest."""

from motcua.dossiers import diagram
from motcua.dossiers.lifecycle import LIFECYCLE
from motcua.dossiers.states import Status
from tests.architecture import house

PAGE = house.ROOT / "docs/reference/lifecycle.md"


def test_the_page_in_docs_is_what_the_program_says() -> None:
    """Written by `motcua lifecycle --page > docs/reference/lifecycle.md`."""
    assert PAGE.read_text(encoding="utf-8").rstrip() == diagram.page().rstrip()


def test_a_row_for_each_action_in_plain_words() -> None:
    rows = diagram.rows()

    assert [row["action"] for row in rows] == [str(move.action) for move in LIFECYCLE]
    assert rows[0] == {
        "action": "start_draft", "from": [], "to": 0, "who": ["submitter", "owner", "representative", "intake"],
        "clock": None, "checks": ["version_in_force"], "slip": None, "source": "design",
    }  # fmt: skip
    assert next(row for row in rows if row["action"] == "discard")["to"] is None
    assert all(isinstance(row["clock"], str | None) and row["source"] for row in rows)


def test_the_diagram_has_an_arrow_for_each_source() -> None:
    drawn = diagram.mermaid()
    for move in LIFECYCLE:
        assert move.action in drawn
    assert drawn.count(" --> ") < sum(max(len(move.sources), 1) for move in LIFECYCLE)


def test_names_are_the_legal_ones() -> None:
    assert {str(status.label) for status in Status} == set(diagram.NAMES.values())
