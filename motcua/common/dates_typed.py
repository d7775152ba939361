"""A date typed as day, month and year in three boxes, refused in words."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARTS = ("day", "month", "year")
LONGEST = 4
MALFORMED = gettext_lazy("Ghi ngày như 2 11 2026")


def read(day: str, month: str, year: str) -> date:
    """The date, or a ValidationError that says which part does not exist."""
    typed = [part.strip() for part in (day, month, year)]
    if not all(part.isascii() and part.isdigit() and len(part) <= LONGEST for part in typed) or len(typed[2]) != 4:
        raise ValidationError(MALFORMED, code="malformed")
    d, m, y = (int(part) for part in typed)
    if not 1 <= m <= 12:
        raise ValidationError(_("Tháng chỉ có từ 1 đến 12; ông/bà ghi %(month)s") % {"month": m}, code="month")
    if not 1 <= y <= 9998:
        raise ValidationError(MALFORMED, code="malformed")
    days = monthrange(y, m)[1]
    if not 1 <= d <= days:
        words = _("Tháng %(month)s năm %(year)s chỉ có %(days)s ngày") % {"month": m, "year": y, "days": days}
        raise ValidationError(words, code="day")
    return date(y, m, d)


class DateTypedInput(forms.Widget):
    """Reads NAME-day, NAME-month and NAME-year; the page draws it with the `field` component."""

    input_type = "date"

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, ...] | None:
        typed = tuple(str(data.get(f"{name}-{part}", "")) for part in PARTS)
        return typed if any(part.strip() for part in typed) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)


class DateTypedField(forms.Field):
    """A form field whose clean value is a date."""

    widget = DateTypedInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        return value if isinstance(value, date) else read(*value)
