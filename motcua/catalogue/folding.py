"""The three spellings of a name that a search compares: each word between spaces, no marks."""

import re
import unicodedata

from motcua.common.words import fold

_MARKS = re.compile(r"[^\w.]+|(?<!\d)\.|\.(?!\d)")


def spaced(text: str) -> str:
    """Lower case with accents, marks dropped, one space before and after: `like '% word%'` finds whole words."""
    plain = _MARKS.sub(" ", unicodedata.normalize("NFC", text).lower())
    return f" {' '.join(plain.split())} "


def folded(text: str) -> str:
    """The same without accents. Points inside numbers stay: codes are searched too."""
    return spaced(fold(text))


def bare(spelling: str) -> str:
    """A spaced spelling without the opening “thủ tục”, which some names carry and nobody types."""
    for opening in (" thủ tục ", " thu tuc "):
        if spelling.startswith(opening) and len(spelling) > len(opening):
            return spelling[len(opening) - 1 :]
    return spelling
