"""What a person typed, made fit to keep: NFC, no invisible signs, line ends as one sign."""

import re
import unicodedata

UNREADABLE = "\ufffd"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
LONGEST = 20_000


def clean(text: str) -> str:
    """The text as it is kept and shown again.

    A control character becomes a visible one, which no type accepts: the person sees where it stands.
    """
    if text.isascii() and text.isprintable():
        return text.strip()[:LONGEST]
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _CONTROL.sub(UNREADABLE, _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text).strip()[:LONGEST]


def one_line(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())
