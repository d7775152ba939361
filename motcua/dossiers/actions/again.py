"""“Nộp lại”: a new draft with everything of one that was refused or stopped (lifecycle rule 13)."""

from datetime import datetime

from django.db import transaction

from motcua.accounts.models import Account
from motcua.catalogue.queries import VersionPage
from motcua.documents import storing

from ..lifecycle import NotAllowed
from ..models import Attachment, Dossier
from ..states import Status
from .drafts import Start, begun_as, start_draft

ENDED = frozenset({Status.REFUSED, Status.STOPPED})


@transaction.atomic
def start_again(dossier: Dossier, start: Start, *, by: Account, at: datetime) -> Dossier:
    """Begin a draft that names the old dossier and carries its answers, papers and way of the result.

    Papers find their slot in the new version by name. The same `start.id` again returns the draft that was begun.

    :raises NotAllowed: the old one did not end in 3 or 8, or was not begun by this person on line.
    :raises Blocked: the version is no longer in force.
    """
    if dossier.status not in ENDED or dossier.channel != start.channel:
        raise NotAllowed("only what was refused or stopped is filed again")
    if (begun := begun_as(start.id, by)) is not None:
        return begun
    draft = start_draft(start, by=by, at=at, answers=dict(dossier.current_answers()))
    draft.again_of = dossier
    draft.delivery, draft.delivery_address = dossier.delivery, dossier.delivery_address
    draft.delivery_agency_id = dossier.delivery_agency_id
    draft.save(update_fields=["again_of", "delivery", "delivery_address", "delivery_agency"])
    slots = {paper.name: paper.id for paper in _papers(start.page, start)}
    names = {paper.id: paper.name for case in dossier.procedure.cases for paper in case.papers}
    for attachment in dossier.attachments.select_related("file"):
        Attachment.objects.create(
            dossier=draft,
            paper_id=slots.get(names.get(attachment.paper_id, "")) if attachment.paper_id else None,
            file=storing.copy(attachment.file, at=at),
            added_by=by,
            added_at=at,
        )
    return draft


def _papers(page: VersionPage, start: Start) -> tuple:  # type: ignore[type-arg]
    case = page.case(start.case_id)
    return case.papers if case else ()
