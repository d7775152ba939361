"""A local rule and how it is laid over what the nation says; pure values, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.content import Content

Source = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTime:
    """Another term for a case and a way of handing in; an empty case or way means each of them."""

    case: str = ""
    channel: str = ""
    amount: int | None
    unit: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFee:
    """An amount in place of the nation's amounts of the same kind under the same condition."""

    case: str = ""
    channel: str = ""
    kind: str
    amount: int | None
    per: str = ""
    text: str = ""
    when: str = ""
    exempt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPaper:
    """A paper that is asked for here as well."""

    case: str = ""
    name: str
    kind: str = "submit"
    originals: int = 0
    certified: int = 0
    copies: int = 0
    required: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Everything that an agency may say of a procedure for itself. As made without arguments it says nothing."""

    offered: bool = True
    why_not: str = ""
    times: tuple[LocalTime, ...] = ()
    fees: tuple[LocalFee, ...] = ()
    papers: tuple[LocalPaper, ...] = ()
    contact: str = ""


NOTHING: Final = Overlay()
PARTS: Final = {"times": LocalTime, "fees": LocalFee, "papers": LocalPaper}


@dataclass(frozen=True, slots=True)
class Standing:
    """What an agency states of a procedure, by which document, and the number of that rule (0: it never stated any)."""

    overlay: Overlay
    basis: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An overlay with who states it, by which document and since when (an ISO date)."""

    agency: str
    basis: str
    on: str
    overlay: Overlay

    @property
    def source(self) -> Source:
        """Where a value of the overlay comes from."""
        return {"origin": "person", "source": self.basis or self.agency, "date": self.on, "local": self.agency}


def stored(overlay: Overlay) -> dict[str, Any]:
    """The overlay as JSON; what it does not say is left out."""
    said = {name: content.plain(getattr(overlay, name)) for name in ("offered", "why_not", *PARTS, "contact")}
    return {name: value for name, value in said.items() if value != content.plain(getattr(NOTHING, name))}


def read(said: dict[str, Any]) -> Overlay:
    """The overlay that `stored` wrote.

    :raises TypeError: a key that no overlay has.
    """
    rows = {name: tuple(kind(**row) for row in said.get(name, ())) for name, kind in PARTS.items()}
    return Overlay(**{**said, **rows})


def told(stated: Sequence[Stated]) -> dict[str, Any]:
    """What a version keeps of the rules laid over it, the nearest agency last."""
    contacts = [one.overlay.contact for one in stated if one.overlay.contact]
    refused = [one.overlay for one in stated if not one.overlay.offered]
    return {
        "by": [{"agency": one.agency, "basis": one.basis, "on": one.on} for one in stated],
        "offered": not refused,
        "why_not": refused[-1].why_not if refused else "",
        "contact": contacts[-1] if contacts else "",
    }


def laid_over(said: Content, stated: Iterable[Stated]) -> Content:
    """The content with each overlay laid over the one before; cases and ways of handing in stay what they are."""
    for one in stated:
        said = _one(said, one)
    return said


def _one(said: Content, stated: Stated) -> Content:
    overlay, sources, settled = stated.overlay, dict(said.sources), set[str]()
    cases = []
    for place, case in enumerate(said.cases):
        path = f"cases.{place}"
        channels = tuple(
            _channel(case.name, row, stated, f"{path}.channels.{number}", settled)
            for number, row in enumerate(case.channels)
        )
        own = tuple(_paper(one) for one in overlay.papers if _fits(one.case, case.name))
        if own:
            start = len(case.papers)
            settled |= {f"{path}.papers.{start + number}" for number in range(len(own))}
        cases.append(replace(case, channels=channels, papers=(*case.papers, *own)))
    sources |= dict.fromkeys(sorted(settled), stated.source)
    flags = tuple(flag for flag in said.flags if not _below(flag["path"], settled))
    return replace(said, cases=tuple(cases), sources=sources, flags=flags)


def _fits(asked: str, name: str) -> bool:
    return not asked or asked == name


def _below(path: str, settled: set[str]) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:length]) in settled for length in range(1, len(parts) + 1))


def _channel(name: str, row: content.Channel, stated: Stated, path: str, settled: set[str]) -> content.Channel:
    overlay = stated.overlay
    for time in overlay.times:
        if _fits(time.case, name) and _fits(time.channel, row.channel):
            row = replace(row, amount=time.amount, unit=time.unit, text=time.text)
            settled.add(f"{path}.time")
    own = [one for one in overlay.fees if _fits(one.case, name) and _fits(one.channel, row.channel)]
    if own:
        replaced = {(one.kind, one.when) for one in own}
        kept = tuple(fee for fee in row.fees if (fee.kind, fee.when) not in replaced)
        row = replace(row, fees=(*(_fee(one, stated.basis) for one in own), *kept))
        settled.add(f"{path}.fees")
    return row


def _fee(one: LocalFee, basis: str) -> content.Fee:
    same = {name: getattr(one, name) for name in ("kind", "amount", "per", "text", "when", "exempt")}
    return content.Fee(**same, basis=basis)


def _paper(one: LocalPaper) -> content.Paper:
    return content.Paper(
        name=one.name,
        kind=one.kind,
        originals=one.originals,
        certified=one.certified,
        copies=one.copies,
        required=one.required,
        when=one.when,
    )


def unknown_cases(overlay: Overlay, said: Content) -> list[str]:
    """Cases that the overlay names and the content does not have: what was stated for them holds nowhere."""
    names = {case.name for case in said.cases}
    named = [row.case for row in overlay.times]
    named += [row.case for row in overlay.fees] + [row.case for row in overlay.papers]
    return list(dict.fromkeys(name for name in named if name and name not in names))


def longer_terms(overlay: Overlay, said: Content) -> list[int]:
    """Places of terms that are longer than the nation's in the same unit: a locality may only shorten them."""
    rows = [(case.name, row) for case in said.cases for row in case.channels]
    return [
        place
        for place, time in enumerate(overlay.times)
        if any(
            _fits(time.case, name)
            and _fits(time.channel, row.channel)
            and time.unit == row.unit
            and (time.amount or 0) > (row.amount or 0)
            for name, row in rows
        )
    ]
