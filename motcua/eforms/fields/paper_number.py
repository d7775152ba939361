"""The number of an identity paper: a personal number, or a passport's letters and digits."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.common import words

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Six to twenty letters and digits, kept in capitals without spaces."""

    width = 20
    settings = frozenset()
    examples = ("001099012345", "c1234567", "001 099 012 345")
    counterexamples = ("12345", "C12345$7", "Đ1234567", "x" * 21, "123456789")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        number = "".join(str(typed).split()).upper()
        if not (number.isascii() and number.isalnum()):
            raise Refused(_("Số giấy tờ chỉ có chữ cái không dấu và chữ số. Ví dụ: 001099012345"))
        if number.isdigit() and len(number) == 9:
            raise Refused(_("Chứng minh nhân dân 9 số đã hết giá trị từ 31/12/2024. Ghi số định danh 12 số"))
        if not 6 <= len(number) <= 20:
            raise Refused(_("Số giấy tờ có từ 6 đến 20 chữ và số; ông/bà ghi %(count)s") % {"count": len(number)})
        return number

    def display(self, question: Question, value: Value) -> str:
        number = str(value)
        return words.id_number(number) if len(number) == 12 and number.isdigit() else number

    def editable(self, question: Question, value: Typed) -> Typed:
        return self.display(question, value) if isinstance(value, str) else value

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[A-Z0-9]{6,20}$"}
