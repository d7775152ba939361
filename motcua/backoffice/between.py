"""Who did what to a working copy between the page that a manager opened and the button that was pressed there."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Final
from uuid import UUID

from motcua.accounts import changes
from motcua.accounts.models import Change

MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Seen:
    """The copy that a page showed, by its id as it was posted, and as of which save."""

    copy: str
    revision: int


def done_since(procedure_id: UUID, shown: Seen) -> list[Change]:
    """What was done to the procedure after the page was opened, the newest first."""

    def later(change: Change) -> bool:
        facts = change.facts
        return facts.get("copy") != shown.copy or int(facts.get("revision", 0)) > shown.revision or _ended(change)

    return list(takewhile(later, changes.about(procedure_id)))[:MOST]


def _ended(change: Change) -> bool:
    return change.word in ("copy_published", "copy_discarded")
