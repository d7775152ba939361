"""What officers do to a filed dossier."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.documents import storing

from .. import promises
from ..lifecycle import Action, Blocked, NotAllowed
from ..models import Dossier, HistoryLine, Result
from ..states import Status
from .moves import permit, record, standing


@dataclass(frozen=True)
class Term:
    """A term stated by the officer where the version states none: amount, unit and on which ground."""

    amount: int | None
    unit: str
    ground: str


@transaction.atomic
def accept(dossier: Dossier, *, by: Account, at: datetime, term: Term | None = None) -> HistoryLine:
    """Accept into processing; the due date is computed and stored.

    :raises Blocked: no usable term is known; pass `term`.
    """
    dossier.lock()
    if term is not None and not dossier.term_unit:
        dossier.term_amount, dossier.term_unit, dossier.term_ground = term.amount, term.unit, term.ground
    step = permit(dossier, Action.ACCEPT, by=by, at=at)
    due = promises.due_from_acceptance(dossier, at)
    dossier.accepted_at = at
    dossier.due_at = due.due_at if due else None
    return record(dossier, step, {"due_at": dossier.due_at.isoformat() if dossier.due_at else None})


@transaction.atomic
def refuse(dossier: Dossier, *, by: Account, at: datetime, reason: str, ground: str) -> HistoryLine:
    """Refuse reception, with the reason for the person and the legal ground."""
    dossier.lock()
    step = permit(dossier, Action.REFUSE, by=by, at=at, words={"reason": reason, "ground": ground})
    dossier.ended_at = at
    return record(dossier, step)


@transaction.atomic
def begin(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Take an accepted dossier into work."""
    dossier.lock()
    step = permit(dossier, Action.BEGIN, by=by, at=at)
    dossier.stage = 1
    dossier.held_by = by
    return record(dossier, step, {"stage": 1})


@dataclass(frozen=True)
class Prepared:
    """A result as the handler prepared it: number, date, and its file or why there is none."""

    number: str
    dated_on: date
    upload: "UploadedFile[bytes] | None" = None
    no_file_reason: str = ""


@transaction.atomic
def prepare_result(dossier: Dossier, prepared: Prepared, *, by: Account, at: datetime) -> Result:
    """Keep the result beside the dossier; while it is in work a newer one replaces it.

    :raises NotAllowed: not in work, or not this officer's stage.
    :raises documents.storing.Unacceptable: the file is refused.
    :raises Blocked: neither file nor reason.
    """
    dossier.lock()
    if dossier.status != Status.PROCESSING or dossier.stage_now().role not in standing(dossier, by, at):
        raise NotAllowed("not in work on this officer's stage")
    if prepared.upload is None and not prepared.no_file_reason and not dossier.has_result():
        raise Blocked([_("Tải tệp kết quả lên, hoặc ghi vì sao không có tệp")])
    old = Result.objects.filter(dossier=dossier).select_related("file").first()
    file = storing.store(prepared.upload, at=at) if prepared.upload else (old.file if old else None)
    result, _created = Result.objects.update_or_create(
        dossier=dossier,
        defaults={
            "number": prepared.number,
            "dated_on": prepared.dated_on,
            "file": file,
            "no_file_reason": "" if file else prepared.no_file_reason,
            "prepared_by": by,
            "prepared_at": at,
        },
    )
    if old is not None and old.file is not None and old.file != file:
        storing.discard(old.file)
    return result


@transaction.atomic
def hand_over(dossier: Dossier, *, by: Account, at: datetime, note: str = "") -> HistoryLine:
    """Hand to the next stage."""
    dossier.lock()
    step = permit(dossier, Action.HAND_OVER, by=by, at=at, words={"note": note})
    dossier.stage += 1
    dossier.held_by = None
    return record(dossier, step, {"stage": dossier.stage})


@transaction.atomic
def send_back(dossier: Dossier, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Send back to the stage before, saying why."""
    dossier.lock()
    step = permit(dossier, Action.SEND_BACK, by=by, at=at, words={"reason": reason})
    dossier.stage -= 1
    dossier.held_by = None
    return record(dossier, step, {"stage": dossier.stage})


@transaction.atomic
def finish(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Agree to the result on the last stage; processing ends."""
    dossier.lock()
    step = permit(dossier, Action.FINISH, by=by, at=at)
    dossier.ended_at = at
    dossier.held_by = None
    return record(dossier, step, {"result": str(dossier.result.pk), "sha256": _sha256(dossier)})


def _sha256(dossier: Dossier) -> str | None:
    file = dossier.result.file
    return file.sha256 if file else None


@dataclass(frozen=True)
class Collected:
    """Who collected the result at a counter, or under which number the post took it over."""

    name: str = ""
    id_number: str = ""
    post_number: str = ""


@transaction.atomic
def return_result(
    dossier: Dossier, *, by: Account | None, at: datetime, collected: Collected = Collected()
) -> HistoryLine:
    """The result has reached the person, the post, or (by the system) their account."""
    dossier.lock()
    words = {
        "collector": collected.name,
        "collector_id": collected.id_number,
        "post_number": collected.post_number,
    }
    step = permit(dossier, Action.RETURN_RESULT, by=by, at=at, words=words)
    dossier.returned_at = at
    return record(dossier, step, {"delivery": dossier.delivery})
