"""Sex, as civil status records it."""

from django.utils.translation import gettext as _

from ..field_type import Option, Question
from .choice import Field as Choice


class Field(Choice):
    """Male or female (Luật Hộ tịch 60/2014/QH13, art. 14)."""

    examples = ("female", "male")
    counterexamples = ("Nữ", "x")
    autocomplete = "sex"

    def options(self, question: Question) -> tuple[Option, ...]:
        return Option("male", _("Nam")), Option("female", _("Nữ"))
