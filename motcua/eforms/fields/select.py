"""One of many choices, in a list that opens."""

from django.utils.translation import gettext as _

from ..field_type import Option, Question
from .choice import Field as Choice


class Field(Choice):
    """A drop-down that begins with nothing chosen."""

    component = "select"

    def shown_options(self, question: Question) -> tuple[Option, ...]:
        return (Option("", _("Chọn")), *question.options)
