"""Which results the person sees before they are issued, what such a draft shows, and what still waits for it."""

from motcua.catalogue.models import Channel

from .models import Dossier, Result
from .results import TEMPLATES
from .states import Status

STILL_OPEN = frozenset({Status.PROCESSING, Status.SUPPLEMENT, Status.PAYMENT})
"""While the dossier stands there, the person may answer."""


def is_shown_first(dossier: Dossier) -> bool:
    """Whether the dossier's version lets the person see the result before it is issued."""
    rule = dossier.procedure.rules.shows_draft
    return rule == "always" or (rule == "online" and dossier.channel == Channel.ONLINE)


def rows_of(result: Result) -> list[list[str]]:
    """What the person is shown, as [key, label, words]: each value of a template, or which file it is."""
    if result.template:
        slots = TEMPLATES[result.template].slots
        return [[slot.key, slot.label, result.values[slot.key]] for slot in slots if result.values.get(slot.key)]
    rows = [["number", "Số", result.number], ["dated_on", "Ngày", result.dated_on.isoformat()]]
    if result.file:
        return [*rows, ["file", "Tệp", f"{result.file.name}, SHA-256 {result.file.sha256}"]]
    return [*rows, ["file", "Không có tệp vì", result.no_file_reason]]
