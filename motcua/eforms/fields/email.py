"""An address of electronic mail."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from ..field_type import FieldType, Question, Refused, Typed, Value


class Field(FieldType):
    """Kept as typed; the domain is never changed."""

    component = "email"
    autocomplete = "email"
    max_length = 254
    settings = frozenset()
    examples = ("an@example.vn", "tran.an+khai-sinh@thu.example.com.vn")
    counterexamples = ("an.example.vn", "an@", "an @example.vn", "trần@@example.vn")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        address = self.text(question, typed)
        if "@" not in address:
            raise Refused(_("Địa chỉ thư điện tử thiếu dấu @. Ví dụ: an@example.vn"))
        try:
            validate_email(address)
        except ValidationError as refused:
            raise Refused(_("Xem lại phần trước và sau dấu @ của địa chỉ thư. Ví dụ: an@example.vn")) from refused
        return address

    def json_schema(self, question: Question) -> dict[str, Any]:
        return {"type": "string", "maxLength": 254, "pattern": "^[^@\\s]+@[^@\\s]+$"}
