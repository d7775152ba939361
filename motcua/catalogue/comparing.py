"""Says where an imported version disagrees with one that a person or the box vouches for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from .content import Plain
from .folding import bare, folded


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two values at one path; `kept` is in force, `imported` lies beside it."""

    path: str
    kept: Any
    imported: Any


@dataclass(frozen=True, slots=True)
class Apart:
    """What only the one side says, and what only the other; in the order in which each says it."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def apart(before: Iterable[str], after: Iterable[str]) -> Apart:
    """Two lists of words without what both say."""
    one, other = tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))
    return Apart(tuple(said for said in one if said not in other), tuple(said for said in other if said not in one))


def is_empty(value: Any) -> bool:
    """Whether nothing is said. Zero and False say something."""
    return value in ("", None, [], {})


def disagreements(key: str, kept: Plain, imported: Plain) -> list[Disagreement]:
    """Where the two contents disagree under this key. Wording of our own is never compared."""
    views = COMPARED.get(key, {})
    found = []
    for path, view in views.items():
        ours, theirs = view(kept), view(imported)
        if not is_empty(theirs) and not is_empty(ours) and ours != theirs:
            found.append(Disagreement(path, ours, theirs))
    return found


def value_at(path: str, said: Plain) -> Any:
    """The value of a content at the path of a disagreement; None where its shape no longer reaches."""
    view = COMPARED.get(path.partition(".")[0], {}).get(path)
    if view:
        return view(said)
    raw: Any = said
    for part in path.split("."):
        try:
            raw = raw[int(part)] if isinstance(raw, list) else raw[part]
        except (LookupError, ValueError):
            return None
    return raw


View = Callable[[Plain], Any]


def _as_it_is(key: str) -> View:
    return lambda said: said[key]


def _sorted(key: str, part: str = "") -> View:
    return lambda said: sorted(item[part] if part else item for item in said[key])


def _code(key: str) -> View:
    return lambda said: said[key]["code"]


def _name(said: Plain) -> str:
    return bare(folded(said["official_name"] or said["name"])).strip()


def _executing(said: Plain) -> str:
    """The body where its kind is known: sources name the same one in many ways."""
    return str(said["body"]) or folded(said["executing"]).strip()


def _rows(said: Plain) -> list[Plain]:
    return [row for case in said["cases"] for row in case["channels"]]


def _channels(said: Plain) -> list[str]:
    return sorted({row["channel"] for row in _rows(said)})


def _times(said: Plain) -> dict[str, list[list[Any]]]:
    """Terms per way to hand in; what was not understood does not disagree."""
    found: dict[str, set[tuple[Any, str]]] = {}
    for row in _rows(said):
        if row["unit"]:
            found.setdefault(row["channel"], set()).add((row["amount"], row["unit"]))
    return {channel: sorted([list(term) for term in terms], key=str) for channel, terms in sorted(found.items())}


def _fees(said: Plain) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for row in _rows(said):
        amounts = {fee["amount"] for fee in row["fees"] if fee["amount"] is not None and not fee["when"]}
        if amounts:
            found.setdefault(row["channel"], set()).update(amounts)
    return {channel: sorted(amounts) for channel, amounts in sorted(found.items())}


def _papers(said: Plain) -> list[str]:
    return sorted({paper["name"] for case in said["cases"] for paper in case["papers"] if paper["kind"] != "note"})


def _same(*keys: str) -> dict[str, dict[str, View]]:
    return {key: {key: _as_it_is(key)} for key in keys}


COMPARED: Final[dict[str, dict[str, View]]] = {
    "name": {"name": _name},
    "field": {"field": _code("field")},
    "publisher": {"publisher": _code("publisher")},
    "executing": {"executing": _executing},
    "admin_levels": {"admin_levels": _sorted("admin_levels")},
    "subjects": {"subjects": _sorted("subjects")},
    "results": {"results": _sorted("results", "code")},
    "legal": {"legal": _sorted("legal", "number")},
    "cases": {"cases.channels": _channels, "cases.times": _times, "cases.fees": _fees, "cases.papers": _papers},
    **_same("level", "service_class", "decision_number", "decision_on", "conditions"),
}
