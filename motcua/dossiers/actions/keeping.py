"""Beside the lifecycle: an officer's unfinished words, and the duties that were done."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.accounts.models import Account
from motcua.common.events import publish

from ..models import DeskDraft, Dossier, Notice

MOST_TYPED = 20_000  # letters of all fields together


def keep_typed(dossier: Dossier, action: str, typed: dict[str, Any], *, by: Account | None, at: datetime) -> None:
    """Keep what an officer has typed for an action; the newest words replace the older ones."""
    if sum(len(str(value)) for value in typed.values()) > MOST_TYPED:
        return
    DeskDraft.objects.update_or_create(
        dossier=dossier, action=action, officer=by, defaults={"typed": typed, "saved_at": at}
    )


def forget_typed(dossier: Dossier, action: str, *, by: Account) -> None:
    """The action is done: nobody's and this officer's draft of it have served."""
    DeskDraft.objects.filter(dossier=dossier, action=action, officer=by).delete()
    DeskDraft.objects.filter(dossier=dossier, action=action, officer=None).delete()


@transaction.atomic
def note_duty(dossier: Dossier, duty: str, key: str, *, owed_at: datetime, at: datetime) -> bool:
    """Write a duty down as done and publish it; False where it was done before, by whichever worker."""
    made = Notice.objects.bulk_create(
        [Notice(dossier=dossier, duty=duty, key=key, owed_at=owed_at, done_at=at)], ignore_conflicts=True
    )
    if not Notice.objects.filter(pk=made[0].pk).exists():
        return False
    publish("dossier.duty", notice=str(made[0].pk))
    return True
