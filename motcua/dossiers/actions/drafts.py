"""What a person does to a draft before it is filed."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.agencies.models import Agency
from motcua.catalogue.filling import form_of
from motcua.catalogue.queries import VersionPage, version_page
from motcua.documents import storing
from motcua.documents.models import StoredFile

from .. import lifecycle
from ..checks import Act
from ..lifecycle import Action, Blocked, NotAllowed, Who
from ..models import AnswerRevision, Attachment, Dossier, Party
from ..states import IdKind, PartyRole, Status
from .moves import permit

MOST_FILES = 60  # per dossier: twenty papers of three photos each


def full() -> str:
    """What is said of a file too many."""
    return _("Một hồ sơ nhận tối đa %(most)s tệp") % {"most": MOST_FILES}


@dataclass(frozen=True)
class Start:
    """What a new dossier is about. `id` comes from the page that offered it, so pressing twice starts one."""

    id: uuid.UUID
    page: VersionPage
    case_id: uuid.UUID
    channel: str
    resolver: Agency


@dataclass(frozen=True)
class Receiving:
    """How the result is to reach whom. An empty recipient means the submitter collects."""

    delivery: str
    address: str = ""
    agency: Agency | None = None
    recipient: str = ""
    recipient_id: str = ""
    recipient_phone: str = ""


def _term(start: Start) -> tuple[int | None, str]:
    case = next(case for case in start.page.cases if case.id == start.case_id)
    for row in case.channels:
        if row.channel == start.channel and row.usable:
            return row.amount, row.unit
    return None, ""


def _form_of(page: VersionPage) -> uuid.UUID:
    form = form_of(page)
    if form is None:
        raise NotAllowed("there is no form at all, not even the general application")
    return form


def build(start: Start, *, by: Account, at: datetime) -> Dossier:
    """The unsaved row of a new dossier."""
    amount, unit = _term(start)
    return Dossier(
        id=start.id,
        version_id=start.page.id,
        case_id=start.case_id,
        channel=start.channel,
        form_version_id=_form_of(start.page),
        receiving_agency=start.resolver.receiver,
        resolving_agency=start.resolver,
        started_by=by,
        started_at=at,
        saved_at=at,
        term_amount=amount,
        term_unit=unit,
    )


def start_draft(start: Start, *, by: Account, at: datetime, answers: dict[str, Any] | None = None) -> Dossier:
    """Begin a draft; the same `start.id` again returns the one that was begun, also when both came at once.

    :raises NotAllowed: the id belongs to somebody else's dossier.
    :raises Blocked: the version is no longer in force.
    """
    try:
        return _insert_draft(build(start, by=by, at=at), answers or {}, by=by, at=at)
    except IntegrityError:
        begun = begun_as(start.id, by)
        if begun is None:
            raise
        return begun


def begun_as(pk: uuid.UUID, by: Account) -> Dossier | None:
    """The dossier that this account already began under `pk`, if any.

    :raises NotAllowed: somebody else did.
    """
    begun = Dossier.objects.filter(pk=pk).first()
    if begun is not None and begun.started_by_id != by.pk:
        raise NotAllowed("begun by another person")
    return begun


@transaction.atomic
def _insert_draft(dossier: Dossier, answers: dict[str, Any], *, by: Account, at: datetime) -> Dossier:
    move, who = lifecycle.find(None, Action.START_DRAFT, {Who.SUBMITTER})
    problems = [p for check in move.checks for p in check(dossier, Act(by, at, frozenset({who})))]
    if problems:
        raise Blocked(problems)
    dossier.save(force_insert=True)
    AnswerRevision.objects.create(dossier=dossier, answers=answers, written_by=by)
    return dossier


def edit(dossier: Dossier, by: Account, at: datetime, **changed: Any) -> None:
    """Claim the draft for one edit: one statement that moves `saved_at` and finds a filed one gone."""
    if dossier.started_by_id != by.pk:
        raise NotAllowed("another person's draft")
    if not Dossier.objects.filter(pk=dossier.pk, status=Status.DRAFT).update(saved_at=at, **changed):
        raise NotAllowed("filed already")
    for name, value in {"saved_at": at, **changed}.items():
        setattr(dossier, name, value)


SAVE_ANSWERS = """
with draft as (update dossiers_dossier set saved_at = %s where id = %s and status = 0 returning id)
update dossiers_answerrevision as revision
set answers = jsonb_strip_nulls(revision.answers || %s::jsonb), written_by_id = %s
from draft where revision.dossier_id = draft.id and revision.number = 1
"""


def save_answers(dossier: Dossier, answers: dict[str, Any], *, by: Account, at: datetime) -> None:
    """Put answers into the draft's one revision, in one statement; None takes an answer away.

    Only what is given is written, so two pages of one draft saved at once lose nothing of each other.

    :raises NotAllowed: it was filed meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute(SAVE_ANSWERS, [at, dossier.pk, json.dumps(answers), by.pk])
        if not cursor.rowcount:
            raise NotAllowed("filed already")
    dossier.saved_at = at


Refusals = dict[uuid.UUID | None, list[str]]


@transaction.atomic
def save_papers(
    dossier: Dossier,
    slots: "Iterable[tuple[uuid.UUID | None, UploadedFile[bytes]]]",
    receiving: Receiving | None,
    *,
    by: Account,
    at: datetime,
) -> Refusals:
    """Keep the acceptable files in their paper slots, and the way of the result where it was chosen.

    Returns the refusals, in words, per slot.

    :raises NotAllowed: filed meanwhile, or a slot that this dossier does not have.
    """
    had_recipient = bool(dossier.delivery)
    edit(dossier, by, at, **(_chosen(receiving) if receiving else {}))
    if receiving and (receiving.recipient or had_recipient):
        set_recipient(dossier, receiving)
    uploads = list(slots)
    return _keep(dossier, uploads, by, at) if uploads else {}


def add_files(
    dossier: Dossier, slots: "Iterable[tuple[uuid.UUID | None, UploadedFile[bytes]]]", *, by: Account, at: datetime
) -> Refusals:
    """Keep files alone; see `save_papers`."""
    return save_papers(dossier, slots, None, by=by, at=at)


def choose_delivery(dossier: Dossier, receiving: Receiving, *, by: Account, at: datetime) -> None:
    """Choose alone how the result is received and who collects it; see `save_papers`."""
    save_papers(dossier, (), receiving, by=by, at=at)


def _chosen(receiving: Receiving) -> dict[str, Any]:
    return {
        "delivery": receiving.delivery,
        "delivery_address": receiving.address,
        "delivery_agency": receiving.agency,
    }


def _keep(
    dossier: Dossier, uploads: "list[tuple[uuid.UUID | None, UploadedFile[bytes]]]", by: Account, at: datetime
) -> Refusals:
    refused: Refusals = {}
    kept: list[Attachment] = []
    room = MOST_FILES - dossier.attachments.count()
    for paper_id, upload in uploads:
        if paper_id is not None and paper_id not in _papers_of(dossier):
            raise NotAllowed("a paper of another case")
        if len(kept) >= room:
            refused.setdefault(paper_id, []).append(full())
            continue
        try:
            file = storing.write(upload, at=at)
        except storing.Unacceptable as refusal:
            refused.setdefault(paper_id, []).append(refusal.message)
        else:
            kept.append(Attachment(dossier=dossier, paper_id=paper_id, file=file, added_by=by, added_at=at))
    StoredFile.objects.bulk_create([attachment.file for attachment in kept])
    Attachment.objects.bulk_create(kept)
    return refused


def _papers_of(dossier: Dossier) -> set[uuid.UUID]:
    cases = version_page(dossier.version_id).cases
    return {paper.id for case in cases if case.id == dossier.case_id for paper in case.papers}


@transaction.atomic
def remove_file(dossier: Dossier, file_id: uuid.UUID, *, by: Account, at: datetime) -> None:
    """Take a file out of a draft. Twice is as good as once."""
    edit(dossier, by, at)
    for attachment in dossier.attachments.filter(file=file_id).select_related("file"):
        attachment.delete()
        storing.discard(attachment.file)


def set_recipient(dossier: Dossier, receiving: Receiving) -> None:
    """Write the recipient's row where somebody else than the submitter collects."""
    if not receiving.recipient:
        dossier.parties.filter(role=PartyRole.RECIPIENT).delete()
        return
    Party.objects.update_or_create(
        dossier=dossier,
        role=PartyRole.RECIPIENT,
        defaults={
            "name": receiving.recipient,
            "id_number": receiving.recipient_id,
            "id_kind": IdKind.PERSONAL if receiving.recipient_id else IdKind.NONE_SHOWN,
            "phone": receiving.recipient_phone,
        },
    )


@transaction.atomic
def discard(dossier: Dossier, *, by: Account | None, at: datetime) -> None:
    """Delete a draft with its answers, its files and the looks at it.

    :raises NotAllowed: not a draft any more, or another person's.
    """
    dossier.lock()
    permit(dossier, Action.DISCARD, by=by, at=at)
    files = [attachment.file for attachment in dossier.attachments.select_related("file")]
    dossier.looks.all().delete()
    dossier.delete()
    for file in files:
        storing.discard(file)
