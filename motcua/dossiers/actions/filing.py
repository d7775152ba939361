"""Handing in: on line by the submitter, at the counter or by post by an intake officer."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from motcua.accounts.models import Account
from motcua.agencies.successors import of_today
from motcua.catalogue.fees import lines_of
from motcua.catalogue.models import Channel
from motcua.eforms import queries as eforms
from motcua.payments import actions as payments
from motcua.payments import queries as accounts_of

from ..lifecycle import Action
from ..models import AnswerRevision, Dossier, HandedPaper, HistoryLine, Party
from ..parties import id_kind_of, parties_of
from ..states import PartyRole, Status
from .desk import Term, accept
from .drafts import Receiving, Start, add_files, begun_as, build, set_recipient
from .moves import Step, permit, record
from .requests import ask_fee_first
from .taking_in import Declaration, close, draft_of, link


@transaction.atomic
def file(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Hand a draft in: it gets its code, its parties, its promise. A second press finds it filed.

    :raises NotAllowed: it is no draft any more, or another person's.
    :raises Blocked: something is missing; nothing was written.
    """
    dossier.lock()
    step = permit(dossier, Action.FILE, by=by, at=at)
    form = eforms.form(dossier.form_version_id)
    parties = parties_of(dossier, form, dossier.current_answers(), by)
    parties.append(_as_recipient(parties[0]))
    Party.objects.bulk_create(parties, ignore_conflicts=True)  # a recipient named in the draft stays
    dossier.revisions.filter(number=1).update(closed_at=at)
    return _hand_in(dossier, step, at)


def _hand_in(dossier: Dossier, step: Step, at: datetime) -> HistoryLine:
    """What filing writes whatever the channel: what is owed for it, the promise, the code.

    Where the version says that the fee comes first, the program asks for it in the same transaction.
    """
    _follow_successors(dossier)
    dossier.filed_at = at
    case = dossier.procedure.case(dossier.case_id)
    payments.charge(dossier.pk, lines_of(case, dossier.channel) if case else (), at=at, first=True)
    line = record(dossier, step, {"channel": dossier.channel, "files": len(dossier.paper_ids_of_files())})
    if dossier.procedure.rules.fee_first and not accounts_of.account(dossier.pk).settled:
        ask_fee_first(dossier, at=at)
    return line


def _follow_successors(dossier: Dossier) -> None:
    """A draft that waited while its agency or its desk ended is handed in where the work goes on."""
    resolving, receiving = of_today(dossier.resolving), of_today(dossier.receiving)
    if resolving is not None and resolving.pk != dossier.resolving_agency_id:
        dossier.resolving_agency, receiving = resolving, of_today(resolving.receiver)
    if receiving is not None:
        dossier.receiving_agency_id = receiving.pk


def _as_recipient(submitter: Party) -> Party:
    copied = ("dossier", "kind", "name", "birth_on", "id_number", "id_kind", "phone", "email", "address", "account")
    return Party(role=PartyRole.RECIPIENT, **{name: getattr(submitter, name) for name in copied})


@dataclass(frozen=True)
class Person:
    """Somebody as the officer wrote them down at the counter."""

    name: str
    phone: str = ""
    id_number: str = ""
    id_kind: str = ""
    address: str = ""
    birth_on: date | None = None


@dataclass(frozen=True)
class Handed:
    """A paper handed over: which, as what, how many."""

    paper_id: uuid.UUID
    form: str
    count: int = 1


@dataclass(frozen=True)
class Reception:
    """What an officer takes in for the person in front of them, or from an envelope."""

    start: Start
    owner: Person
    receiving: Receiving
    submitter: Person | None = None
    handed: tuple[Handed, ...] = ()
    scans: "tuple[tuple[uuid.UUID | None, UploadedFile[bytes]], ...]" = ()
    note: str = ""
    term: Term | None = field(default=None)
    declaration: Declaration | None = None
    printed: str = ""
    """The token of the printed form that was brought."""


def receive(reception: Reception, *, by: Account, at: datetime) -> Dossier:
    """File and accept in one press; the channel and the actor are told as they are.

    The same `reception.start.id` again returns the dossier that the first press made.

    :raises NotAllowed: the account holds no intake role there, or is a party.
    :raises Blocked: a term or another thing is missing, or the printed form is a dossier already; nothing was written.
    :raises RefusedScans: a scan is not acceptable; nothing was written.
    """
    if reception.start.channel == Channel.ONLINE:
        raise ValueError("an on-line dossier is filed by its submitter")
    try:
        return begun_as(reception.start.id, by) or _receive(reception, by=by, at=at)
    except IntegrityError:  # the other press was first
        received = begun_as(reception.start.id, by)
        if received is None:
            raise
        return received


@transaction.atomic
def _receive(reception: Reception, *, by: Account, at: datetime) -> Dossier:
    draft = draft_of(reception.printed, reception.start.page.code) if reception.printed else None
    dossier = build(reception.start, by=by, at=at)
    dossier.delivery = reception.receiving.delivery
    dossier.delivery_address = reception.receiving.address
    dossier.delivery_agency = reception.receiving.agency
    if reception.term and not dossier.term_unit:
        dossier.term_amount, dossier.term_unit = reception.term.amount, reception.term.unit
        dossier.term_ground = reception.term.ground
    dossier.save(force_insert=True)
    _write_reception(dossier, reception, by, at)
    step = permit(dossier, Action.FILE, by=by, at=at, words={"note": reception.note})
    line = _hand_in(dossier, step, at)
    if draft is not None:
        close(draft, dossier, line, by=by, at=at)
    if dossier.status == Status.FILED:  # where the fee comes first, the cashier's press goes on
        accept(dossier, by=by, at=at)
    return dossier


def _write_reception(dossier: Dossier, reception: Reception, by: Account, at: datetime) -> None:
    told = reception.declaration or Declaration({}, by)
    AnswerRevision.objects.create(dossier=dossier, answers=told.answers, written_by=told.by, closed_at=at)
    submitter = reception.submitter or reception.owner
    parties = [
        _party(dossier, PartyRole.SUBMITTER, submitter),
        _party(dossier, PartyRole.OWNER, reception.owner),
    ]
    if reception.declaration:
        link(parties, told.by)
    Party.objects.bulk_create(parties)
    if reception.receiving.recipient:
        set_recipient(dossier, reception.receiving)
    else:
        _as_recipient(parties[0]).save()
    HandedPaper.objects.bulk_create(
        [
            HandedPaper(dossier=dossier, paper_id=row.paper_id, form=row.form, count=row.count)
            for row in reception.handed
        ]
    )
    refused = add_files(dossier, reception.scans, by=by, at=at) if reception.scans else {}
    if refused:
        raise RefusedScans(refused)


def _party(dossier: Dossier, role: PartyRole, person: Person) -> Party:
    return Party(
        dossier=dossier,
        role=role,
        name=person.name,
        phone=person.phone,
        id_number=person.id_number,
        id_kind=person.id_kind or id_kind_of(person.id_number),
        address=person.address,
        birth_on=person.birth_on,
    )


class RefusedScans(Exception):
    """Some scans were refused; the whole reception is undone so that nothing is received half."""

    def __init__(self, refused: dict[uuid.UUID | None, list[str]]) -> None:
        super().__init__("refused scans")
        self.refused = refused
