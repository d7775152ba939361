"""What a version says, as plain values that can be compared, merged, hashed and written to rows."""

import dataclasses
import hashlib
import json
import types
import typing
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """One amount; see `models.Fee`."""

    kind: str
    amount: int | None
    per: str = ""
    text: str = ""
    when: str = ""
    basis: str = ""
    set_by: str = ""
    exempt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way to hand in, with its term and its fees."""

    channel: str
    amount: int | None
    unit: str
    text: str = ""
    fees: tuple[Fee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper; see `models.Paper`."""

    name: str
    kind: str
    originals: int = 0
    certified: int = 0
    copies: int = 0
    required: bool = False
    photo_ok: bool | None = None
    when: str = ""
    replaced_by: str = ""
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case with its ways to hand in and its papers."""

    name: str = ""
    channels: tuple[Channel, ...] = ()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of processing."""

    name: str
    role: str
    share: int
    approves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A field or a publisher."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One version before it has a number and a date. `sources` and `flags` are as in the `Version` model."""

    name: str
    official_name: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    in_brief: dict[str, str] = dataclasses.field(default_factory=dict)
    field: Named
    publisher: Named
    level: int
    service_class: str
    files_online: bool
    executing: str = ""
    body: str = ""
    bodies: dict[str, Any] = dataclasses.field(default_factory=dict)
    admin_levels: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    must_come: bool | None = None
    visits: str = ""
    minutes: int | None = None
    form_id: uuid.UUID | None = None
    form_name: str = ""
    decision_number: str = ""
    decision_on: date | None = None
    results: tuple[dict[str, str], ...] = ()
    legal: tuple[dict[str, str], ...] = ()
    conditions: str = ""
    instructions: tuple[str, ...] = ()
    note: str = ""
    rules: dict[str, Any] = dataclasses.field(default_factory=dict)
    related: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    stages: tuple[Stage, ...] = ()
    sources: dict[str, dict[str, Any]] = dataclasses.field(default_factory=dict)
    flags: tuple[dict[str, str], ...] = ()


Plain = dict[str, Any]
KEYS: Final = tuple(item.name for item in dataclasses.fields(Content) if item.name not in ("sources", "flags"))


def flag_order(flag: dict[str, str]) -> tuple[str, str]:
    """Flags stand in one order, so that equal contents have equal hashes."""
    return flag["path"], flag["why"]


def plain(value: Any) -> Any:
    """Lists, dicts, words and numbers only: what JSON can hold."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def from_plain(raw: Plain) -> Content:
    """The content that `plain` was made from."""
    content: Content = _build(Content, raw)
    return content


def content_hash(content: Content) -> str:
    """SHA-256 of everything that the content says, whatever the order of its keys.

    What was added to contents later and says nothing leaves the hash as it was before.
    """
    text = json.dumps(_without_silence(plain(content)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


LATER: Final = frozenset(("rules", "related", "set_by", "exempt", "in_brief"))


def _without_silence(said: Any) -> Any:
    """The plain value without the later keys that are empty."""
    if isinstance(said, dict):
        return {key: _without_silence(value) for key, value in said.items() if value or key not in LATER}
    return [_without_silence(item) for item in said] if isinstance(said, list) else said


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in dataclasses.fields(kind))


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, raw: Any) -> Any:
    """The value of this type that became `raw`; what is plain already stays."""
    origin = typing.get_origin(kind)
    built: Any
    if raw is None:
        built = None
    elif origin is tuple:
        built = tuple(_build(typing.get_args(kind)[0], item) for item in raw)
    elif origin is types.UnionType:
        built = _build(next(part for part in typing.get_args(kind) if part is not type(None)), raw)
    elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
        built = kind(**{name: _build(_hints(kind)[name], item) for name, item in raw.items()})
    else:
        built = _FROM_WORDS.get(kind, _as_it_is)(raw)
    return built


def _as_it_is(raw: Any) -> Any:
    return raw


_FROM_WORDS: Final[dict[Any, Callable[[Any], Any]]] = {date: date.fromisoformat, uuid.UUID: uuid.UUID}
