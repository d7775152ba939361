"""Changing how an office is reached; its hours are followed by others, see `decreeing`."""

from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction

from motcua.common import kept

from .models import Agency


@dataclass(frozen=True)
class Contact:
    """Where an office is and how one calls it."""

    address: str
    room: str
    phone: str
    latitude: Decimal | None
    longitude: Decimal | None


@transaction.atomic
def save_contact(agency: Agency, contact: Contact) -> list[tuple[str, str, str]]:
    """Write what differs; tells each field with what it said before and says now."""
    held = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    changed = []
    for name, value in asdict(contact).items():
        before = getattr(held, name)
        if before != value:
            changed.append((name, _said(before), _said(value)))
            setattr(held, name, value)
    if changed:
        held.save(update_fields=[name for name, _before, _now in changed])
        transaction.on_commit(kept.forget)
    return changed


def _said(value: object) -> str:
    return "" if value is None else str(value)
