"""Draws the line of the public list that a search reads of each version in force."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from motcua.catalogue.content import Content
from motcua.catalogue.folding import bare, spaced
from motcua.catalogue.models import Audience, Listing, Loading, Version
from motcua.catalogue.rows import content_of, with_everything
from motcua.common.words import fold, sort_key

from . import vocabulary
from .spelling import pairs, words_of

EDITION: Final = "1"
"""Counts up when the same version is drawn differently, so that a start draws all of them anew."""
BATCH: Final = 500
MOST_TERMS: Final = 120
"""Terms of a listing beyond its names: more would be read from another page of the disk."""
REDRAWN: Final = (
    *("version", "code", "name", "sort_key", "spelled", "field", "publisher", "level", "service_class", "files_online"),
    *("body", "admin_levels", "audiences", "channels", "free", "glance", "words", "size", "worth"),
)
_PARTS: Final = re.compile(r"[.;:()/\n]+")
_COMMUNE, _VOUCHED = 0.06, 0.12
_GROUPS: Final = (
    ("doanh nghiệp", Audience.BUSINESS),
    ("hợp tác xã", Audience.BUSINESS),
    ("tổ chức", Audience.ORGANISATION),
    ("người nước ngoài", Audience.FOREIGNER),
    ("người việt nam định cư", Audience.OVERSEAS),
    ("công dân", Audience.CITIZEN),
    ("cán bộ", Audience.OFFICIAL),
    ("đảng viên", Audience.OFFICIAL),
)
"""How the subjects of the national catalogue begin."""


def show(published: Sequence[tuple[Version, Content]]) -> None:
    """List what was published in the place of what was listed before."""
    rows = [listing_of(version, said) for version, said in published]
    Listing.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["procedure"],
        update_fields=REDRAWN,
    )
    vocabulary.add(term for version, said in published for term in terms_of(version.procedure.code, said))


def list_anew(*, at: datetime) -> int:
    """Draw every listing anew where they were drawn by another edition of this module; how many there are."""
    if Loading.objects.filter(name="listings", digest=EDITION).exists():
        return 0
    in_force = with_everything(Version.objects.filter(current_of__isnull=False).select_related("procedure"))
    ids = list(in_force.order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        for start in range(0, len(ids), BATCH):
            versions = in_force.filter(pk__in=ids[start : start + BATCH])
            show([(version, content_of(version)) for version in versions])
        vocabulary.count()
        Loading.objects.update_or_create(name="listings", defaults={"digest": EDITION, "at": at})
    return len(ids)


def listing_of(version: Version, said: Content) -> Listing:
    """The unsaved line of a version."""
    fee = version.glance.get("fee")
    vouched = said.sources.get("", {}).get("origin", "imported") != "imported"
    return Listing(
        procedure_id=version.procedure_id,
        version=version,
        code=version.procedure.code,
        name=said.name,
        sort_key=sort_key(" ".join(words_of(said.name)))[:200],
        spelled=bare(spaced(said.name)),
        field_id=said.field.code,
        publisher_id=said.publisher.code,
        level=said.level,
        service_class=said.service_class,
        files_online=said.files_online,
        body=said.body,
        admin_levels=list(said.admin_levels),
        audiences=audiences_of(said.subjects),
        channels=sorted({row.channel for case in said.cases for row in case.channels}),
        free=bool(fee) and fee["high"] == 0,
        glance=version.glance,
        words=" ".join(f"'{term}':1{label}" for term, label in terms_of(version.procedure.code, said).items()),
        size=len(words_of(said.name)),
        worth=1 + _COMMUNE * ("xa" in said.admin_levels) + _VOUCHED * vouched,
    )


def audiences_of(subjects: Iterable[str]) -> list[str]:
    """The groups of those who may hand in, in their order; a subject that begins otherwise is left out."""
    found = {group for subject in subjects for start, group in _GROUPS if subject.lower().startswith(start)}
    return [group for group in Audience.values if group in found]


def terms_of(code: str, said: Content) -> dict[str, str]:
    """Each word and pair with the label of the best place where it stands."""
    others = (said.official_name, said.form_name, said.summary, *(case.name for case in said.cases))
    found = dict.fromkeys(_terms(said.name, whole=True), "A") | {code.lower(): "A"}
    for label, texts in (("B", said.keywords), ("C", others), ("D", (said.field.name,))):
        for text in texts:
            for term in _terms(text):
                if label == "B" or len(found) < MOST_TERMS:
                    found.setdefault(term, label)
    return found


def _terms(text: str, *, whole: bool = False) -> Iterable[str]:
    for part in [text] if whole else _PARTS.split(text):
        words = [fold(word) for word in words_of(part)]
        yield from (term for term in (*words, *pairs(words)) if len(term) <= 120)
