"""Reads a shipped form definition and refuses nonsense before anything is published."""

from collections import Counter
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .field_type import Question
from .fields import TYPES

FORMS = Path(__file__).parent / "forms"
LISTS = Path(__file__).parent / "lists"
PARTY = ("name", "birth_on", "id_number", "id_kind", "phone", "email", "address")
PARTIES = frozenset(f"{role}.{what}" for role in ("submitter", "owner", "recipient") for what in PARTY)
KEYS = frozenset(part.name for part in fields(Question)) | {"options_from"}


class BadDefinition(ValueError):
    """A shipped form that cannot be published; the text names the place."""


def shipped() -> list[dict[str, Any]]:
    """Every shipped definition, checked and complete in itself, in the order of their codes."""
    return [read(path) for path in sorted(FORMS.glob("*.yaml"))]


def read(path: Path) -> dict[str, Any]:
    """One definition, with its lists of options written out.

    :raises BadDefinition: when the form would not work.
    """
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    definition = {**told, "code": path.stem}
    for section in definition["sections"]:
        section["questions"] = [_question(path.stem, one) for one in section["questions"]]
    names = Counter(one["name"] for section in definition["sections"] for one in section["questions"])
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise BadDefinition(f"{path.stem}: asked twice: {', '.join(twice)}")
    return definition


@cache
def _list(name: str) -> tuple[dict[str, str], ...]:
    told: dict[str, str] = yaml.safe_load((LISTS / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple({"value": value, "label": label} for value, label in told.items())


def _question(form: str, told: dict[str, Any]) -> dict[str, Any]:
    where = f"{form}: {told.get('name', '?')}"
    unknown = told.keys() - KEYS
    if unknown or told.get("type") not in TYPES:
        raise BadDefinition(f"{where}: unknown {', '.join(sorted(unknown)) or 'type'}")
    kind = TYPES[told["type"]]
    strange = told.get("more", {}).keys() - kind.settings
    if strange:
        raise BadDefinition(f"{where}: its type has no setting {', '.join(sorted(strange))}")
    if told.get("party", "") not in PARTIES | {""}:
        raise BadDefinition(f"{where}: no party has {told['party']}")
    made = {key: value for key, value in told.items() if key != "options_from"}
    if "options_from" in told:
        made["options"] = [dict(option) for option in _list(told["options_from"])]
    if kind.component in {"radios", "select"} and not (made.get("options") or told["type"] in {"sex", "yes_no"}):
        raise BadDefinition(f"{where}: nothing to choose from")
    return made
