"""ID numbers, phones and names as people type them, read or refused in words."""

import re
import unicodedata

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from motcua.common.printable import refusal

# Operators get new prefixes faster than lists are published, so the first digit decides.
LONGEST_NAME = 120
MOBILE = re.compile(r"(0|\+?84)[35789][0-9]{8}")


def _digits(typed: str) -> str:
    return re.sub(r"[\s.\-\u00a0]", "", typed)


def read_id_number(typed: str) -> str:
    """Twelve digits (Luật Căn cước 26/2023/QH15, art. 12), or the nine of the old card; no check digit exists."""
    number = _digits(typed)
    if not (number.isascii() and number.isdigit()):
        raise ValidationError(_("Số định danh chỉ có chữ số. Ví dụ: 087 195 001 234"), code="letters")
    if len(number) not in (9, 12):
        words = _("Số định danh có 12 chữ số; ông/bà ghi %(count)s số") % {"count": len(number)}
        raise ValidationError(words, code="length")
    return number


def read_phone(typed: str) -> str:
    """A mobile number written the Vietnamese way (0987 654 321, +84 987 654 321), as E.164."""
    if not MOBILE.fullmatch(_digits(typed)):
        words = _("Số điện thoại di động có 10 chữ số, bắt đầu bằng 0. Ví dụ: 0987 654 321")
        raise ValidationError(words, code="phone")
    return phonenumbers.format_number(phonenumbers.parse(_digits(typed), "VN"), phonenumbers.PhoneNumberFormat.E164)


def read_name(typed: str) -> str:
    """The name as typed: composed letters, single spaces, only signs that papers show. Composing may lengthen it."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("Ghi ngắn hơn, tối đa %(most)s ký tự") % {"most": LONGEST_NAME}, code="long")
    if refused := refusal(name):
        raise ValidationError(refused)
    return name


def read_identifier(typed: str) -> dict[str, str]:
    """What somebody signs in with: `{"id_number": …}`, `{"phone": …}`, or nothing readable.

    Nine digits are an old ID number; a phone is typed with its 0 or +84.
    """
    number = _digits(typed)
    if number.isascii() and number.isdigit() and len(number) in (9, 12):
        return {"id_number": number}
    try:
        return {"phone": read_phone(typed)}
    except ValidationError:
        return {}
