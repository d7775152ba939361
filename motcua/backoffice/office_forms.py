"""Forms of an office: how it is reached, and the hours that follow from a day on."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies import opening
from motcua.agencies.editing import Contact
from motcua.agencies.models import Agency, WorkingHours
from motcua.common import words
from motcua.common.dates_typed import DateTypedField

DAYS: Final = range(1, 8)
WORKING, RECEPTION = "working", "reception"
SOUTH, NORTH, WEST, EAST = 6, 24, 102, 118
"""Degrees between which Vietnam lies, islands included."""


class OfficeForm(forms.Form):
    """Address, room, phone, and the point on the map as maps write it."""

    use_required_attribute = False
    address = forms.CharField(label=gettext_lazy("Địa chỉ"), max_length=240, required=False)
    room = forms.CharField(label=gettext_lazy("Phòng, tầng"), max_length=80, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Điện thoại"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Số mà người dân gọi được trong giờ làm việc. Ví dụ: 0277 300 0000"),
    )
    point = forms.CharField(
        label=gettext_lazy("Tọa độ trên bản đồ"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Vĩ độ trước, kinh độ sau. Ví dụ: 10.523611, 105.842500. Bỏ trống thì tìm theo địa chỉ"),
    )

    def __init__(self, data: Any, *, agency: Agency) -> None:
        told = {name: getattr(agency, name) for name in ("address", "room", "phone")}
        told["phone"] = words.phone(told["phone"])
        point = f"{agency.latitude}, {agency.longitude}" if agency.latitude is not None else ""
        super().__init__(data, initial=told | {"point": point})

    def clean_phone(self) -> str:
        """The digits alone; short numbers and hotlines are numbers too."""
        typed = re.sub(r"[\s.()-]", "", self.cleaned_data["phone"])
        if typed and not re.fullmatch(r"\+?[0-9]{3,14}", typed):
            raise forms.ValidationError(_("Ghi số điện thoại bằng chữ số. Ví dụ: 0277 300 0000"))
        return typed

    def clean_point(self) -> tuple[Decimal, Decimal] | None:
        """Two degrees within Vietnam, or none."""
        typed = self.cleaned_data["point"]
        if not typed:
            return None
        found = re.fullmatch(r"\(?\s*([0-9]{1,3}\.[0-9]{1,20})\s*[,;\s]\s*([0-9]{1,3}\.[0-9]{1,20})\s*\)?", typed)
        if found is None:
            raise forms.ValidationError(_("Ghi hai số cách nhau bằng dấu phẩy. Ví dụ: 10.523611, 105.842500"))
        latitude, longitude = (round(Decimal(number), 6) for number in found.groups())
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            raise forms.ValidationError(_("Điểm này không ở Việt Nam. Ghi vĩ độ trước, kinh độ sau"))
        return latitude, longitude

    def contact(self) -> Contact:
        """What was typed."""
        told = self.cleaned_data
        latitude, longitude = told["point"] or (None, None)
        return Contact(told["address"], told["room"], told["phone"], latitude, longitude)


class HoursForm(forms.Form):
    """A week of hours from a day on: those that count, and those in which the desk only receives."""

    use_required_attribute = False
    since = DateTypedField(
        label=gettext_lazy("Áp dụng từ ngày"), error_messages={"required": gettext_lazy("Ghi ngày bắt đầu áp dụng")}
    )

    def __init__(self, data: Any, *, now: WorkingHours | None, today: date, taken: frozenset[date]) -> None:
        super().__init__(data, initial=_as_typed(now))
        self.today, self.taken = today, taken
        for name in _names():
            self.fields[name] = forms.CharField(label=_label(name), max_length=80, required=False)

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The fields of each day: working, reception."""
        return [(self[f"{WORKING}_{day}"], self[f"{RECEPTION}_{day}"]) for day in DAYS]

    def clean_since(self) -> date:
        """Today or later, since what was counted is counted; and no day that has hours of its own already."""
        since: date = self.cleaned_data["since"]
        if since < self.today:
            raise forms.ValidationError(_("Giờ mới áp dụng từ hôm nay trở đi"))
        if since in self.taken:
            raise forms.ValidationError(_("Đã ghi giờ áp dụng từ ngày này; chọn ngày khác"))
        return since

    def clean(self) -> dict[str, Any]:
        """Each field is intervals; at least one day is worked, and nothing is both at once."""
        cleaned = super().clean() or {}
        for name in _names():
            try:
                cleaned[name] = opening.read(cleaned.get(name, ""))
            except ValueError as refused:
                self.add_error(name, str(refused))
        for day in DAYS:
            self._apart(cleaned, day)
        if not self.errors and not any(cleaned[f"{WORKING}_{day}"] for day in DAYS):
            self.add_error(f"{WORKING}_1", _("Ghi giờ làm việc của ít nhất một ngày"))
        return cleaned

    def _apart(self, cleaned: dict[str, Any], day: int) -> None:
        both = [cleaned.get(f"{kind}_{day}") for kind in (WORKING, RECEPTION)]
        if all(isinstance(one, list) for one in both):
            try:
                opening.read(opening.written([*both[0], *both[1]]))  # type: ignore[misc]
            except ValueError:
                self.add_error(f"{RECEPTION}_{day}", _("Giờ này đã là giờ làm việc; bỏ đi hoặc ghi giờ khác"))

    def week(self, kind: str) -> dict[str, list[list[str]]]:
        """The week of that kind as a row of hours stores it; days without any are left out."""
        told = {str(day): self.cleaned_data[f"{kind}_{day}"] for day in DAYS}
        return {day: intervals for day, intervals in told.items() if intervals}


def _names() -> list[str]:
    return [f"{kind}_{day}" for day in DAYS for kind in (WORKING, RECEPTION)]


def _label(name: str) -> str:
    kind, _bar, day = name.partition("_")
    told = {"day": words.begin(str(words.WEEKDAYS[int(day) - 1]))}
    return _("%(day)s: giờ làm việc") % told if kind == WORKING else _("%(day)s: chỉ tiếp nhận") % told


def _as_typed(now: WorkingHours | None) -> dict[str, str]:
    if now is None:
        return {}
    return {
        f"{kind}_{day}": opening.written(getattr(now, kind).get(str(day), ()))
        for day in DAYS
        for kind in (WORKING, RECEPTION)
    }
