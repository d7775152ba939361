"""Published roots: a page of them, and the file that verifies."""

from collections.abc import Iterator
from datetime import date

from ..models import DailyRoot

PAGE = 30


def roots_page(before: date | None) -> tuple[list[DailyRoot], date | None]:
    """The newest roots before a day, without their leaves, and the day with which the next page begins."""
    found = DailyRoot.objects.defer("leaves").order_by("-day")
    rows = list((found.filter(day__lt=before) if before else found)[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].day if len(rows) > PAGE else None


def root_lines(first: date | None, last: date | None) -> Iterator[str]:
    """The roots as JSON lines, oldest first, one in memory at a time."""
    found = DailyRoot.objects.order_by("day")
    found = found.filter(day__gte=first) if first else found
    found = found.filter(day__lte=last) if last else found
    for one in found.iterator(chunk_size=1):
        # The leaves are stored as the JSON that they are.
        yield (
            f'{{"day":"{one.day.isoformat()}","root":"{one.root}","previous":"{one.previous}",'
            f'"count":{one.count},"leaves":{one.leaves}}}\n'
        )
