"""How dates, times, money, numbers and names are written, in the language of the page."""

import re
import unicodedata
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

WEEKDAYS = (
    gettext_lazy("thứ Hai"),
    gettext_lazy("thứ Ba"),
    gettext_lazy("thứ Tư"),
    gettext_lazy("thứ Năm"),
    gettext_lazy("thứ Sáu"),
    gettext_lazy("thứ Bảy"),
    gettext_lazy("Chủ nhật"),
)
NO_BREAK = "\u00a0"


def _local_day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    return value


def day(value: date | datetime, short: bool = False) -> str:
    """thứ Hai, 23/11/2026; short: thứ Hai, 23/11. In English: Monday, 23 November 2026."""
    on = _local_day(value)
    return f"{WEEKDAYS[on.weekday()]}, {_written(on, short)}"


def day_start(value: date | datetime, short: bool = False) -> str:
    """The same at the start of a sentence: Thứ Hai, 23/11/2026."""
    return begin(day(value, short))


def date_only(value: date | datetime) -> str:
    """26/11/2026. In English: 26 November 2026."""
    return _written(_local_day(value))


def _written(on: date, short: bool = False) -> str:
    """Figures alone mean another day to half of those who read English, so there the month is a word."""
    if _english():
        return date_format(on, "j F" if short else "j F Y")
    return f"{on:%d/%m}" if short else f"{on:%d/%m/%Y}"


def _english() -> bool:
    return get_language() == "en"


def clock(value: datetime) -> str:
    """09:40, in Vietnam's time."""
    return f"{timezone.localtime(value):%H:%M}"


def moment(value: datetime, short: bool = False) -> str:
    """17:00 thứ Năm, 26/11/2026."""
    return f"{clock(value)} {day(value, short)}"


def unbroken(text: str) -> str:
    """Ranges such as 07:00–11:30 stay on one line."""
    return text.replace("–", "\u2060–\u2060")


def begin(text: str) -> str:
    """The text with a capital first letter and nothing else changed."""
    return text[:1].upper() + text[1:]


def number(value: float | Decimal, places: int | None = None) -> str:
    """1.234,5: points between thousands, a comma before the decimals; in English the other way round."""
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}"
    return text if _english() else text.translate(str.maketrans(",.", ".,"))


def _comma() -> str:
    return "." if _english() else ","


def percent(share: float | Decimal, places: int = 1) -> str:
    """98,1 % from 0.981."""
    text = number(Decimal(str(share)) * 100, places)
    return (text.rstrip("0").removesuffix(_comma()) if _comma() in text else text) + NO_BREAK + "%"


def money(amount: int | None) -> str:
    """8.000 đ; nothing to pay is "miễn phí"; an unknown amount is never shown as zero."""
    if amount is None:
        return _("theo văn bản")
    return f"{number(amount)}{NO_BREAK}đ" if amount else _("miễn phí")


def size(octets: int) -> str:
    """52 kB, 1,2 MB; never 0 kB for a file that has something in it."""
    kilo = octets / 1000
    if kilo < 999.5:
        return f"{max(round(kilo), 1 if octets else 0)}{NO_BREAK}kB"
    mega = number(kilo / 1000, 1 if kilo < 10_000 else 0)
    return mega.removesuffix(f"{_comma()}0") + NO_BREAK + "MB"


def phone(value: str) -> str:
    """0987 654 321 from +84987654321 or 0987654321; what is no Vietnamese number stays as it is."""
    digits = re.sub(r"\D", "", value)
    if value.lstrip().startswith("+84"):
        digits = "0" + digits[2:]
    if len(digits) in (10, 11) and digits.startswith("0"):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return value


def id_number(value: str) -> str:
    """001 099 012 345: groups of three."""
    return " ".join(re.findall(r".{1,3}", value.replace(" ", "")))


def masked_id(value: str) -> str:
    """••• ••• ••• 345: three digits, since four are the second key of the look-up."""
    plain = value.replace(" ", "")
    hidden = max(len(plain) - 3, 0)
    return id_number("•" * hidden + plain[hidden:])


def working_span(count: int, unit: str) -> str:
    """3 ngày làm việc, 8 giờ làm việc, 10 ngày (calendar days are said), trong ngày."""
    match unit:
        case "hour":
            return ngettext("%(n)s giờ làm việc", "%(n)s giờ làm việc", count) % {"n": number(count)}
        case "working_day":
            return ngettext("%(n)s ngày làm việc", "%(n)s ngày làm việc", count) % {"n": number(count)}
        case "day":
            return ngettext("%(n)s ngày", "%(n)s ngày", count) % {"n": number(count)}
        case "month":
            return ngettext("%(n)s tháng", "%(n)s tháng", count) % {"n": number(count)}
        case "same_day":
            return _("trong ngày")
    raise ValueError(f"no such unit of time: {unit}")


def fold(text: str) -> str:
    """Lower case without accents, single spaces: what a search compares."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(kept.lower().split())


_ALPHABET = {letter: chr(0x41 + place) for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def _weights(letter: str) -> tuple[str, str, str]:
    tone, base = "0", ""
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONES:
            tone = _TONES[part]
        else:
            base += part
    base = unicodedata.normalize("NFC", base)
    low = base.lower()
    if low in _ALPHABET:
        first = _ALPHABET[low]
    elif low.isdecimal() and low.isascii():
        first = low
    else:
        first = f"~{low}" if low.isalpha() else "#"
    return first, tone, "0" if base == low else "1"


LONGEST_KEY = 360  # of a name; what 120 capitals with tones need beyond it orders nobody


def sort_key(text: str) -> str:
    """A key whose byte order is the dictionary's: letters first, then tones, then capitals.

    The database has no Vietnamese collation, so the key is stored; compare it with the "C" collation.
    """
    weights = [_weights(letter) for letter in unicodedata.normalize("NFC", " ".join(text.split()))]
    letters, tones, capitals = ("".join(level) for level in zip(*weights, strict=True)) if weights else ("", "", "")
    return f"{letters} {tones.rstrip('0')} {capitals.rstrip('0')}".rstrip()


def name_key(name: str) -> str:
    """Names are ordered by the last word (the given name), then by the rest from the left."""
    rest, _space, given = " ".join(name.split()).rpartition(" ")
    return f"{sort_key(given)}  {sort_key(rest)}".rstrip()[:LONGEST_KEY]
