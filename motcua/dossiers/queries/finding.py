"""What an officer types to find a dossier: a code or its end, an ID number, a phone, a name without accents."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import CharField, Exists, F, Func, OuterRef, Q, Value

from motcua.accounts.numbers import read_id_number, read_phone
from motcua.common.words import fold

from ..models import Party
from ..states import PartyRole

SHORTEST: Final = 3
"""Fewer letters or digits than this find half the office."""


def _accented() -> dict[str, str]:
    """Each capital and each accented Latin letter with what `fold` makes of it."""
    letters = (chr(point) for span in (range(0x41, 0x5B), range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA)) for point in span)
    return {letter: plain for letter in letters if len(plain := fold(letter)) == 1 and plain != letter}


_PLAIN: Final = _accented()


class Folded(Func):
    """A name without accents and capitals, as `fold` writes it; the database's own locale is not asked."""

    function = "translate"
    output_field = CharField()

    def __init__(self, name: str) -> None:
        super().__init__(F(name), Value("".join(_PLAIN)), Value("".join(_PLAIN.values())))


def fits(text: str) -> Q:
    """The condition on dossiers; what is too short fits nothing."""
    text = " ".join(text.split())
    if len(text) < SHORTEST:
        return Q(pk__in=())
    condition = Q(code__istartswith=text) | Q(code__iendswith=text) | Q(code__icontains=f"-{text}")
    numbers = _numbers(text)
    if numbers:
        condition |= Q(Exists(Party.objects.filter(numbers, dossier=OuterRef("pk"))))
    if re.search(r"[^\W\d_]", text):
        named = Party.objects.annotate(folded=Folded("name")).filter(
            dossier=OuterRef("pk"), role=PartyRole.OWNER, folded__contains=fold(text)
        )
        condition |= Q(Exists(named))
    return condition


def _numbers(text: str) -> Q:
    """Whole numbers only: part of an ID number or a phone finds nobody."""
    condition = Q()
    for column, read in (("id_number", read_id_number), ("phone", read_phone)):
        try:
            condition |= Q(**{column: read(text)})
        except ValidationError:
            continue
    return condition
