"""Lays an offered version over the one in force: a person's values before shipped ones, shipped before imported."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Final

from . import in_brief
from .comparing import Disagreement, disagreements, is_empty
from .content import KEYS, Content, Plain, flag_order, from_plain, plain

RANK: Final = {"imported": 0, "shipped": 1, "person": 2}


@dataclass(slots=True)
class Merged:
    """What is to be in force, and where the weaker side says otherwise."""

    content: Content
    disagreements: list[Disagreement] = field(default_factory=list)


def merge(in_force: Content, offered: Content, *, origin: str, confirmed: Collection[str]) -> Merged:
    """The offered content with every stronger value of the one in force kept.

    A weaker value fills what the stronger side leaves empty; where both speak and differ, the weaker one is told.
    """
    return _Merge(plain(in_force), plain(offered), RANK[origin], frozenset(confirmed)).done()


def vouched(said: Content, confirmed: Collection[str]) -> Content:
    """The content with what a person confirmed written into its sources: the next version has no rows beside it yet."""
    sources = {path: {**_nearest(said.sources, path), "origin": "person"} for path in confirmed}
    return replace(said, sources={**said.sources, **sources})


class _Merge:
    def __init__(self, kept: Plain, offered: Plain, rank: int, confirmed: frozenset[str]) -> None:
        self.kept, self.offered, self.rank, self.confirmed = kept, offered, rank, confirmed
        base = kept if self._kept_rank("") > rank else offered
        whole = [flag for flag in base["flags"] if not flag["path"]]
        self.values: Plain = {"sources": {"": base["sources"].get("", {})}, "flags": whole}
        self.found: list[Disagreement] = []

    def done(self) -> Merged:
        for key in KEYS:
            self._one(key)
        if in_brief.is_older(self.kept, self.values, self.offered["in_brief"]):
            self.values["flags"] = in_brief.flagged(self.values["flags"])
        self.values["flags"].sort(key=flag_order)
        return Merged(from_plain(self.values), self.found)

    def _kept_rank(self, path: str) -> int:
        if path in self.confirmed:
            return RANK["person"]
        source = _nearest(self.kept["sources"], path)
        return RANK[source.get("origin", "imported")]

    def _one(self, key: str) -> None:
        kept_rank = self._kept_rank(key)
        kept_is_stronger = kept_rank > self.rank
        strong, weak = (self.kept, self.offered) if kept_is_stronger else (self.offered, self.kept)
        same_rank = kept_rank == self.rank
        if is_empty(strong[key]) and not is_empty(weak[key]) and not same_rank:
            strong, weak = weak, strong
        elif not same_rank:
            self.found += disagreements(key, strong, weak)
        self._take(key, strong)
        if strong is self.offered and not kept_is_stronger:
            self._keep_parts(key)

    def _take(self, key: str, side: Plain) -> None:
        self.values[key] = side[key]
        self.values["flags"] += [flag for flag in side["flags"] if _is_at(flag["path"], key)]
        sources = self.values["sources"]
        for path in [path for path in sources if path and _is_at(path, key)]:
            del sources[path]
        own = {path: source for path, source in side["sources"].items() if path and _is_at(path, key)}
        sources.update(own)
        default = side["sources"].get("", {})
        if key not in own and default != sources[""]:
            sources[key] = default

    def _keep_parts(self, key: str) -> None:
        """Keep the stronger values inside an offered one; if the shape changed, keep the whole."""
        vouched = {path for path in (*self.kept["sources"], *self.confirmed) if path.startswith(f"{key}.")}
        for path in sorted(path for path in vouched if self._kept_rank(path) > self.rank):
            try:
                ours, theirs = _at(self.kept, path), _at(self.values, path)
            except (LookupError, ValueError):
                self.found.append(Disagreement(key, self.kept[key], self.offered[key]))
                self._take(key, self.kept)
                return
            if ours != theirs:
                self.found.append(Disagreement(path, ours, theirs))
                self.values = _with(self.values, path, ours)
            if path in self.kept["sources"]:
                self.values["sources"][path] = self.kept["sources"][path]


def _is_at(path: str, key: str) -> bool:
    return path == key or path.startswith(f"{key}.")


def _nearest(sources: Plain, path: str) -> Plain:
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        if ".".join(parts[:length]) in sources:
            found: Plain = sources[".".join(parts[:length])]
            return found
    default: Plain = sources.get("", {})
    return default


def _at(raw: Any, path: str) -> Any:
    for part in path.split("."):
        raw = raw[int(part)] if isinstance(raw, list) else raw[part]
    return raw


def _with(raw: Any, path: str, value: Any) -> Any:
    """A copy of the tree with one value exchanged."""
    part, _dot, rest = path.partition(".")
    place: Any = int(part) if isinstance(raw, list) else part
    copy = list(raw) if isinstance(raw, list) else dict(raw)
    copy[place] = _with(copy[place], rest, value) if rest else value
    return copy
