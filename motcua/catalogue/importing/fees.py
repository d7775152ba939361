"""Fees of one way to hand in. An amount that its own words contradict stays words: no wrong sum is ever shown."""

import re
from collections.abc import Mapping
from typing import Any, Final

from motcua.catalogue import content
from motcua.catalogue.models import FeeKind, FeeSetBy
from motcua.common.words import fold

from .wording import as_written, province_sets, says_free, sums, without_exempt

Raw = Mapping[str, Any]
Flags = list[dict[str, str]]
_KINDS: Final = {"FEE": FeeKind.FEE, "SERVICE_FEE": FeeKind.CHARGE, "PRICE_LEVEL": FeeKind.PRICE}
_FREE: Final = re.compile(r"(mien (phi|le phi|phi, le phi)|khong( co| thu( phi| le phi)?| mat phi)?)\.?")
_SMALLEST: Final = 1000
_LARGEST: Final = 10**15


def read_fees(rows: list[Raw], path: str, flags: Flags) -> tuple[content.Fee, ...]:
    """The fees of the rows of one way, each once; what is doubtful is added to the flags."""
    fees = tuple(_fee(raw, f"{path}.{place}", flags) for place, raw in enumerate(_distinct(rows)))
    if not fees:
        flags.append({"path": path, "why": "no_fee"})
    return fees


def _distinct(rows: list[Raw]) -> list[Raw]:
    found: dict[tuple[Any, ...], Raw] = {}
    for row in rows:
        for fee in row.get("fees", ()):
            found.setdefault(tuple(fee.get(key) for key in ("kind", "amount", "currency", "text")), fee)
    return list(found.values())


def _fee(raw: Raw, path: str, flags: Flags) -> content.Fee:
    kind = _KINDS.get(raw.get("kind", ""), FeeKind.FEE).value
    amount, words = raw.get("amount"), str(raw.get("text") or "").strip()
    currency = raw.get("currency") or "VND"
    if _is_amount(amount) and amount and currency != "VND":
        return content.Fee(kind=kind, amount=None, text=_together(f"{as_written(amount)} {currency}", words))
    rest, exempt = without_exempt(words)
    if not rest and not amount:
        rest, exempt = words, ""
    set_by = FeeSetBy.PROVINCE.value if province_sets(rest) else ""
    doubt = _doubt(amount, rest, set_by)
    if doubt:
        flags.append({"path": path, "why": doubt})
        rest = _together(f"theo văn bản, nguồn ghi {as_written(amount)} VNĐ" if amount else "", rest)
    shown = None if doubt or set_by else amount
    return content.Fee(kind=kind, amount=shown, text=rest, set_by=set_by, exempt=exempt)


def _doubt(amount: Any, words: str, set_by: str) -> str:
    if amount is None:
        return "" if words else "no_fee"
    if not _is_amount(amount):
        return "fee_not_understood"
    if amount == 0:
        return "zero_beside_words" if words and not set_by and not _FREE.fullmatch(fold(words)) else ""
    if amount < _SMALLEST:
        return "fee_too_small"
    if says_free(words):
        return "free_beside_amount"
    return "fee_and_words" if set_by or sums(words) - {amount} else ""


def _is_amount(amount: Any) -> bool:
    return isinstance(amount, int) and not isinstance(amount, bool) and 0 <= amount < _LARGEST


def _together(said: str, words: str) -> str:
    return ": ".join(part for part in (said, words) if part)
