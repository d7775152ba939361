"""A person's own number of twelve digits (Luật Căn cước 26/2023/QH15, art. 12)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.common import words

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Typed with or without spaces; kept as twelve digits, shown in groups of three."""

    width = 20
    inputmode = "numeric"
    settings = frozenset()
    examples = ("001099012345", "001 099 012 345", "001.099.012.345")
    counterexamples = ("00109901234", "00109901234x", "0010990123456", "123456789")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        digits = str(typed).translate({32: None, 45: None, 46: None})
        if not (digits.isascii() and digits.isdigit()):
            raise Refused(_("Số định danh chỉ có 12 chữ số. Xem ở mặt trước thẻ căn cước"))
        if len(digits) == 9:
            raise Refused(_("Chứng minh nhân dân 9 số đã hết giá trị từ 31/12/2024. Ghi số định danh 12 số"))
        if len(digits) != 12:
            raise Refused(_("Số định danh có 12 chữ số; ông/bà ghi %(count)s số") % {"count": len(digits)})
        return digits

    def display(self, question: Question, value: Value) -> str:
        return words.id_number(str(value))

    def editable(self, question: Question, value: Typed) -> Typed:
        return words.id_number(value) if isinstance(value, str) and len(value) == 12 and value.isdigit() else value

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "string", "pattern": "^[0-9]{12}$"}
