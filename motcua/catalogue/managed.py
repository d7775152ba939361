"""What managers see of the catalogue: lists by state, a procedure with its versions and doubts, two compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import BooleanField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from . import leaves
from .comparing import apart, value_at
from .content import KEYS, from_plain, plain
from .leaves import lines, where
from .models import Difference, Procedure, Version, WorkingCopy
from .rows import content_of, with_everything
from .searching import codes_found

ROWS: Final = 20
MOST_LINES: Final = 30
STATES: Final = ("", "flagged", "differs", "missing", "withdrawn")
OPEN_FLAG: Final = """
exists (select 1 from catalogue_version v cross join jsonb_array_elements(v.flags) f
    where v.id = catalogue_procedure.current_id and not exists (
        select 1 from catalogue_confirmation c where c.version_id = v.id and c.path = f ->> 'path'))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One procedure in a list of managers."""

    code: str
    name: str
    number: int
    flagged: bool
    differs: int
    missing: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of them."""

    rows: tuple[Line, ...]
    number: int
    has_next: bool


def page(words: str, state: str, number: int) -> Lines:
    """Procedures of a state that fit the words, by code; with words the best first."""
    found = _told_lines().filter(_state(state))
    order: list[str] = []
    if words:
        order = codes_found(words)
        found = found.filter(Q(code__in=order) | Q(code=words))
    start = (max(number, 1) - 1) * ROWS
    rows = (_ordered(found, order) if order else found.order_by("code"))[start : start + ROWS + 1]
    return Lines(tuple(_line(row) for row in list(rows)[:ROWS]), max(number, 1), len(rows) > ROWS)


def _told_lines() -> QuerySet[Procedure]:
    """Procedures with all that a line tells, so that a page is one statement however long."""
    last = Version.objects.filter(procedure=OuterRef("pk"), agency=None).order_by("-number")
    open_ = Difference.objects.filter(procedure=OuterRef("pk"), decided_at=None).order_by().values("procedure")
    return Procedure.objects.annotate(
        flagged=RawSQL(OPEN_FLAG, (), output_field=BooleanField()),  # noqa: S611 - a constant
        differs=Coalesce(Subquery(open_.annotate(n=Count("pk")).values("n")), 0),
        last_name=Subquery(last.values("name")[:1]),
        last_number=Subquery(last.values("number")[:1]),
    )


def _state(state: str) -> Q:
    return {
        "flagged": Q(flagged=True),
        "differs": Q(differs__gt=0),
        "missing": Q(missing_since__isnull=False, current__isnull=False),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }.get(state, Q(current__isnull=False) | Q(withdrawn_at__isnull=False))


def _ordered(found: QuerySet[Procedure], order: Sequence[str]) -> list[Procedure]:
    place = {code: at for at, code in enumerate(order)}
    return sorted(found, key=lambda row: (place.get(row.code, -1), row.code))


def _line(row: Any) -> Line:
    return Line(
        code=row.code,
        name=row.last_name or row.code,
        number=row.last_number or 0,
        flagged=row.flagged,
        differs=row.differs,
        missing=row.missing_since is not None,
        withdrawn=row.withdrawn_at is not None,
    )


def versions(procedure: Procedure) -> QuerySet[Version]:
    """All versions of the nation, the newest first."""
    return (
        procedure.versions.filter(agency=None)
        .order_by("-number")
        .only("number", "name", "in_force_from", "in_force_to", "sources", "flags")
    )


def differences(procedure: Procedure) -> QuerySet[Difference]:
    """Where the source says otherwise and nobody has decided, by path."""
    return procedure.differences.filter(decided_at=None).order_by("path")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag of the version in force: where it is, what stands there, and when a person confirmed it, if one did."""

    path: str
    why: str
    confirmed_at: datetime | None
    where: str
    said: tuple[str, ...]


def doubts(version: Version) -> list[Doubt]:
    """Every flag, those that wait for a person first."""
    confirmed = dict(version.confirmations.values_list("path", "at"))
    content = plain(content_of(with_everything(Version.objects.filter(pk=version.pk)).get())) if version.flags else {}
    found = [_doubt(flag, confirmed.get(flag["path"]), content) for flag in version.flags]
    return sorted(found, key=lambda doubt: (doubt.confirmed_at is not None, doubt.path, doubt.why))


def _doubt(flag: Mapping[str, str], confirmed_at: datetime | None, content: Mapping[str, Any]) -> Doubt:
    path = flag["path"]
    name = next((part for part in reversed(path.split(".")) if not part.isdigit()), "")
    value = value_at(path, dict(content)) if path else None
    held = [value] if path.rpartition(".")[2].isdigit() else value
    return Doubt(path, flag["why"], confirmed_at, where(path, content), tuple(lines(name, held)[:MOST_LINES]))


@dataclass(frozen=True, slots=True)
class Differing:
    """A difference that waits for a decision, with both sides as lines."""

    row: Difference
    kept: tuple[str, ...]
    imported: tuple[str, ...]


def told_differences(procedure: Procedure) -> list[Differing]:
    """Where the source says otherwise and nobody has decided, each side without what both say."""
    found = []
    for row in differences(procedure):
        told = apart(leaves.differing(row.path, row.kept), leaves.differing(row.path, row.imported))
        found.append(Differing(row, told.before, told.after))
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """One part of two versions side by side, as lines of words; `same` where they say the same."""

    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the two say the same."""
        return self.before == self.after


def compare(before: Version, after: Version) -> list[Compared]:
    """Two versions part by part; what both leave empty is left out."""
    rows = {row.pk: row for row in with_everything(Version.objects.filter(pk__in=(before.pk, after.pk)))}
    one, other = (plain(content_of(rows[version.pk])) for version in (before, after))
    return [part for part in compare_plain(one, other) if part.before or part.after]


def compare_plain(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Compared]:
    """Two plain contents, every part of them; where an older copy lacks a key it says nothing there."""
    before, after = _in_order(before), _in_order(after)
    return [
        Compared(key, tuple(lines(key, before[key])), tuple(lines(key, after[key]))) for key in KEYS if key != "form_id"
    ]


def differing(version: Version, content: Mapping[str, Any]) -> list[Compared]:
    """What a plain content says otherwise than a version, part by part."""
    whole = plain(content_of(with_everything(Version.objects.filter(pk=version.pk)).get()))
    return [part for part in compare_plain(whole, content) if not part.same]


def _in_order(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """With every key, in the order of a version's: the database keeps another one, and older copies know fewer."""
    try:
        told: dict[str, Any] = plain(from_plain(dict(content)))
    except (AttributeError, KeyError, TypeError, ValueError):
        return {**dict.fromkeys(KEYS), **content}
    return told


def said_in_force(procedure: Procedure) -> dict[str, Any] | None:
    """What the version in force says, as plain values; None where none is."""
    rows = with_everything(Version.objects.filter(current_of=procedure))
    return next((plain(content_of(row)) for row in rows), None)


def ended_copy(procedure: Procedure, posted: str) -> WorkingCopy | None:
    """The copy of that id, whatever became of it; None where this procedure never had it."""
    try:
        pk = UUID(posted)
    except ValueError:
        return None
    return procedure.working_copies.filter(pk=pk).select_related("procedure", "saved_by").first()
