"""A person's name, whole, as on the paper."""

from datetime import date

from django.utils.translation import gettext as _

from ..field_type import FieldType, Question, Refused, Typed, Value

JOINTS = frozenset(" '’.-")


class Field(FieldType):
    """Letters of any script with spaces, hyphens and apostrophes; kept as typed, never recapitalised."""

    max_length = 120
    examples = ("Trần Thị Bình An", "H'Hen Niê", "Nguyễn Văn A")
    counterexamples = ("Trần Văn 5", "x" * 121, "---")

    def parse(self, question: Question, typed: Typed, on: date) -> Value:
        name = self.text(question, typed)
        if not all(sign.isalpha() or sign in JOINTS for sign in name):
            raise Refused(_("Họ và tên chỉ có chữ. Xem lại chữ số hoặc dấu lạ trong “%(name)s”") % {"name": name[:40]})
        if not any(sign.isalpha() for sign in name):
            raise Refused(self.ask(question))
        return name
