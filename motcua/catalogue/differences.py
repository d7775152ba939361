"""Keeps imported values that differ from shipped or confirmed ones, for a person to decide."""

from datetime import datetime

from .comparing import Disagreement, value_at
from .content import Content, plain
from .models import Difference, Procedure


def keep_differences(
    procedure: Procedure, content: Content, found: list[Disagreement], *, source: str, at: datetime
) -> None:
    """Open what was found, refresh what is open, close what no longer differs.

    What a person decided once is not asked again while both values stay as they were.
    """
    rows = list(Difference.objects.filter(procedure=procedure))
    opened = {row.path: row for row in rows if row.decided_at is None}
    decided = [(row.path, row.kept, row.imported) for row in rows if row.decided_at]
    for one in found:
        row = opened.pop(one.path, None)
        if row is None:
            if (one.path, one.kept, one.imported) not in decided:
                _open(procedure, one, source, at)
        elif (row.kept, row.imported) != (one.kept, one.imported):
            row.kept, row.imported, row.source, row.found_at = one.kept, one.imported, source, at
            row.save(update_fields=["kept", "imported", "source", "found_at"])
    _refresh(opened, content)


def close_gone(procedure: Procedure, found: list[Disagreement]) -> None:
    """Drop open differences that a new import no longer shows."""
    told = [one.path for one in found]
    Difference.objects.filter(procedure=procedure, decided_at=None).exclude(path__in=told).delete()


def _open(procedure: Procedure, one: Disagreement, source: str, at: datetime) -> None:
    Difference.objects.create(
        procedure=procedure, path=one.path, kept=one.kept, imported=one.imported, source=source, found_at=at
    )


def _refresh(opened: dict[str, Difference], content: Content) -> None:
    """A difference of an earlier import stays, beside the value that is in force now."""
    said = plain(content)
    for path, row in opened.items():
        kept = value_at(path, said)
        if kept == row.imported:
            row.delete()
        elif kept != row.kept:
            row.kept = kept
            row.save(update_fields=["kept"])
