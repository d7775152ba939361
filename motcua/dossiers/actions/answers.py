"""Answering a request, item by item: a draft of the person's that the office does not see until all is sent."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from motcua.accounts.models import Account
from motcua.documents import storing

from .. import lifecycle
from ..answering import changed_answers
from ..lifecycle import Action, NotAllowed
from ..models import AnswerRevision, Attachment, Dossier, HandedPaper, RequestItem
from ..standing import standing
from .drafts import MOST_FILES, full


@dataclass(frozen=True)
class Answered:
    """What answers one item: words, files, changed answers by question, or the form of a paper handed over."""

    words: str = ""
    uploads: "tuple[UploadedFile[bytes], ...]" = ()
    changed: Mapping[str, Any] = field(default_factory=dict)
    handed: str = ""


@transaction.atomic
def answer_item(dossier: Dossier, item_id: uuid.UUID, answered: Answered, *, by: Account, at: datetime) -> list[str]:
    """Keep what answers one item; the clock stays stopped. Gives the refusals of files, in words.

    :raises NotAllowed: nothing is asked for any more, this is another's dossier, or no item of the open request.
    """
    item = _open_item(dossier, item_id, by, at)
    item.words, item.handed = answered.words.strip(), answered.handed
    item.save(update_fields=["words", "handed"])
    if answered.changed:
        _change(dossier, answered.changed, by)
    return _keep_files(dossier, item, answered, by, at)


def _open_item(dossier: Dossier, item_id: uuid.UUID, by: Account, at: datetime) -> RequestItem:
    dossier.lock()
    action = Action.SUPPLEMENT if dossier.is_accepted else Action.SUPPLEMENT_FIRST
    lifecycle.find(dossier.status, action, standing(dossier, by, at).keys())
    request = dossier.open_request()
    item = request.items.filter(pk=item_id).first() if request else None
    if item is None:
        raise NotAllowed("no item of the open request")
    return item


def _change(dossier: Dossier, changed: Mapping[str, Any], by: Account) -> None:
    answers = changed_answers(dossier)
    if answers is None:
        last = dossier.revisions.order_by("-number").values_list("number", flat=True).first() or 0
        answers = dict(dossier.current_answers())
        revision = AnswerRevision(dossier=dossier, number=last + 1, written_by=by)
    else:
        revision = dossier.revisions.order_by("-number")[0]
        revision.written_by = by
    merged = answers | dict(changed)
    revision.answers = {name: value for name, value in merged.items() if value is not None}
    revision.save()


def _keep_files(dossier: Dossier, item: RequestItem, answered: Answered, by: Account, at: datetime) -> list[str]:
    refused: list[str] = []
    room = MOST_FILES - dossier.attachments.count()
    for upload in answered.uploads:
        if room <= 0:
            refused.append(full())
            break
        try:
            file = storing.store(upload, at=at)
        except storing.Unacceptable as refusal:
            refused.append(refusal.message)
            continue
        Attachment.objects.create(
            dossier=dossier, paper_id=item.paper_id, item=item, file=file, added_by=by, added_at=at
        )
        room -= 1
    return refused


@transaction.atomic
def remove_item_file(dossier: Dossier, file_id: uuid.UUID, *, by: Account, at: datetime) -> None:
    """Take a file out of an answer that was not sent yet. Twice is as good as once."""
    request_item = RequestItem.objects.filter(attachments__file=file_id, request__dossier=dossier).first()
    if request_item is None:
        return
    _open_item(dossier, request_item.pk, by, at)
    for attachment in request_item.attachments.filter(file=file_id).select_related("file"):
        attachment.delete()
        storing.discard(attachment.file)


def hand_in_papers(dossier: Dossier, items: list[RequestItem]) -> None:
    """Write down the papers that were handed over for a request; called in the transaction that sends it."""
    for item in items:
        if item.handed and item.paper_id:
            HandedPaper.objects.update_or_create(dossier=dossier, paper_id=item.paper_id, form=item.handed)
