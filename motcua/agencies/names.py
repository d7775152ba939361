"""Names of places as a search reads them."""

import re

from motcua.common.words import fold


def name_words(text: str) -> list[str]:
    """Folded words without signs: “Đắk R'Lấp” is dak, r, lap."""
    return re.findall(r"[a-z0-9]+", fold(text))


def searchable(text: str) -> str:
    """The words, each after a space: “ phu” then finds those that begin so, by the trigram index."""
    return "".join(f" {word}" for word in name_words(text))
