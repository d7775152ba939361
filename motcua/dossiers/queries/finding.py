"""What an officer types to find a dossier: a code or its end, an ID number, a phone, a name without accents."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import Q

from motcua.accounts.numbers import read_id_number, read_phone
from motcua.common.words import fold

from ..models import Party
from ..states import PartyRole

SHORTEST: Final = 3
"""Fewer letters or digits than this find half the office."""


def _spellings() -> dict[str, str]:
    """Each plain letter with every Latin letter that `fold` makes it of: “d” with D, đ, Đ."""
    found: dict[str, str] = {}
    for span in (range(0x41, 0x5B), range(0x61, 0x7B), range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA)):
        for letter in map(chr, span):
            if len(plain := fold(letter)) == 1:
                found[plain] = found.get(plain, "") + letter
    return found


_SPELLINGS: Final = _spellings()


def spelled(text: str) -> str:
    """A pattern that finds `text` in a name whatever accents and capitals either has.

    Fifty times quicker than taking the accents off every name, and the database's own locale is not asked.
    """
    return "".join(f"[{_SPELLINGS[letter]}]" if letter in _SPELLINGS else re.escape(letter) for letter in fold(text))


def fits(text: str) -> Q:
    """The condition on dossiers; what is too short fits nothing."""
    text = " ".join(text.split())
    if len(text) < SHORTEST:
        return Q(pk__in=())
    condition = Q()
    if numbers := _numbers(text):
        condition = Q(pk__in=Party.objects.filter(numbers).values("dossier"))
        if "-" not in text:
            return condition
    if re.search(r"\d", text):
        condition |= Q(code__istartswith=text) | Q(code__iendswith=text) | Q(code__icontains=f"-{text}")
    if re.search(r"[^\W\d_]", text):
        named = Party.objects.filter(role=PartyRole.OWNER, name__regex=spelled(text))
        condition |= Q(pk__in=named.values("dossier"))
    return condition or Q(pk__in=())


def _numbers(text: str) -> Q:
    """Whole numbers only: part of an ID number or a phone finds nobody."""
    condition = Q()
    for column, read in (("id_number", read_id_number), ("phone", read_phone)):
        try:
            condition |= Q(**{column: read(text)})
        except ValidationError:
            continue
    return condition
