"""Repeated parts of a page: as many numbered rows as were shown, one more or one less by a button."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import QueryDict

from motcua.common import words

from .parts import Field, read, shown

MOST: Final = 120
FEW: Final = 3
LONGEST: Final = 80


def _in_words(field: Field, typed: Any) -> str:
    if field.type == "whole":  # a sum tells fees apart; how many of a paper does not tell papers apart
        return words.money(int(typed)) if field.name == "amount" and typed.isascii() and typed.isdigit() else ""
    said = str(dict(field.options).get(typed, typed)) if field.options else str(typed)
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rpartition(' ')[0]} …"


@dataclass(slots=True)
class Rows:
    """Rows of fields: stored values, what stands in the page, and what is wrong."""

    name: str
    fields: tuple[Field, ...]
    values: list[dict[str, Any]] = field(default_factory=list)
    typed: list[dict[str, Any]] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    pressed: bool = False

    @classmethod
    def stored(cls, name: str, fields: tuple[Field, ...], rows: Sequence[dict[str, Any]]) -> "Rows":
        """As they are stored."""
        told = [{one.name: shown(one, row.get(one.name)) for one in fields} for row in rows]
        return cls(name, fields, list(rows), told)

    @classmethod
    def posted(cls, name: str, fields: tuple[Field, ...], post: QueryDict) -> "Rows":
        """As they were typed; a button may have added, removed or moved one, which saves nothing yet."""
        count = post.get(f"{name}-count", "0")
        number = min(int(count), MOST) if count.isascii() and count.isdigit() and len(count) < 4 else 0
        rows = cls(name, fields)
        for place in range(number):
            values, errors, typed = read(fields, post, f"{name}-{place}-")
            rows.values.append(values)
            rows.typed.append({one.name: typed[f"{name}-{place}-{one.name}"] for one in fields})
            rows.errors |= errors
        rows._press(post)
        return rows

    def is_folded(self, place: int) -> bool:
        """Whether a row shows only what it is: one of many, written before, without a mistake."""
        wrong = any(name.startswith(f"{self.name}-{place}-") for name in self.errors)
        return len(self.typed) > FEW and bool(self.typed[place][self.fields[0].name]) and not wrong

    def summary(self, place: int) -> str:
        """What a folded row is, by its first fields."""
        told = (_in_words(one, self.typed[place][one.name]) for one in self.fields[:3])
        return ", ".join(part for part in told if part)

    def _press(self, post: QueryDict) -> None:
        deed, _dash, at = post.get("row", "").rpartition("-")
        if deed.rpartition(":")[0] != self.name or not (at.isascii() and at.isdigit()):
            return
        place, what = int(at), deed.rpartition(":")[2]
        if what == "add" and len(self.typed) < MOST:
            self.typed.append({one.name: shown(one, None) for one in self.fields})
        elif what == "remove" and place < len(self.typed):
            del self.typed[place]
        elif what == "up" and 0 < place < len(self.typed):
            self.typed[place - 1], self.typed[place] = self.typed[place], self.typed[place - 1]
        self.pressed, self.errors = True, {}
