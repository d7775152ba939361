"""What an agency counts otherwise, one rule at a time."""

from datetime import datetime

import pytest

from motcua.deadlines import STANDARD_WORKING, VIETNAM, Calendar, Rules, due, week
from motcua.deadlines.rules import rules_of, stored


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def ends(rules: Rules, at: str, amount: int, unit: str, *pauses: tuple[str, str]) -> str:
    calendar = Calendar(week(STANDARD_WORKING), week({"6": [["07:00", "11:30"]]}), rules=rules)
    local = [(moment(start), moment(end)) for start, end in pauses]
    found = due(moment(at), amount=amount, unit=unit, calendar=calendar, pauses=local)
    assert found.due_at is not None
    return found.due_at.strftime("%m-%dT%H:%M")


def test_the_day_of_the_event_may_count() -> None:
    assert ends(Rules(), "2026-11-16T10:00", 3, "working_day") == "11-19T17:00"
    assert ends(Rules(counts_event_day=True), "2026-11-16T10:00", 3, "working_day") == "11-18T17:00"
    assert ends(Rules(counts_event_day=True), "2026-11-16T10:00", 3, "day") == "11-18T17:00"


def test_the_closing_minute_may_belong_to_the_day() -> None:
    assert ends(Rules(), "2026-11-16T17:00", 1, "working_day") == "11-18T17:00"
    assert ends(Rules(close_belongs=True), "2026-11-16T17:00", 1, "working_day") == "11-17T17:00"


def test_reception_may_not_count_on_its_day() -> None:
    assert ends(Rules(), "2026-11-14T09:00", 1, "working_day") == "11-16T17:00"
    assert ends(Rules(reception_counts=False), "2026-11-14T09:00", 1, "working_day") == "11-17T17:00"


def test_the_hour_of_a_same_day_term_may_be_another() -> None:
    assert ends(Rules(same_day_until=11 * 60), "2026-11-16T11:01", 0, "same_day") == "11-17T17:00"


def test_a_paused_term_may_end_at_its_minute_and_at_the_end_of_the_pause() -> None:
    pause = ("2026-11-17T10:00", "2026-11-17T11:00")
    assert ends(Rules(rounds_up=False), "2026-11-16T10:00", 1, "working_day", pause) == "11-18T08:00"
    inside = ("2026-11-16T12:00", "2026-11-17T09:00")
    assert ends(Rules(), "2026-11-16T10:00", 0, "working_day", inside) == "11-17T17:00"
    assert ends(Rules(paused_end_closes=False), "2026-11-16T10:00", 0, "working_day", inside) == "11-17T09:00"


def test_only_what_differs_is_stored_and_read_back() -> None:
    rules = Rules(check_hours=4, close_belongs=True)

    assert stored(rules) == {"check_hours": 4, "close_belongs": True}
    assert rules_of(stored(rules)) == rules
    assert rules_of({}) == Rules()


@pytest.mark.parametrize("raw", [{"unknown": 1}, {"check_hours": True}, {"check_hours": 0}, {"same_day_until": -1}])
def test_what_cannot_be_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        rules_of(raw)
