"""Rows of places made from facts: written whole, the same facts again change nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.common.words import sort_key

from .models import AdministrativeUnit, FormerProvince, FormerUnit, Succession, UnitKind
from .names import name_words, searchable

BATCH = 2000
PLACES = (AdministrativeUnit, FormerProvince, FormerUnit, Succession)


@dataclass(frozen=True, slots=True)
class FormerFact:
    """A unit of before 1 July 2025, with its district and province, and one unit of today that took it in."""

    code: str
    kind: str
    name: str
    district: str
    province: str
    unit: str
    succession: str
    is_default: bool
    also_heard_as: str = ""


def write_units(rows: Iterable[dict[str, str]], formers: Iterable[dict[str, str]] = ()) -> None:
    """Write units from rows of code, kind, name, province and valid_from; provinces must come before communes.

    `formers` are rows of former provinces; a commune that names theirs in `former_provinces` is found by them too.
    """
    facts = list(rows)
    once = {row["code"]: f"{UnitKind(row['kind']).label} {row['name']} {row['also_heard_as']}" for row in formers}
    provinces = {row["code"]: row for row in facts if not row["province"]}
    AdministrativeUnit.objects.bulk_create(
        [_unit(row, provinces.get(row["province"]), once) for row in facts],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "kind", "province", "folded", "folded_words", "sort_key", "valid_from"],
    )


def write_former_provinces(rows: Iterable[dict[str, str]]) -> None:
    """Write provinces of before 1 July 2025 from rows of code, kind, name, unit, also_heard_as and source."""
    FormerProvince.objects.bulk_create(
        [
            FormerProvince(
                code=row["code"],
                kind=UnitKind(row["kind"]),
                name=row["name"],
                also_heard_as=row["also_heard_as"],
                unit_id=row["unit"],
                source=row["source"],
            )
            for row in rows
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "kind", "also_heard_as", "unit", "source"],
    )


def _unit(row: dict[str, str], province: dict[str, str] | None, once: dict[str, str]) -> AdministrativeUnit:
    kind, name = UnitKind(row["kind"]), row["name"]
    above = f"{UnitKind(province['kind']).label} {province['name']}" if province else ""
    before = " ".join(once[code] for code in row.get("former_provinces", "").split() if once[code].strip() != above)
    return AdministrativeUnit(
        code=row["code"],
        name=name,
        kind=kind,
        province_id=row["province"] or None,
        folded=" ".join(name_words(name)),
        folded_words=searchable(f"{kind.label} {name} {above} {before}"),
        sort_key=sort_key(name),
        valid_from=date.fromisoformat(row["valid_from"]),
    )


def write_former_units(facts: Iterable[FormerFact], *, keep_heard: bool = False) -> None:
    """Write former units and whom they passed to; a succession that the facts no longer hold is removed.

    With `keep_heard` what people also say stays as it is: the facts know nothing of it.
    """
    known = list(facts)
    formers = {fact.code: _former(fact) for fact in known}
    if keep_heard:
        heard = FormerUnit.objects.exclude(also_heard_as="").in_bulk(list(formers))
        for code, row in heard.items():
            formers[code].also_heard_as = row.also_heard_as
            formers[code].folded_words += searchable(row.also_heard_as)
    FormerUnit.objects.bulk_create(
        formers.values(),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "kind", "district", "province", "folded", "folded_words", "also_heard_as"],
    )
    _write_successions(known, list(formers))


def _former(fact: FormerFact) -> FormerUnit:
    said = f"{fact.kind} {fact.name} {fact.district} {fact.province} {fact.also_heard_as}"
    return FormerUnit(
        code=fact.code,
        name=fact.name,
        kind=fact.kind,
        district=fact.district,
        province=fact.province,
        folded=" ".join(name_words(fact.name)),
        folded_words=searchable(said),
        also_heard_as=fact.also_heard_as,
    )


def _write_successions(facts: list[FormerFact], codes: list[str]) -> None:
    pairs = {(fact.code, fact.unit) for fact in facts}
    stored = Succession.objects.filter(former_id__in=codes).values_list("id", "former_id", "unit_id")
    Succession.objects.filter(id__in=[row for row, *pair in stored if tuple(pair) not in pairs]).delete()
    Succession.objects.bulk_create(
        [
            Succession(former_id=fact.code, unit_id=fact.unit, kind=fact.succession, is_default=fact.is_default)
            for fact in facts
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["former", "unit"],
        update_fields=["kind", "is_default"],
    )
