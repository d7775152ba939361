"""The result: prepared, agreed to, refused on the merits, handed over, replaced."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.documents import letterheads, storing
from motcua.documents.models import IssuedPaper, StoredFile

from ..holding import held_facts
from ..lifecycle import Action, Blocked, NotAllowed
from ..models import Dossier, HistoryLine, ReplacedResult, Result
from ..standing import standing
from ..states import Delivery, Status
from .moves import permit, record
from .result_drafts import show


@dataclass(frozen=True)
class Prepared:
    """A result as the handler prepared it: number, date, and its file or why there is none; or values of a template.

    One from a template has neither number nor date before it is agreed to. `reply`: why the office keeps what the
    person called wrong.
    """

    number: str = ""
    dated_on: date | None = None
    upload: "UploadedFile[bytes] | None" = None
    no_file_reason: str = ""
    template: str = ""
    values: dict[str, str] = field(default_factory=dict)
    reply: str = ""


@transaction.atomic
def prepare_result(dossier: Dossier, prepared: Prepared, *, by: Account, at: datetime) -> Result:
    """Keep the result beside the dossier; while it is in work a newer one replaces it.

    Where the version says so, the person is shown it.

    :raises NotAllowed: not in work, or not this officer's stage.
    :raises documents.storing.Unacceptable: the file is refused.
    :raises Blocked: neither file nor reason; or the person called it wrong, and nothing was changed or replied.
    """
    dossier.lock()
    role, roles = dossier.stage_now().role, standing(dossier, by, at)
    if dossier.status != Status.PROCESSING or role not in roles:
        raise NotAllowed("not in work on this officer's stage")
    old = Result.objects.filter(dossier=dossier).select_related("file").first()
    kept = old.file if old and not prepared.template else None
    file = storing.store(prepared.upload, at=at) if prepared.upload else kept
    _refuse_by_hand_on_line(dossier, prepared)
    if not (file or prepared.no_file_reason or prepared.template):
        raise Blocked([_("Tải tệp kết quả lên, hoặc ghi vì sao không có tệp")])
    result = _keep(dossier, prepared, file, by=by, at=at)
    if old is not None and old.file is not None and old.file != file:
        storing.discard(old.file)
    show(dossier, result, prepared.reply, by=by, at=at, role=role, agency_id=roles[role])
    return result


def _refuse_by_hand_on_line(dossier: Dossier, prepared: Prepared) -> None:
    """What is drawn to be signed by hand has no signature on line: there its scan is the result.

    :raises Blocked: so it is here.
    """
    if not prepared.template or dossier.delivery != Delivery.ONLINE:
        return
    letterhead = letterheads.in_force(dossier.resolving_agency_id, "result")
    if letterhead is not None and letterhead.by_hand:
        raise Blocked([_("Cơ quan ký tay mà người nộp nhận trên mạng: tải bản quét có chữ ký, đừng soạn theo mẫu")])


def _keep(dossier: Dossier, prepared: Prepared, file: StoredFile | None, *, by: Account, at: datetime) -> Result:
    result, _created = Result.objects.update_or_create(
        dossier=dossier,
        defaults={
            "number": prepared.number,
            "dated_on": prepared.dated_on or timezone.localdate(at),
            "file": file,
            "no_file_reason": "" if file else prepared.no_file_reason,
            "template": prepared.template,
            "values": prepared.values,
            "prepared_by": by,
            "prepared_at": at,
        },
    )
    dossier._state.fields_cache["result"] = result  # noqa: SLF001  the row was read before this verb wrote it
    return result


@transaction.atomic
def finish(dossier: Dossier, *, by: Account, at: datetime) -> HistoryLine:
    """Agree to the result on the last stage; processing ends."""
    dossier.lock()
    step = permit(dossier, Action.FINISH, by=by, at=at)
    facts = held_facts(dossier, at) | {"result": str(dossier.result.pk), "sha256": _sha256(dossier)}
    dossier.held_by = None
    line = record(dossier, step, facts)
    _take_number(dossier, line)
    return line


def _take_number(dossier: Dossier, line: HistoryLine) -> None:
    """A result from a template is called by the number of the paper that the line owes."""
    result = dossier.result
    if not result.template:
        return
    paper = IssuedPaper.objects.get(tie__line=line, kind="result")
    result.number, result.dated_on, result.file = paper.said_number, timezone.localdate(line.at), None
    result.save(update_fields=["number", "dated_on", "file"])


@transaction.atomic
def finish_refused(dossier: Dossier, *, by: Account, at: datetime, reason: str, ground: str) -> HistoryLine:
    """Refuse on the merits: an answer, whose result is slip 03 (lifecycle rule 9)."""
    dossier.lock()
    step = permit(dossier, Action.FINISH_REFUSED, by=by, at=at, words={"reason": reason, "ground": ground})
    facts = held_facts(dossier, at)
    _drop(dossier)
    dossier.requests.filter(answered_at=None, recalled_at=None, ended_at=None).update(ended_at=at)
    dossier.held_by = None
    return record(dossier, step, facts)


def _sha256(dossier: Dossier) -> str | None:
    file = dossier.result.file
    return file.sha256 if file else None


def _drop(dossier: Dossier) -> None:
    """A refusal is the answer: a result that was prepared before is none."""
    prepared = Result.objects.filter(dossier=dossier).select_related("file").first()
    if prepared is None:
        return
    file = prepared.file
    prepared.delete()
    dossier._state.fields_cache.pop("result", None)  # noqa: SLF001  the row is gone
    if file is not None and not hasattr(file, "paper"):
        storing.discard(file)


@dataclass(frozen=True)
class Collected:
    """Who collected the result at a counter, or under which number the post took it over.

    `originals_seen`: the officer saw the collector's card and the originals that the procedure asks to be shown.
    """

    name: str = ""
    id_number: str = ""
    post_number: str = ""
    originals_seen: bool = False


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
        "originals_seen": "1" if collected.originals_seen else "",
    }
    step = permit(dossier, Action.RETURN_RESULT, by=by, at=at, words=words)
    dossier.returned_at = at
    return record(dossier, step, {"delivery": dossier.delivery})


@transaction.atomic
def replace_result(dossier: Dossier, prepared: Prepared, *, by: Account, at: datetime, reason: str) -> HistoryLine:
    """Put a new result in the place of one that was handed over; the old one stays on record as replaced."""
    dossier.lock()
    step = permit(dossier, Action.REPLACE_RESULT, by=by, at=at, words={"reason": reason}, prepared=prepared)
    _refuse_by_hand_on_line(dossier, prepared)
    old = Result.objects.filter(dossier=dossier).select_related("file").first()
    facts: dict[str, object] = {}
    if old is not None:
        former = ReplacedResult.objects.create(
            dossier=dossier, number=old.number, dated_on=old.dated_on, file=old.file, replaced_at=at
        )
        facts = {"revoked": str(former.pk), "revoked_sha256": old.file.sha256 if old.file else None}
    file = storing.store(prepared.upload, at=at) if prepared.upload else None
    result = _keep(dossier, prepared, file, by=by, at=at)
    line = record(dossier, step, facts | {"result": str(result.pk), "sha256": file.sha256 if file else None})
    _take_number(dossier, line)
    return line
