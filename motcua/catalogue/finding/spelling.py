"""What a word may have been meant to be: raw Telex, a doubled or dropped letter, a sound spelled another way."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from motcua.common.words import fold

_WORDS: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_SYLLABLE: Final = re.compile(r"([^aeiouy]*)([aeiouy]+)([a-z]*)")
_SOUNDS: Final = (
    *(("gi", "d"), ("d", "gi"), ("ch", "tr"), ("tr", "ch"), ("x", "s"), ("s", "x"), ("l", "n"), ("n", "l")),
    *(("r", "d"), ("d", "r"), ("gi", "r"), ("r", "gi"), ("ngh", "ng"), ("c", "k"), ("k", "c"), ("v", "d"), ("d", "v")),
)
"""Beginnings that sound alike somewhere in the country."""


def words_of(text: str) -> list[str]:
    """The words in lower case with their accents; a code such as 1.001193 is one word."""
    return _WORDS.findall(unicodedata.normalize("NFC", text).lower())


def pairs(words: list[str]) -> list[str]:
    """Neighbours joined: “khai_sinh”."""
    return [f"{one}_{other}" for one, other in pairwise(words)]


def letters(word: str) -> str:
    """The word without its tone but with its letters (â, ê, ơ, đ): hoà and hòa, khẩu and khẫu are alike."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


def agrees(typed: str, said: str, *, accented: bool) -> bool:
    """Whether a word typed may be the word of a saying; words with the same letters without accents are given.

    Who types without accents means any of them; who types accents means the letters typed, the tone may slip.
    """
    return not accented or typed == fold(typed) or letters(typed) == letters(said)


def readings(word: str) -> Iterator[str]:
    """What raw Telex keys or a key held too long stand for, folded: “lamf” is lam, “sinhh” is sinh."""
    yield from _telex(word)
    yield re.sub(r"(.)\1", r"\1", word)
    yield re.sub(r"(..)\1", r"\1", word)


def _telex(word: str) -> Iterator[str]:
    plain = re.sub(r"(aa|ee|oo)", lambda found: found[0][0], word.replace("dd", "d").replace("w", ""))
    found = _SYLLABLE.fullmatch(plain)
    if found:
        yield found[1] + found[2] + re.sub("[sfrxjz]", "", found[3], count=1)


def slips(word: str) -> set[str]:
    """Every word one slip away: a letter too many, too few, another one, two in the wrong order."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right for left, right in cuts for letter in _LETTERS}
    found |= {left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS}
    return found - {word, ""}


def sounds_like(word: str) -> set[str]:
    """The word with a beginning that sounds alike: “tru” for “chu”."""
    return {other + word[len(one) :] for one, other in _SOUNDS if word.startswith(one)}
