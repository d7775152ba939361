"""The one named door through which a page may write: who looked."""

import uuid
from datetime import datetime

from motcua.accounts.models import Account

from .models import Dossier, Look, LookKind


def seen(dossier: Dossier, *, by: Account, kind: LookKind, at: datetime, file_id: uuid.UUID | None = None) -> None:
    """Append one look."""
    Look.objects.create(dossier=dossier, account=by, kind=kind, file_id=file_id, at=at)
