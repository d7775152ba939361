"""Letterheads: saved, tried, in force; and templates that somebody compared with the law's own form."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q

from motcua.agencies.models import Agency
from motcua.common.events import publish

from . import storing
from .models import ConfirmedTemplate, IssuedPaper, Letterhead, LetterheadState, StoredFile
from .rendering import TEMPLATE

MOST = 50


@dataclass(frozen=True)
class Look:
    """What one version says; see `Letterhead`."""

    parent: str = ""
    heading: str = ""
    signer_title: str = ""
    paragraph: str = ""
    logo: StoredFile | None = None
    by_hand: bool = False


def in_force(agency_id: UUID, kind: str) -> Letterhead | None:
    """The letterhead that a paper of this kind bears: its own before the agency's common one; None as shipped."""
    found = Letterhead.objects.filter(agency=agency_id, kind__in=("", kind), state=LetterheadState.IN_FORCE)
    return found.select_related("logo").order_by("-kind", "-number").first()


def versions(agency: Agency, kind: str) -> list[Letterhead]:
    """The newest fifty versions for a kind, or for all kinds."""
    found = Letterhead.objects.filter(agency=agency, kind=kind).select_related("logo", "trial", "preview")
    return list(found.order_by("-number")[:MOST])


@transaction.atomic
def save(agency: Agency, kind: str, look: Look, *, at: datetime) -> Letterhead:
    """A new version, which a job tries; until then, and if it is refused, the one in force stays."""
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)  # two who save at once get two numbers
    last = Letterhead.objects.filter(agency=agency, kind=kind).aggregate(last=Max("number"))["last"] or 0
    shallow = {one.name: getattr(look, one.name) for one in fields(look)}
    letterhead = Letterhead.objects.create(agency=agency, kind=kind, number=last + 1, made_at=at, **shallow)
    publish("letterhead.saved", letterhead=str(letterhead.pk))
    return letterhead


def look_of(letterhead: Letterhead) -> Look:
    """What a version says, for one that says the same."""
    return Look(**{one.name: getattr(letterhead, one.name) for one in fields(Look)})


@transaction.atomic
def settle(letterhead_id: UUID, *, trial: bytes | None, why: str, at: datetime) -> None:
    """What the trial found: in force from now on, or refused with one line; a second trial changes nothing."""
    letterhead = Letterhead.objects.select_for_update(of=("self",)).get(pk=letterhead_id)
    if letterhead.state != LetterheadState.TRYING:
        return
    if trial is not None:
        letterhead.trial = storing.keep(trial, name="ban-thu.pdf", content_type="application/pdf", at=at)
    letterhead.state = LetterheadState.REFUSED if why else LetterheadState.IN_FORCE
    letterhead.refused_why = why[:240]
    letterhead.save(update_fields=["trial", "state", "refused_why"])


@transaction.atomic
def ask_preview(letterhead: Letterhead, paper: IssuedPaper) -> None:
    """Have a paper drawn under this letterhead, to be looked at; it takes the place of the preview before."""
    before = letterhead.preview
    letterhead.preview_of, letterhead.preview = paper, None
    letterhead.save(update_fields=["preview_of", "preview"])
    if before is not None:
        storing.discard(before)
    publish("letterhead.preview", letterhead=str(letterhead.pk))


def keep_preview(letterhead: Letterhead, pdf: bytes, *, at: datetime) -> None:
    """Keep the preview that was asked for."""
    letterhead.preview = storing.keep(pdf, name="xem-thu.pdf", content_type="application/pdf", at=at)
    letterhead.save(update_fields=["preview"])


def file_of(agency: Agency, file_id: UUID) -> StoredFile | None:
    """A trial or a preview of the agency's versions."""
    theirs = Letterhead.objects.filter(agency=agency)
    mine = Q(pk__in=theirs.values("trial")) | Q(pk__in=theirs.values("preview"))
    return StoredFile.objects.filter(mine, pk=file_id).first()


def confirm(kind: str, *, at: datetime) -> bool:
    """Somebody compared this version of the template with the form as promulgated; False where that was known."""
    _row, made = ConfirmedTemplate.objects.get_or_create(kind=kind, template=TEMPLATE, defaults={"confirmed_at": at})
    return made


def unconfirm(kind: str) -> bool:
    """Take it back; False where there was nothing."""
    return bool(ConfirmedTemplate.objects.filter(kind=kind, template=TEMPLATE).delete()[0])


def confirmed() -> dict[str, datetime]:
    """When each kind was confirmed, for the template of today."""
    return dict(ConfirmedTemplate.objects.filter(template=TEMPLATE).values_list("kind", "confirmed_at"))
