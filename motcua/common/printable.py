"""Which characters a paper can show: those that one of the fonts of papers has."""

import unicodedata
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
NO_GLYPH = "□"
INVISIBLE = frozenset({"Cc", "Cf"})  # controls and marks of direction: what one cannot see, one cannot check


@cache
def _drawn() -> frozenset[int]:
    """Every character that one of the fonts can draw."""
    found: set[int] = set()
    for path in FONTS.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            found |= set(font.getBestCmap())
    return frozenset(found)


def _shows(sign: str) -> bool:
    if sign == "\ufffd":  # what another program could not read is nothing that a person meant
        return False
    return sign in "\n\t" or (unicodedata.category(sign) not in INVISIBLE and ord(sign) in _drawn())


def unprintable(text: str) -> str:
    """The first character of a text that no paper can show; empty where there is none."""
    if text.isascii() and text.isprintable():
        return ""
    return next((sign for sign in unicodedata.normalize("NFC", text) if not _shows(sign)), "")


def refusal(text: str) -> str:
    """What to say of a text that no paper shows as it was typed; empty where papers show it."""
    sign = unprintable(text)
    if not sign:
        return ""
    if sign.isprintable():
        return _("Ký tự “%(sign)s” không in được trên giấy. Xóa ký tự đó rồi ghi lại") % {"sign": sign}
    return _("Có ký tự ẩn, không thấy được trên giấy. Xóa hết rồi gõ lại dòng này")


def on_paper(text: str) -> str:
    """The text as a paper shows it: without what is invisible, a box for what no font has."""
    return "".join(map(_sign, unicodedata.normalize("NFC", text)))


def _sign(sign: str) -> str:
    if _shows(sign):
        return sign
    return "" if unicodedata.category(sign) in INVISIBLE | {"Mn"} else NO_GLYPH
