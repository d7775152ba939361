"""Understands what was typed: short forms, slips of the hand, everyday words; what is left is looked for."""

import math
from dataclasses import dataclass, field
from typing import Final

from motcua.catalogue.models import SayingKind
from motcua.common.words import fold

from . import vocabulary
from .spelling import agrees, pairs, readings, slips, sounds_like, words_of

MOST_WORDS: Final = 40
MOST_SLIPS: Final = 4  # words whose slips are tried
LONGEST_SAYING: Final = 7
BEGUN: Final = 2  # letters from which a word counts as begun
PAIR_SAID, WORD_SAID, STARTED = 0.7, 0.3, 0.8
MEANT, MEANT_BY_WORD = 18, 6
"""What a saying weighs at most, and more for each word said: a long meaning must not drown the rest."""
BEGINNINGS: Final = 8000
"""Holders assumed of a beginning: the more letters, the fewer; they are not counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: each term (a word, a pair, `begun:*`) with its weight and how many listings hold it."""

    weights: dict[str, float]
    documents: dict[str, int]
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class _Typed:
    """The words as typed and folded; a word that was mended stands in both as it was meant."""

    raw: list[str]
    folded: list[str]
    accented: bool
    known: vocabulary.Known = field(default_factory=lambda: vocabulary.Known({}, {}, {}))


def understand(text: str, *, begun: bool = False) -> Asked:
    """What a text asks for, in two or three statements; `begun` means that its last word may go on."""
    typed = _read(text)
    if not typed.folded:
        return Asked({}, {})
    _mend(typed, but_last=begun)
    runs = _runs(typed.folded)
    found, documents, total = vocabulary.meanings(runs, {*typed.folded, *pairs(typed.folded)})
    weights, more = _weigh(typed, found, total)
    documents |= more
    _add_beginnings(typed, weights, documents, begun)
    rare = {term: weight * _rarity(documents[term], total) for term, weight in weights.items() if documents.get(term)}
    return Asked(rare, documents, tuple(typed.folded))


def _read(text: str) -> _Typed:
    raw = words_of(text)[:MOST_WORDS]
    folded = [fold(word) for word in raw]
    accented = any(one != other for one, other in zip(raw, folded, strict=True))
    known = vocabulary.known({*folded, *pairs(folded)}, set(raw))
    whole = [part for word in raw for part in known.shorts.get(word, word).split()]
    return _Typed(whole, [fold(word) for word in whole], accented, known)


def _mend(typed: _Typed, *, but_last: bool) -> None:
    """Put right what is no word, and what stands beside its neighbours nowhere but sounds like one that does."""
    choices = _choices(typed, but_last=but_last)
    if not choices:
        return
    words = typed.folded
    near = {pair for place, others in choices.items() for other in others for pair in _beside(words, place, other)}
    known = vocabulary.known({*near, *(other for others in choices.values() for other in others)})
    familiar = {**typed.known.familiar, **known.familiar}
    for place, others in choices.items():
        unknown = words[place] not in typed.known.familiar
        possible = [
            other for other in others if other in familiar and (unknown or _fits(words, place, other, familiar))
        ]
        if possible:
            best = max(sorted(possible), key=lambda other: _likely(words, place, other, familiar))
            typed.raw[place] = typed.folded[place] = best


def _choices(typed: _Typed, *, but_last: bool) -> dict[int, set[str]]:
    """What each doubtful word may have been meant to be."""
    found: dict[int, set[str]] = {}
    familiar, words, tried = typed.known.familiar, typed.folded, 0
    for place, word in enumerate(words):
        if word in familiar or any(letter.isdigit() for letter in word):
            lonely = len(words) > 1 and not any(pair in familiar for pair in _beside(words, place, word))
            others = sounds_like(word) if lonely and word.isalpha() and word not in typed.known.shorts else set()
        elif but_last and place == len(words) - 1:
            others = set()
        else:
            others = set(readings(word)) | sounds_like(word)
            if 1 < len(word) < 12 and tried < MOST_SLIPS:
                others |= slips(word)
                tried += 1
        if others := {other for other in others if other and other != word}:
            found[place] = others
    return found


def _beside(words: list[str], place: int, word: str) -> list[str]:
    before = [f"{words[place - 1]}_{word}"] if place else []
    return [*before, *(f"{word}_{after}" for after in words[place + 1 : place + 2])]


def _fits(words: list[str], place: int, word: str, familiar: dict[str, int]) -> bool:
    return any(familiar.get(pair, 0) >= vocabulary.SAID for pair in _beside(words, place, word))


def _likely(words: list[str], place: int, word: str, familiar: dict[str, int]) -> tuple[bool, float]:
    """A reading of the very keys first, then what stands beside these neighbours most often."""
    company = sum(math.log1p(familiar.get(pair, 0)) for pair in _beside(words, place, word))
    same_start = 0.5 * (word[:1] == words[place][:1])
    return word in set(readings(words[place])), 3 * company + 0.3 * math.log1p(familiar[word]) + same_start


def _runs(words: list[str]) -> set[str]:
    last = len(words) + 1
    return {
        " ".join(words[start:end])
        for start in range(last)
        for end in range(start + 1, min(start + LONGEST_SAYING, last))
    }


def _weigh(typed: _Typed, found: list[vocabulary.Meaning], total: int) -> tuple[dict[str, float], dict[str, int]]:
    """The weight of each term: sayings first, the longest first, then the words that none of them took."""
    by_key: dict[str, list[vocabulary.Meaning]] = {}
    for meaning in found:
        by_key.setdefault(meaning.key, []).append(meaning)
    weights: dict[str, float] = {}
    documents: dict[str, int] = {}
    count = len(typed.folded)
    taken, open_ = [False] * count, [True] * count
    for length in range(min(LONGEST_SAYING, count), 0, -1):
        for start in range(count - length + 1):
            end = start + length
            if not any(taken[start:end]):
                said = _said(typed, start, end, by_key)
                if said:
                    taken[start:end] = [True] * length
                    open_[start:end] = [any(one.keeps for one in said)] * length
                    _take(typed.folded[start:end], said, weights, documents, total)
    words = typed.folded
    for place, word in enumerate(words):
        if open_[place]:
            _raise(weights, word, 1.0)
            if place + 1 < count and open_[place + 1]:
                _raise(weights, f"{word}_{words[place + 1]}", 1.0)
    if not weights:  # nothing but fillers: they are all there is
        weights = dict.fromkeys((*words, *pairs(words)), 0.5)
    return weights, documents


def _said(typed: _Typed, start: int, end: int, by_key: dict[str, list[vocabulary.Meaning]]) -> list[vocabulary.Meaning]:
    """The sayings of these words that the accents typed allow."""
    return [
        meaning
        for meaning in by_key.get(" ".join(typed.folded[start:end]), ())
        if all(
            agrees(one, other, accented=typed.accented)
            for one, other in zip(typed.raw[start:end], words_of(meaning.said), strict=True)
        )
    ]


def _take(
    words: list[str],
    said: list[vocabulary.Meaning],
    weights: dict[str, float],
    documents: dict[str, int],
    total: int,
) -> None:
    """What sayings mean, at full weight; the words said count a little, since everyday words stand in listings too."""
    means = [one for one in said if one.kind == SayingKind.MEANS]
    for one in means:
        documents |= one.terms
        whole = sum(_rarity(holders, total) for holders in one.terms.values() if holders)
        share = min(1.0, (MEANT + MEANT_BY_WORD * len(words)) / whole) if whole else 1.0
        for term in one.terms:
            _raise(weights, term, share)
    if means and not any(one.keeps for one in means):
        for pair in pairs(words):
            _raise(weights, pair, PAIR_SAID)
        if len(words) == 1:
            _raise(weights, words[0], WORD_SAID)


def _add_beginnings(typed: _Typed, weights: dict[str, float], documents: dict[str, int], begun: bool) -> None:
    """The last word may go on: while typing, where nobody holds it as it is, or in the middle of a code."""
    last = typed.folded[-1]
    code = last[0].isdigit() and "." in last
    if len(last) >= BEGUN and (begun or last not in documents) and (code or last.isalpha()):
        for term in (last, *pairs(typed.folded[-2:])):
            weights[f"{term}:*"] = STARTED
            documents[f"{term}:*"] = 1 if code else BEGINNINGS // len(term) ** 2


def _raise(weights: dict[str, float], term: str, weight: float) -> None:
    weights[term] = max(weights.get(term, 0.0), weight)


def _rarity(documents: int, total: int) -> float:
    """How much a term says: the fewer listings hold it, the more (BM25's idf, Robertson and Spärck Jones)."""
    return math.log(1 + (max(total - documents, 0) + 0.5) / (documents + 0.5))
