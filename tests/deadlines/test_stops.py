"""Pauses read, put in order and merged."""

from datetime import datetime

import pytest

from motcua.deadlines import VIETNAM
from motcua.deadlines.stops import inside, merged, read
from motcua.deadlines.term import Stop


def at(hour: int) -> datetime:
    return datetime(2026, 11, 16, hour, 0, tzinfo=VIETNAM)


def hours(*pairs: tuple[int, int | None]) -> list[Stop]:
    return read([(at(began), None if ended is None else at(ended)) for began, ended in pairs])


def told(stops: tuple[Stop, ...]) -> list[tuple[int, int | None]]:
    return [(began[1] // 60, None if ended is None else ended[1] // 60) for began, ended in stops]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ([(8, 10), (9, 11)], [(8, 11)]),
        ([(13, 14), (8, 9)], [(8, 9), (13, 14)]),
        ([(8, 9), (9, 10)], [(8, 10)]),
        ([(8, 12), (9, 10)], [(8, 12)]),
        ([(9, None), (8, 10)], [(8, None)]),
        ([(8, None), (9, 10)], [(8, None)]),
        ([(8, 8)], []),
    ],
)
def test_overlapping_and_touching_pauses_count_once(
    given: list[tuple[int, int | None]], found: list[tuple[int, int | None]]
) -> None:
    assert told(merged(hours(*given))) == found


def test_a_pause_holds_its_beginning_and_not_its_end() -> None:
    stops = merged(hours((8, 10)))

    assert inside(stops, stops[0].began)
    assert inside(stops, (stops[0].began[0], 10 * 60)) is None


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        hours((10, 9))
