"""What was begun once is not typed twice: “Nộp lại” (lifecycle rule 13), and a draft from before a change (rule 15)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.accounts.models import Account
from motcua.catalogue.queries import VersionPage
from motcua.documents import storing

from ..checks import Act
from ..checks.filing import version_in_force
from ..lifecycle import Blocked, NotAllowed, Who
from ..models import Attachment, Dossier
from ..states import Status
from .drafts import Start, begun_as, build, edit, start_draft

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


@transaction.atomic
def renew_draft(dossier: Dossier, page: VersionPage, case_id: UUID, *, by: Account, at: datetime) -> None:
    """Bring a draft under another version (rule 15): answers stay, files find their paper by its name, or none.

    :raises Blocked: the version is not the one in force; nothing was written.
    :raises NotAllowed: it was filed meanwhile, or is another person's.
    """
    start = Start(dossier.pk, page, case_id, dossier.channel, dossier.resolving)
    slots = {paper.name: paper.id for paper in _papers(page, start)}
    names = {paper.id: paper.name for case in dossier.procedure.cases for paper in case.papers}
    fresh = build(start, by=by, at=at)
    same = ("version_id", "case_id", "form_version_id", "term_amount", "term_unit")
    if problems := version_in_force(fresh, Act(by, at, frozenset({Who.SUBMITTER}))):
        raise Blocked(problems)
    edit(dossier, by, at, **{name: getattr(fresh, name) for name in same})
    for attachment in dossier.attachments.filter(paper__in=names):
        assert attachment.paper_id is not None
        attachment.paper_id = slots.get(names[attachment.paper_id])
        attachment.save(update_fields=["paper"])


def _papers(page: VersionPage, start: Start) -> tuple:  # type: ignore[type-arg]
    case = page.case(start.case_id)
    return case.papers if case else ()
