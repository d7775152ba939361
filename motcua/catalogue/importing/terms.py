"""Ways to hand in, with time limits and fees. Numbers that could mislead stay words."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.models import Channel, TimeUnit
from motcua.common.words import fold, number

from .fees import read_fees
from .wording import as_written, term_doubt

Raw = Mapping[str, Any]
Flags = list[dict[str, str]]
_METHODS: Final = {"ONLINE": Channel.ONLINE, "DIRECT": Channel.COUNTER, "POSTAL": Channel.POST}
_UNITS: Final = {
    "WORKING_DAY": TimeUnit.WORKING_DAY,
    "DAY": TimeUnit.DAY,
    "MONTH": TimeUnit.MONTH,
    "HOUR": TimeUnit.HOUR,
}
_SAID: Final = {"WORKING_DAY": "ngày làm việc", "DAY": "ngày", "MONTH": "tháng", "HOUR": "giờ", "YEAR": "năm"}
_LONGEST: Final = 32_000


def read_channels(rows: Iterable[Raw]) -> tuple[tuple[content.Channel, ...], Flags]:
    """One channel per method, in the order they are shown, and what a person must look at."""
    by_channel: dict[str, list[Raw]] = {}
    for row in rows:
        for method in row.get("methods", ()):
            if method in _METHODS:
                by_channel.setdefault(_METHODS[method].value, []).append(row)
    flags: Flags = []
    found = []
    for place, channel in enumerate(name for name in Channel.values if name in by_channel):
        found.append(_channel(channel, by_channel[channel], f"cases.0.channels.{place}", flags))
    return _doubt_differing(found, flags), flags


def _channel(channel: str, rows: list[Raw], path: str, flags: Flags) -> content.Channel:
    amount, unit, words, doubt = _time(rows)
    if doubt:
        flags.append({"path": f"{path}.time", "why": doubt})
    fees = read_fees(rows, f"{path}.fees", flags)
    return content.Channel(channel=channel, amount=amount, unit=unit, text=words, fees=fees)


def _time(rows: list[Raw]) -> tuple[int | None, str, str, str]:
    """Amount, unit, the source's words and why it is doubtful; only what is certain has a unit."""
    told = {(row.get("qty"), row.get("unit")) for row in rows}
    notes = "\n".join(dict.fromkeys(_note(row) for row in rows if _note(row)))
    if len(told) > 1:
        return None, "", "\n".join(dict.fromkeys(_said_with_note(row) for row in rows)), "several_terms"
    qty: Any
    unit: Any
    qty, unit = told.pop()
    doubt = _doubt(qty, unit, notes)
    if doubt:
        said = f"Nguồn ghi {_said(qty, unit)}" if qty else ""
        return None, "", "\n".join(part for part in (said, notes) if part), doubt
    return int(qty), _UNITS[unit].value, notes, ""


def _doubt(qty: Any, unit: Any, notes: str) -> str:
    if not qty:
        return "no_term"
    if isinstance(qty, bool) or not isinstance(qty, int) or not 0 < qty < _LONGEST:
        return "term_not_understood"
    if unit == "HOUR" and "gio lam viec" not in fold(notes):
        return "hours_of_what"
    if unit not in _UNITS:
        return "unit_not_given"
    return term_doubt(qty, fold("giờ làm việc" if unit == "HOUR" else _SAID[unit]), notes)


def _note(row: Raw) -> str:
    return "\n".join(
        part.strip() for part in (str(row.get("qty_text") or ""), str(row.get("note") or "")) if part.strip()
    )


def _said(qty: Any, unit: Any) -> str:
    return f"{as_written(qty)} {_SAID.get(unit, '(không ghi đơn vị)')}" if qty else ""


def _said_with_note(row: Raw) -> str:
    return ": ".join(part for part in (_said(row.get("qty"), row.get("unit")), _note(row)) if part)


def _doubt_differing(found: list[content.Channel], flags: Flags) -> tuple[content.Channel, ...]:
    """A term of its own per way to hand in smells of cases laid flat: kept as words until a person looks."""
    if len({(one.amount, one.unit) for one in found if one.unit}) < 2:
        return tuple(found)
    flags.append({"path": "cases.0.channels", "why": "terms_differ"})
    return tuple(_as_words(one) for one in found)


def _as_words(one: content.Channel) -> content.Channel:
    names = {unit.value: _SAID[name] for name, unit in _UNITS.items()} | {TimeUnit.HOUR.value: "giờ làm việc"}
    said = f"{number(one.amount)} {names[one.unit]}" if one.amount and one.unit else ""
    text = "\n".join(part for part in (said, one.text) if part)
    return content.Channel(channel=one.channel, amount=None, unit="", text=text, fees=one.fees)
