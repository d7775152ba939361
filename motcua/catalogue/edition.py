"""The edition of the public catalogue: turned with each change, so that every process sees it within seconds."""

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from motcua.common import kept
from motcua.common.ids import new_id

from .models import Loading

SECONDS: Final = 5


@dataclass(slots=True)
class _Seen:
    """What this process read last, and until when it believes that."""

    edition: str = ""
    until: float = 0.0


_seen = _Seen()


def turn(*, at: datetime) -> None:
    """Say in the transaction of a change that what the public reads is no longer what it was."""
    Loading.objects.update_or_create(name="edition", defaults={"digest": new_id().hex, "at": at})
    _forget()
    transaction.on_commit(_forget)


def _forget() -> None:
    _seen.until = 0.0
    kept.forget()


def current() -> str:
    """The edition, at most `SECONDS` old; what this process kept of an older one is forgotten with it."""
    if time.monotonic() >= _seen.until:
        found = Loading.objects.filter(name="edition").values_list("digest", flat=True).first() or ""
        if found != _seen.edition:
            kept.forget()
        _seen.edition, _seen.until = found, time.monotonic() + SECONDS
    return _seen.edition
