"""From a dossier to the values of a result, and from the values to what the paper says."""

from collections.abc import Mapping
from typing import Any

from motcua.common import words
from motcua.eforms import queries as eforms

from ..models import Dossier, Party
from .templates import TEMPLATES, ResultTemplate, Slot

SAMPLE = "Trình bày theo mẫu ví dụ của Một Cửa, chưa đối chiếu với mẫu ban hành."


def known_values(template: ResultTemplate, dossier: Dossier) -> dict[str, str]:
    """What the dossier knows for each slot, in words; empty where it knows nothing."""
    form = eforms.form(dossier.form_version_id)
    answers = dossier.current_answers()
    parties = {party.role: party for party in dossier.parties.all()}

    def told(source: str) -> str:
        role, dot, what = source.partition(".")
        if dot:
            return _of_party(parties.get(role), what)
        question = form.questions.get(source)
        return form.display(question, answers.get(source)) if question else ""

    return {slot.key: next(filter(None, map(told, slot.sources)), "") for slot in template.slots}


def _of_party(party: Party | None, what: str) -> str:
    if party is None:
        return ""
    value = getattr(party, what)
    return words.date_only(value) if what == "birth_on" and value else str(value or "")


def marked_ever(dossier: Dossier) -> frozenset[str]:
    """The keys that the person called wrong in any draft: these stay the office's to write."""
    return frozenset(key for marks in dossier.result_drafts.values_list("marks", flat=True) for key in marks)


def is_stale(dossier: Dossier) -> bool:
    """Whether a locked value of the result is no longer what the dossier says, as after a supplement."""
    result = dossier.result
    template = TEMPLATES.get(result.template)
    if template is None:
        return False
    known, marked = known_values(template, dossier), marked_ever(dossier)
    locked = (slot.key for slot in template.slots if not is_open(slot, known, marked))
    return any(result.values.get(key) != known[key] for key in locked)


def is_open(slot: Slot, known: Mapping[str, str], marked: frozenset[str]) -> bool:
    """Whether the officer may write a slot: theirs, unknown to the dossier, or called wrong by the person."""
    return slot.own or not known.get(slot.key) or slot.key in marked


def body_of(template: ResultTemplate, values: Mapping[str, str]) -> list[dict[str, Any]]:
    """The blocks of the paper, for the PDF and for the pages that show it before it is one."""
    blocks: list[dict[str, Any]] = [{"type": "text", "text": template.opening}] if template.opening else []
    rows: list[list[str]] = []
    for slot in template.slots:
        if slot.group:
            rows = []
            blocks += [{"type": "heading", "text": slot.group}, {"type": "rows", "rows": rows}]
        elif not blocks or blocks[-1]["type"] != "rows":
            rows = []
            blocks.append({"type": "rows", "rows": rows})
        if values.get(slot.key):
            rows.append([slot.label, values[slot.key]])
    blocks = [one for place, one in enumerate(blocks) if not _is_bare(blocks, place)]
    if template.closing:
        blocks.append({"type": "text", "text": template.closing})
    return [*blocks, {"type": "note", "text": SAMPLE}] if template.sample else blocks


def _is_bare(blocks: list[dict[str, Any]], place: int) -> bool:
    """Rows without a row, and the heading over them."""
    one = blocks[place]
    if one["type"] == "heading":
        one = blocks[place + 1]
    return one["type"] == "rows" and not one["rows"]
