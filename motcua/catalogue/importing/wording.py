"""What the words beside a number say: other terms, other sums, who is free, who sets the amount."""

import re
from collections import Counter
from typing import Any, Final

from motcua.common.words import fold, number

_WRITTEN: Final = 10**15
_SENTENCE: Final = re.compile(r"(?<=[.;])\s+|\n|(?<=[.;])(?=Miễn|Không thu|Được miễn)")
_TERM: Final = re.compile(
    r"(?<![\d.,/-])(\d+)(?:\s*\([^)]{1,40}\)|\))?\s*(ngay lam viec|ngay|thang|gio lam viec|gio)\b(?! \d|/\d)"
)
_ASIDE: Final = re.compile(
    r"(khong|chua) (hop le|day du|du|dung quy dinh|dat yeu cau|bao dam|dam bao)"
    r"|(yeu cau|de nghi|huong dan|thong bao) (\w+ ){0,3}bo sung"
)
_CLOCK: Final = re.compile(r"\b(sau|luc|truoc|tu|den|vao) \d{1,2} gio( \d{1,2}\b)?")
_SUM: Final = re.compile(
    r"(?<![\d.,/])(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*(triệu|nghìn|ngàn)?\s*"
    r"(?:việt nam )?(?:đồng|vnđ|vnd|đ)\b"
)
_TIMES: Final = {"triệu": 1_000_000, "nghìn": 1000, "ngàn": 1000, "": 1}
_FREE: Final = re.compile(
    r"(mien|khong (thu|mat|nop|phai nop|phai tra)) (thu |nop |toan bo |100% )?(cac )?(khoan )?(phi|le phi|tien|chi phi)"
    r"|^\W*(khong|mien)\W*$|khong (thu|mat) tien|duoc mien"
)
_EXEMPT: Final = re.compile(
    r"^[\W_]*(?:được\s+)?(?:miễn|không\s+thu)\s+(?:phí|lệ\s+phí|phí,\s+lệ\s+phí)(?:\s+đăng\s+ký[^,.;]{0,60}?)?\s+"
    r"(?:cho|đối\s+với)\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_FOR_A_WHILE: Final = re.compile(r"\b(den|tu|ke tu) (het )?ngay \d|\d{1,2}/\d{1,2}/\d{4}")
_COUNCIL: Final = re.compile(r"hoi dong nhan dan|hdnd")
_SETS: Final = re.compile(r"quyet dinh|quy dinh|nghi quyet|ban hanh")
_ONLY_SOME: Final = re.compile(r"truong hop|doi voi|bo tai chinh|thong tu so \d+/\d{4}/tt-btc quy dinh muc")


def as_written(value: Any) -> str:
    """A number as it is written in Vietnamese; what is none stays as the source has it."""
    written = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _WRITTEN
    return number(value) if written else str(value)


def term_doubt(amount: int, unit: str, said: str) -> str:
    """Why a number of working days, days, months or working hours does not agree with the words beside it, or "".

    A sentence whose only term is for what is incomplete is left aside; stages that add up to the number agree with it.

    :param unit: as the words name it without accents: “ngay lam viec”, “ngay”, “thang”, “gio lam viec”.
    """
    found = _terms(said, unit)
    others = Counter({term: count for term, count in found.items() if term != (amount, unit)})
    if not others or _adds_up(others, amount, unit):
        return ""
    return "terms_in_words" if (amount, unit) in found else "term_and_words"


def _terms(said: str, unit: str) -> Counter[tuple[int, str]]:
    hours = "gio lam viec" if unit == "gio lam viec" else "gio"
    found: Counter[tuple[int, str]] = Counter()
    for part in (_CLOCK.sub("", fold(part)) for part in _SENTENCE.split(said)):
        terms = [(int(number), hours if of == "gio" else of) for number, of in _TERM.findall(part)]
        if len(terms) != 1 or not _ASIDE.search(part):
            found.update(terms)
    return found


def _adds_up(others: Counter[tuple[int, str]], amount: int, unit: str) -> bool:
    total = sum(number * count for (number, _unit), count in others.items())
    return others.total() > 1 and total == amount and {of for _number, of in others} == {unit}


def sums(said: str) -> set[int]:
    """The sums of đồng that the words name."""
    return {_sum(number, of) for number, of in _SUM.findall(said.lower())}


def _sum(number: str, of: str) -> int:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d+", number):
        return int(re.sub(r"[.,]", "", number)) * _TIMES[of]
    return round(float(number.replace(",", ".")) * _TIMES[of])


def says_free(said: str) -> bool:
    """Whether the words speak of paying nothing, for whomever and however long."""
    return bool(_FREE.search(fold(said)))


def without_exempt(said: str) -> tuple[str, str]:
    """The words without the sentences that only say who pays nothing, and who that is.

    What is free for a while, or in part of a sentence, is left where it stands: it is not clearly about people.
    """
    whole = said.strip()
    if whole.startswith("(") and whole.endswith(")") and whole.count("(") == whole.count(")"):
        whole = whole[1:-1].strip()
    kept: list[str] = []
    who: list[str] = []
    going_on = False
    for part in _sentences(whole):
        found = _EXEMPT.match(part)
        if found and (_FOR_A_WHILE.search(fold(part)) or "sau:" in part):
            return said, ""
        going_on = bool(found) or (going_on and part[:1].islower())
        (who if going_on else kept).append(found["who"] if found else part)
    if not who:
        return said, ""
    exempt = "; ".join(one.strip(" ;") for one in who)
    if exempt.count(")") > exempt.count("("):
        exempt = exempt.rstrip(".)")
    rest = " ".join(kept)
    return rest + ")" * (rest.count("(") - rest.count(")")), exempt.removesuffix(".")


def _sentences(whole: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(whole) if part and part.strip()]


def province_sets(said: str) -> bool:
    """Whether the first sentence says that the people's council of the province sets the amount, for every case."""
    first = next((fold(part) for part in re.split(r"(?<=\.)\s+|\n", said.strip()) if fold(part)), "")
    return bool(_COUNCIL.search(first) and _SETS.search(first) and not _ONLY_SOME.search(first) and not sums(first))
