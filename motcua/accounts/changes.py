"""The book of what managers changed."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from motcua.agencies.models import Agency

from .models import Account, Change

MOST = 100


def note(
    word: str, subject: UUID | None, *, by: Account, at: datetime, agency: Agency | None = None, **facts: Any
) -> Change:
    """Write a change down, in the transaction that makes it."""
    return Change.objects.create(word=word, subject=subject, account=by, at=at, agency=agency, facts=facts)


def newest(agency_ids: Collection[UUID]) -> list[Change]:
    """The newest hundred of some agencies and of the whole house, with who made them."""
    found = Change.objects.filter(Q(agency=None) | Q(agency__in=agency_ids)).select_related("account", "agency")
    return list(found[:MOST])


def about(subject: UUID) -> list[Change]:
    """The newest hundred of one row, with who made them."""
    return list(Change.objects.filter(subject=subject).select_related("account", "agency")[:MOST])


def made_by(subjects: Collection[UUID], word: str) -> dict[UUID, str]:
    """Who made each of some rows."""
    found = Change.objects.filter(word=word, subject__in=subjects).order_by("at")
    return {subject: name for subject, name in found.values_list("subject", "account__full_name") if subject}
