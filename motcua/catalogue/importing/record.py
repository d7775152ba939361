"""One record of the national catalogue as the content of a version."""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.models import ServiceClass
from motcua.common.words import fold

from .papers import read_papers
from .terms import read_channels

Raw = Mapping[str, Any]
SOURCE: Final = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
OURS: Final = "motcua"
"""The key under which an exported record says what the national shape cannot."""
_CODE: Final = re.compile(r"\d\.\d{6}")
_LEGAL: Final = re.compile(r"\d[\d.]*/\d{4}/[A-ZĐ][\w-]*")
_CLASSES: Final = {"toan_trinh": ServiceClass.FULL, "mot_phan": ServiceClass.PARTIAL}
_REST: Final = r"(, phuong)?(, thi tran)?(, dac khu)?\.?"
_BODIES: Final = (
    (re.compile(rf"(chu tich )?(uy ban nhan dan|ubnd) (cap )?xa{_REST}"), "ubnd_xa"),
    (re.compile(rf"cong an (cap )?xa{_REST}"), "cong_an_xa"),
    (re.compile(r"trung tam phuc vu hanh chinh cong (cap )?xa"), "trung_tam_xa"),
    (re.compile(r"(chu tich )?(uy ban nhan dan|ubnd) (cap )?tinh(, thanh pho)?"), "ubnd_tinh"),
    (re.compile(r"trung tam phuc vu hanh chinh cong (cap )?tinh"), "trung_tam_tinh"),
)
_LENGTHS: Final = {"field": (64, 200), "publisher": (35, 200)}


class Unreadable(ValueError):
    """A record that cannot become a version at all; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What records refer to: the general application, the names of legal documents, and names that several have."""

    form_id: uuid.UUID | None
    legal: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    shared_names: frozenset[str] = frozenset()


def read_code(raw: Raw) -> str:
    """The national code.

    :raises Unreadable: it is missing or malformed.
    """
    code = raw.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise Unreadable(f"mã thủ tục {raw.get('code_raw', code)!r} không đúng dạng như 1.001193")
    return code


def read_record(raw: Raw, book: Book) -> content.Content:
    """The content of one record.

    :raises Unreadable: name, field or publisher is missing or too long.
    """
    channels, flags = read_channels(raw.get("channels", ()))
    papers, form_name, more = read_papers(raw.get("components", ()))
    level, class_ = _level(raw, bool(form_name))
    online = any(one.channel == "online" for one in channels)
    body, name = _body(raw), _name(raw)
    shared = [{"path": "name", "why": "same_name"}] if fold(name) in book.shared_names else []
    return content.Content(
        name=name,
        keywords=tuple(_words(raw.get("keywords", ""))),
        field=_named(raw, "field"),
        publisher=_named(raw, "publisher"),
        level=level,
        service_class=class_,
        files_online=level >= 3 and online,
        executing="; ".join(_names(raw, "executing")),
        body=body,
        bodies=_bodies(raw),
        admin_levels=tuple(raw.get("levels", ())),
        subjects=tuple(raw.get("subjects", ())),
        form_id=book.form_id,
        form_name=form_name,
        decision_number=str(raw.get("decision", {}).get("no", ""))[:80],
        decision_on=_day(raw.get("decision", {}).get("date")),
        results=tuple(_result(one) for one in raw.get("results", ())),
        legal=_legals(raw, book),
        conditions=str(raw.get("conditions", "")),
        instructions=tuple(_steps(raw)),
        note=str(raw.get("note", "")),
        cases=(content.Case(channels=channels, papers=papers),),
        sources=_sources(raw),
        flags=tuple(
            sorted((*flags, *more, *shared, *_flags(raw, body, level=level, online=online)), key=content.flag_order)
        ),
    )


def shared_names(records: Iterable[Raw]) -> frozenset[str]:
    """The names, folded, that records of more than one code have."""
    codes: dict[str, set[str]] = {}
    for raw in records:
        codes.setdefault(fold(" ".join(str(raw.get("name", "")).split())), set()).add(str(raw.get("code")))
    return frozenset(name for name, held in codes.items() if name and len(held) > 1)


def _name(raw: Raw) -> str:
    name = " ".join(str(raw.get("name", "")).split())
    if not name:
        raise Unreadable("thiếu tên thủ tục")
    return name


def _named(raw: Raw, key: str) -> content.Named:
    found = raw.get(key)
    if not isinstance(found, Mapping) or not found.get("code") or not found.get("name"):
        raise Unreadable(f"thiếu mã hoặc tên ở {key}")
    code, name = str(found["code"]), " ".join(str(found["name"]).split())
    longest_code, longest_name = _LENGTHS[key]
    if len(code) > longest_code or len(name) > longest_name:
        raise Unreadable(f"mã hoặc tên ở {key} dài quá")
    return content.Named(code=code, name=name)


def _level(raw: Raw, has_form: bool) -> tuple[int, str]:
    """Legacy level and class of today, inferred from how the source says it is offered on line."""
    class_ = _CLASSES.get(raw.get("online", {}).get("level", ""), ServiceClass.INFORMATION)
    if class_ == ServiceClass.INFORMATION:
        return (2 if has_form else 1), class_.value
    return (4 if class_ == ServiceClass.FULL else 3), class_.value


def _names(raw: Raw, key: str) -> list[str]:
    return [" ".join(str(one["name"]).split()) for one in raw.get(key, ()) if one.get("name")]


def _body(raw: Raw) -> str:
    """The kind of agency that resolves: the one of the commune if one is named, else the one of the province."""
    found = [kind for name in _names(raw, "executing") for pattern, kind in _BODIES if pattern.fullmatch(fold(name))]
    for tier in ("_xa", "_tinh"):
        kinds = {kind for kind in found if kind.endswith(tier)}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else ""
    return ""


def _bodies(raw: Raw) -> dict[str, Any]:
    others: dict[str, Any] = {key: _names(raw, key) for key in ("authority", "authorized", "coordinating")}
    others["receives_at"] = str(raw.get("receiving_address", ""))
    return {key: value for key, value in others.items() if value}


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


def _words(text: Any) -> list[str]:
    words = text if isinstance(text, list) else str(text).split(";")
    return [" ".join(str(word).split()) for word in words if str(word).strip()]


def _result(one: Raw) -> dict[str, str]:
    name = " ".join(str(one.get("name", "")).split()).lstrip("-+*• ")
    return {"code": str(one.get("code", "")), "name": name, "kind": "refusal" if "tu choi" in fold(name) else "result"}


def _legals(raw: Raw, book: Book) -> tuple[dict[str, str], ...]:
    """The documents by number and name; an exported record carries the names that its source kept elsewhere."""
    numbers, named = raw.get("legal", ()), raw.get(OURS, {}).get("legal")
    if named is None:
        return tuple(_legal(one, book) for one in numbers)
    if len(named) != len(numbers):
        raise Unreadable(f"{OURS}.legal phải có {len(numbers)} văn bản như legal")
    return tuple({"number": str(one["number"]), "name": str(one["name"])} for one in named)


def _legal(number: Any, book: Book) -> dict[str, str]:
    code, name = book.legal.get(str(number), (str(number), ""))
    inside = None if code[:1].isdigit() else _LEGAL.search(code)
    if inside:
        code, name = inside[0], name or code
    return {"number": code, "name": "" if name == code or code in name else name}


def _steps(raw: Raw) -> list[str]:
    """Steps as published; a text that counts its own steps is cut where each begins."""
    found: list[str] = []
    for step in raw.get("steps", ()):
        name, text = str(step.get("name", "")).strip(), str(step.get("text", "")).strip()
        parts = [part.strip() for part in re.split(r"\n(?=\W*Bước \d)", text) if part.strip()]
        if name and parts:
            parts[0] = f"{name.rstrip(':')}: {parts[0]}"
        found += parts or [name]
    return [step for step in found if step]


def _sources(raw: Raw) -> dict[str, dict[str, Any]]:
    default = {"origin": "imported", "source": SOURCE, "date": str(raw.get("updated", ""))}
    inferred = {**default, "inferred": True}
    return {"": default, "level": inferred, "service_class": inferred, "body": inferred}


def _only_on_paper(raw: Raw) -> bool:
    return bool(raw.get("online", {}).get("offline_only"))


def _flags(raw: Raw, body: str, *, level: int, online: bool) -> list[dict[str, str]]:
    doubts = {
        ("files_online", "class_and_channels"): level >= 3 and not online,
        ("service_class", "channels_and_class"): online and (level < 3 or _only_on_paper(raw)),
        ("executing", "no_executing"): not raw.get("executing"),
        ("body", "body_not_understood"): bool(raw.get("executing")) and raw.get("levels", ()) == ["xa"] and not body,
        ("results", "no_result"): not raw.get("results"),
        ("legal", "no_legal"): not raw.get("legal"),
    }
    return [{"path": path, "why": why} for (path, why), doubtful in doubts.items() if doubtful]
