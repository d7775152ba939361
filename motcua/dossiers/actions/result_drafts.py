"""The draft of a result: shown to the person before it is issued, answered by them, kept or changed by the office."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua import deadlines
from motcua.accounts.models import Account
from motcua.agencies.queries import calendar_of

from ..clock import said
from ..drafts_shown import STILL_OPEN, is_shown_first, rows_of
from ..lifecycle import Blocked, NotAllowed, Who
from ..models import Dossier, Result, ResultDraft
from .moves import Fact, note_fact


def show(dossier: Dossier, result: Result, reply: str, *, by: Account, at: datetime, **place: Any) -> None:
    """Show the person what is to be issued, once for each content; `place` is the officer's role and agency.

    :raises Blocked: the person called it wrong, and the office neither changed it nor said why it stays.
    """
    if not is_shown_first(dossier):
        return
    rows = rows_of(result)
    newest = dossier.result_drafts.first()
    if newest is None or newest.rows != rows:
        answer_by = _a_working_day_after(dossier, at)
        draft = ResultDraft.objects.create(dossier=dossier, rows=rows, shown_at=at, answer_by=answer_by)
        facts = {"draft": str(draft.pk), "answer_by": said(draft.answer_by)}
        note_fact(dossier, Fact("draft_shown", facts), by=by, at=at, **place)
    elif newest.is_contested:
        if not reply:
            raise Blocked([_("Người nộp báo bản nháp chưa đúng: sửa kết quả, hoặc ghi vì sao giữ nguyên")])
        newest.reply = reply
        newest.save(update_fields=["reply"])
        note_fact(dossier, Fact("draft_kept", {"draft": str(newest.pk)}, {"reason": reply}), by=by, at=at, **place)


def _a_working_day_after(dossier: Dossier, at: datetime) -> datetime:
    calendar = calendar_of(dossier.resolving, timezone.localdate(at))
    return deadlines.due(at, amount=1, unit="working_day", calendar=calendar).due_at or at


@dataclass(frozen=True)
class DraftAnswer:
    """“Đúng”, or the keys of what is wrong and a remark."""

    right: bool
    marks: tuple[str, ...] = ()
    remark: str = ""


@transaction.atomic
def answer_draft(draft: ResultDraft, answer: DraftAnswer, *, by: Account | None, at: datetime) -> ResultDraft:
    """Keep what the person says of the newest draft; the first answer counts, the same one again changes nothing.

    :raises NotAllowed: there is a newer draft, another answer was given, or the result was issued meanwhile.
    """
    draft.dossier.lock()
    now = draft.dossier.result_drafts.first()
    if now is None or now.pk != draft.pk:
        raise NotAllowed("not the newest draft")
    if now.answered_at is not None:
        if (now.right, tuple(now.marks), now.remark) != (answer.right, answer.marks, answer.remark):
            raise NotAllowed("answered already")
        return now
    if draft.dossier.status not in STILL_OPEN:
        raise NotAllowed("the work went on")
    now.right, now.marks, now.remark = answer.right, list(answer.marks), answer.remark
    now.answered_at, now.answered_by = at, by
    now.save(update_fields=["right", "marks", "remark", "answered_at", "answered_by"])
    words = {"marks": "; ".join(now.labels_marked), "note": answer.remark}
    fact = Fact("draft_answered", {"draft": str(now.pk), "right": answer.right}, words, quiet=True)
    note_fact(draft.dossier, fact, by=by, at=at, role=Who.SUBMITTER)
    return now
