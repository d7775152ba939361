"""Which period the register is of."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.models import Agency
from motcua.common.dates_typed import DateTypedField
from motcua.dossiers.papers.internal import MOST_DAYS


class RegisterForm(forms.Form):
    """An agency of one's own, a first and a last day, at most a quarter."""

    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label=gettext_lazy("Cơ quan"),
        empty_label=None,
        error_messages={"required": gettext_lazy("Chọn cơ quan"), "invalid_choice": gettext_lazy("Chọn cơ quan")},
    )
    first = DateTypedField(label=gettext_lazy("Từ ngày"))
    last = DateTypedField(label=gettext_lazy("Đến ngày"))

    def __init__(self, data: Any, *, agencies: Sequence[Agency], today: date) -> None:
        known = {"first": today.replace(day=1), "last": today, "agency": agencies[0].pk if agencies else None}
        super().__init__(data, initial=known)
        self.today = today
        choice = self.fields["agency"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = Agency.objects.filter(pk__in=[agency.pk for agency in agencies])

    def clean(self) -> dict[str, Any]:
        """The days follow each other, none is ahead, and the period is not longer than a quarter."""
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last:
            if last < first:
                self.add_error("last", _("Ngày cuối phải bằng hoặc sau ngày đầu"))
            elif last > self.today:
                self.add_error("last", _("Ngày cuối phải là hôm nay hoặc trước hôm nay"))
            elif last - first >= timedelta(days=MOST_DAYS):
                self.add_error("last", _("Sổ dài nhất %(days)s ngày; chia thành nhiều kỳ") % {"days": MOST_DAYS})
        return given
