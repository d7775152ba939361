"""What is typed about an office is taken in, or refused beside its field."""

from datetime import date
from decimal import Decimal

import pytest

from motcua.agencies.editing import Contact
from motcua.agencies.models import Agency, WorkingHours
from motcua.backoffice.office_forms import HoursForm, OfficeForm
from motcua.deadlines import STANDARD_WORKING

TODAY = date(2026, 11, 23)
NOW = WorkingHours(working=STANDARD_WORKING, reception={"6": [["07:00", "11:30"]]})
FROM = {"since-day": "1", "since-month": "1", "since-year": "2027"}


def office(**said: str) -> OfficeForm:
    return OfficeForm({"address": "Ấp 1", "room": "", "phone": "0277 300 0000", "point": ""} | said, agency=Agency())


def hours(**said: str) -> HoursForm:
    data = {"working_1": "07:00–11:30"} | FROM | said
    return HoursForm(data, now=NOW, today=TODAY, taken=frozenset({date(2027, 2, 1)}))


def test_an_office_is_read_as_it_is_stored() -> None:
    form = office(phone="(0277) 300.0000", point="10.523611, 105.8425")

    assert form.is_valid()
    assert form.contact() == Contact("Ấp 1", "", "02773000000", Decimal("10.523611"), Decimal("105.8425"))
    assert office(phone="1022").is_valid()


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("phone", "gọi anh Ba", "Ghi số điện thoại bằng chữ số"),
        ("point", "10,5 105,8", "Ghi hai số cách nhau bằng dấu phẩy"),
        ("point", "105.842500, 10.523611", "Điểm này không ở Việt Nam"),
        ("address", "x" * 241, "240"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(name: str, typed: str, said: str) -> None:
    assert said in office(**{name: typed}).errors[name][0]


def test_what_is_held_stands_in_the_fields() -> None:
    agency = Agency(address="Ấp 2", phone="02773000000", latitude=Decimal("10.5"), longitude=Decimal("105.8"))

    form = OfficeForm(None, agency=agency)

    assert [form[name].value() for name in ("address", "phone", "point")] == ["Ấp 2", "0277 300 0000", "10.5, 105.8"]


def test_hours_are_read_as_a_row_of_hours_stores_them() -> None:
    form = hours(working_3="7h-11h30, 13h30-17h", reception_6="07:00-11:30")

    assert form.is_valid()
    assert form.week("working") == {"1": [["07:00", "11:30"]], "3": [["07:00", "11:30"], ["13:30", "17:00"]]}
    assert form.week("reception") == {"6": [["07:00", "11:30"]]}


@pytest.mark.parametrize(
    ("name", "said", "error"),
    [
        ("working_2", {"working_2": "sáng"}, "Ghi giờ như 07:00–11:30"),
        ("reception_1", {"reception_1": "11:00-12:00"}, "Giờ này đã là giờ làm việc"),
        ("working_1", {"working_1": ""}, "Ghi giờ làm việc của ít nhất một ngày"),
        ("since", {"since-year": "2025"}, "Giờ mới áp dụng từ hôm nay trở đi"),
        ("since", {"since-month": "2"}, "Đã ghi giờ áp dụng từ ngày này"),
        ("since", {"since-day": "31", "since-month": "2"}, "Tháng 2 năm 2027 chỉ có 28 ngày"),
        ("since", {"since-day": "", "since-month": "", "since-year": ""}, "Ghi ngày bắt đầu áp dụng"),
    ],
)
def test_hours_that_cannot_be_are_said_beside_their_field(name: str, said: dict[str, str], error: str) -> None:
    assert error in hours(**said).errors[name][0]


def test_the_hours_in_force_stand_in_the_fields_of_each_day() -> None:
    form = HoursForm(None, now=NOW, today=TODAY, taken=frozenset())
    working, reception = form.rows[5]

    assert form.rows[0][0].value() == "07:00–11:30, 13:30–17:00"
    assert (working.label, working.value()) == ("Thứ Bảy: giờ làm việc", "")
    assert (reception.label, reception.value()) == ("Thứ Bảy: chỉ tiếp nhận", "07:00–11:30")
