"""The lifecycle as data, as a diagram and as a page: all drawn from the one table."""

from typing import Any

from .lifecycle import LIFECYCLE, Action, Clock, Move, Who
from .states import Status

TITLE = "# The lifecycle of a dossier"
INTRODUCTION = """
Drawn from `motcua/dossiers/lifecycle.py` by `motcua lifecycle --page`; `make check` compares. Numbers are the legal
statuses of QCVN 102:2016, 0 is the draft. An action has one target; where two rows look alike, a check tells them
apart and the person sees one button. `motcua lifecycle --json` prints the same rows for programs.
"""
CLOCKS = {
    Clock.START_CHECK: "the acceptance check (8 working hours) starts, and with it a new promise",
    Clock.SET_BACK_CHECK: "the acceptance check is set back until the fee is settled",
    Clock.END_CHECK: "the acceptance check ends",
    Clock.START_TERM: "the check ends, the resolution term starts",
    Clock.STOP: "the resolution term stops, if it runs",
    Clock.STOP_IF_SAID: "the resolution term stops where the version says so",
    Clock.RESUME: "the resolution term goes on, or starts again where the version says so",
    Clock.RESUME_IF_STOPPED: "a stopped resolution term goes on",
    Clock.NEW_DUE: "the due date moves, once",
    Clock.AS_IF_NEVER: "as if it had never happened; the time since counts as working time",
    Clock.END: "all clocks end",
}


def rows() -> list[dict[str, Any]]:
    """The table for programs: statuses as legal numbers, words as the code writes them."""
    return [_row(move) for move in LIFECYCLE]


def _row(move: Move) -> dict[str, Any]:
    return {
        "action": str(move.action),
        "from": sorted(int(status) for status in move.sources),
        "to": None if move.target is None else int(move.target),
        "who": [str(who) for who in Who if who in move.who],
        "clock": str(move.clock) or None,
        "checks": [check.__name__ for check in move.checks],
        "slip": move.slip,
        "source": move.source,
    }


def mermaid() -> str:
    """A state diagram; actions between the same two statuses share one arrow."""
    arrows: dict[tuple[str, str], list[Action]] = {}
    for move in LIFECYCLE:
        sources: list[Status | None] = [*sorted(move.sources)] or [None]
        for source in sources:
            ends = (_state(source), _state(move.target))
            arrows.setdefault(ends, []).append(move.action)
    lines = ["stateDiagram-v2"]
    lines += [f"    s{status.value}: {status.value} {_vietnamese(status)}" for status in Status]
    lines += [f"    {source} --> {target}: {', '.join(actions)}" for (source, target), actions in arrows.items()]
    return "\n".join(lines)


def _state(status: Status | None) -> str:
    return "[*]" if status is None else f"s{status.value}"


def _vietnamese(status: Status) -> str:
    """The legal name as it stands in the code, whatever language is asked for."""
    return NAMES[status]


NAMES = {
    Status.DRAFT: "Bản nháp",
    Status.FILED: "Mới đăng ký",
    Status.ACCEPTED: "Được tiếp nhận",
    Status.REFUSED: "Không được tiếp nhận",
    Status.PROCESSING: "Đang xử lý",
    Status.SUPPLEMENT: "Yêu cầu bổ sung giấy tờ",
    Status.PAYMENT: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWING: "Công dân yêu cầu rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.FINISHED: "Đã xử lý xong",
    Status.RETURNED: "Đã trả kết quả",
}


def page() -> str:
    """The whole of docs/reference/lifecycle.md."""
    clocks = "\n".join(f"- `{clock}`: {words}" for clock, words in CLOCKS.items())
    table = "\n".join(
        ["| action | from | to | who | clock | checks | slip | source |", "|---|---|---|---|---|---|---|---|"]
        + [_line(row) for row in rows()]
    )
    return (
        f"{TITLE}\n{INTRODUCTION}\n```mermaid\n{mermaid()}\n```\n\n{table}\n\n"
        f"## What the clock does\n\n{clocks}\n\nNo other action touches a date; none sets one by hand.\n"
    )


def _line(row: dict[str, Any]) -> str:
    def code(words: list[str]) -> str:
        return ", ".join(f"`{word}`" for word in words)

    source = ", ".join(str(number) for number in row["from"]) or "–"
    target = "gone" if row["to"] is None else str(row["to"])
    cells = [f"`{row['action']}`", source, target, ", ".join(row["who"]), row["clock"] or "", code(row["checks"])]
    return "| " + " | ".join([*cells, row["slip"] or "", row["source"]]) + " |"
