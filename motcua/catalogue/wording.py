"""What managers do to everyday words and life events; every search and page reads them from the database."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.common.words import fold

from . import edition
from .finding import vocabulary
from .finding.sayings import saying
from .finding.spelling import pairs, words_of
from .models import LifeEvent, Saying, SayingKind


def sayings(text: str) -> QuerySet[Saying]:
    """What is in use, by what is said; a text narrows to what is said or meant."""
    found = Saying.objects.filter(removed_at=None).order_by("key", "kind")
    words = " ".join(fold(word) for word in words_of(text))
    return found.filter(Q(key__contains=words) | Q(means__icontains=text)) if words else found


@transaction.atomic
def say(said: str, means: str, *, kind: str, keeps: bool, at: datetime) -> Saying:
    """Write down what people say; the same words said again replace what they meant, also what was shipped.

    :raises ValueError: nothing is said.
    """
    row = saying(said, means if kind != SayingKind.FILLER else "", kind=kind, keeps=keeps)
    Saying.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["key", "said", "kind"],
        update_fields=["means", "keeps", "terms", "shipped", "removed_at"],
    )
    words = row.key.split()
    vocabulary.add({*words, *pairs(words)}, said=True)
    edition.turn(at=at)
    return Saying.objects.get(key=row.key, said=row.said, kind=kind)


@transaction.atomic
def unsay(row: Saying, *, at: datetime) -> bool:
    """Mean nothing by it any more; what was shipped stays away at the next start. Whether it was in use."""
    found = Saying.objects.filter(pk=row.pk, removed_at=None).update(removed_at=at)
    edition.turn(at=at)
    return bool(found)


@transaction.atomic
def save_event(slug: str, *, name: str, summary: str, position: int, codes: Sequence[str], at: datetime) -> LifeEvent:
    """Write an event; from then on it is this house's and no start changes it."""
    event, _made = LifeEvent.objects.update_or_create(
        slug=slug,
        defaults={"name": name, "summary": summary, "position": position, "codes": list(codes), "shipped": False},
    )
    edition.turn(at=at)
    return event


@transaction.atomic
def remove_event(event: LifeEvent, *, at: datetime) -> None:
    """Take an event off the pages: it keeps its place without procedures, so that a start does not bring it back."""
    LifeEvent.objects.filter(pk=event.pk).update(codes=[], shipped=False)
    edition.turn(at=at)
