"""Forms of the account pages; what is typed is read by `motcua.accounts`, refused in words, and shown again."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Account
from motcua.accounts.numbers import read_id_number, read_name, read_phone
from motcua.accounts.passwords import check_new
from motcua.accounts.people import PERSONAL_NUMBER, Person
from motcua.common.dates_typed import DateTypedField
from motcua.common.printable import refusal

OLDEST = 130
MOST_LETTERS = 128
LONGEST_EMAIL = 254
JOINTS = frozenset(" '’.-")
DOT_INSIDE = re.compile(r"\.\S")  # our mails greet with the name, and mail programs make links of “a.vn”
TOO_LONG = gettext_lazy("Ghi ngắn hơn, tối đa %(limit_value)d ký tự")


def text(label: Any, missing: Any, **kwargs: Any) -> forms.CharField:
    """One required line with our words for leaving it empty."""
    return forms.CharField(label=label, error_messages={"required": missing, "max_length": TOO_LONG}, **kwargs)


def password(label: Any, missing: Any, **kwargs: Any) -> forms.CharField:
    """A password: kept as typed, spaces too."""
    return text(label, missing, strip=False, max_length=MOST_LETTERS, widget=forms.PasswordInput, **kwargs)


def check_email(typed: str) -> str:
    """Refuse what cannot be an address, in our words."""
    if "@" not in typed:
        raise ValidationError(_("Địa chỉ thư điện tử thiếu dấu @. Ví dụ: an@example.vn"), code="no_at")
    return typed


class EmailField(forms.EmailField):
    """An e-mail address, not required."""

    default_error_messages = {
        "invalid": gettext_lazy("Địa chỉ thư điện tử chưa đúng. Ví dụ: an@example.vn"),
        "max_length": TOO_LONG,
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=LONGEST_EMAIL, label=gettext_lazy("Thư điện tử"), **kwargs)

    def clean(self, value: Any) -> str:
        """Say first what is missing most often."""
        typed = str(value or "").strip()
        return str(super().clean(check_email(typed) if typed else ""))


class Form(forms.Form):
    """The component draws the fields; their ids are their names."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id=False, **kwargs)


class SignUpForm(Form):
    """What a new account needs."""

    id_number = text(gettext_lazy("Số định danh (CCCD)"), gettext_lazy("Ghi số định danh"), max_length=40)
    full_name = text(gettext_lazy("Họ và tên"), gettext_lazy("Ghi họ và tên"), max_length=120)
    birth_on = DateTypedField(
        label=gettext_lazy("Ngày sinh"), error_messages={"required": gettext_lazy("Ghi ngày sinh")}
    )
    phone = text(gettext_lazy("Số điện thoại"), gettext_lazy("Ghi số điện thoại"), max_length=40)
    password = password(gettext_lazy("Mật khẩu"), gettext_lazy("Đặt mật khẩu"))
    email = EmailField()

    def clean_id_number(self) -> str:
        """Twelve digits, or nine."""
        return read_id_number(self.cleaned_data["id_number"])

    def clean_full_name(self) -> str:
        """A name has letters and at least two words, save for the few who have one."""
        name = read_name(self.cleaned_data["full_name"])
        signs = {letter for letter in name if not letter.isalpha()}
        if not signs <= JOINTS or signs == set(name) or DOT_INSIDE.search(name):
            raise ValidationError(_("Họ và tên chỉ có chữ, ghi như trên thẻ căn cước"), code="letters")
        if refused := refusal(name):
            raise ValidationError(refused, code="unprinted")
        return name

    def clean_birth_on(self) -> date:
        """Not in the future, not in another century."""
        born: date = self.cleaned_data["birth_on"]
        today = timezone.localdate()
        if born > today:
            raise ValidationError(_("Ngày sinh phải là hôm nay hoặc trước hôm nay"), code="future")
        if today.year - born.year > OLDEST:
            words = _("Năm sinh %(year)s đã quá xa. Xem lại năm trên thẻ") % {"year": born.year}
            raise ValidationError(words, code="past")
        return born

    def clean_phone(self) -> str:
        """E.164."""
        return read_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        """The password is judged beside the numbers it must not be."""
        told = self.cleaned_data
        if "password" in told:
            try:
                check_new(told["password"], told.get("id_number", ""), told.get("phone", ""))
            except ValidationError as refused:
                self.add_error("password", refused)
        return told

    def person(self) -> Person:
        """Everything but the password."""
        told = self.cleaned_data
        return Person(
            id_number=told["id_number"],
            full_name=told["full_name"],
            birth_on=told["birth_on"],
            phone=told["phone"],
            email=told["email"],
        )


class CodeForm(Form):
    """The six digits of an SMS or of an authenticator."""

    code = text(gettext_lazy("Mã xác nhận"), gettext_lazy("Ghi mã 6 số"), max_length=20)


class SignInForm(Form):
    """Who, and the password."""

    identifier = text(
        gettext_lazy("Số định danh hoặc số điện thoại"),
        gettext_lazy("Ghi số định danh hoặc số điện thoại"),
        max_length=60,
    )
    password = password(gettext_lazy("Mật khẩu"), gettext_lazy("Ghi mật khẩu"))


class WhoForm(Form):
    """Which of several people; the values are places in the list, so no id leaves the house."""

    who = forms.TypedChoiceField(
        label=gettext_lazy("Ông/bà là ai?"),
        coerce=int,
        error_messages={
            "required": gettext_lazy("Chọn tên ông/bà"),
            "invalid_choice": gettext_lazy("Chọn một tên trong danh sách"),
        },
    )

    def __init__(self, accounts: Sequence[Account], data: Any = None) -> None:
        super().__init__(data)
        self.accounts = accounts
        who = self.fields["who"]
        assert isinstance(who, forms.TypedChoiceField)
        who.choices = [(str(place), one.full_name) for place, one in enumerate(accounts)]

    def options(self) -> list[dict[str, str]]:
        """For the page: the name, and the year of birth where two people share a name."""
        born = _("Sinh năm %(year)s")
        years = [born % {"year": one.birth_on.year} if one.birth_on else "" for one in self.accounts]
        return [
            {"value": str(place), "label": one.full_name, "hint": year}
            for place, (one, year) in enumerate(zip(self.accounts, years, strict=True))
        ]

    def chosen(self) -> Account:
        """The account of the place chosen."""
        place: int = self.cleaned_data["who"]
        return self.accounts[place]


class PhoneForm(Form):
    """The phone that a code goes to."""

    phone = text(gettext_lazy("Số điện thoại"), gettext_lazy("Ghi số điện thoại"), max_length=40)

    def clean_phone(self) -> str:
        """E.164."""
        return read_phone(self.cleaned_data["phone"])


class NewPasswordForm(WhoForm):
    """A new password, and for whom when several people share the phone."""

    password = password(gettext_lazy("Mật khẩu mới"), gettext_lazy("Đặt mật khẩu mới"))

    def __init__(self, accounts: Sequence[Account], data: Any = None) -> None:
        super().__init__(accounts, data)
        if len(accounts) == 1:
            del self.fields["who"]

    def chosen(self) -> Account:
        """The one there is, or the one chosen."""
        return super().chosen() if "who" in self.fields else self.accounts[0]

    def clean(self) -> dict[str, Any]:
        """Judged beside the chosen person's numbers."""
        told = self.cleaned_data
        if "password" in told and ("who" in told or "who" not in self.fields):
            person = self.chosen()
            try:
                check_new(told["password"], person.id_number, person.phone)
            except ValidationError as refused:
                self.add_error("password", refused)
        return told


class ChangePasswordForm(Form):
    """The password in use, then the new one."""

    old = password(gettext_lazy("Mật khẩu đang dùng"), gettext_lazy("Ghi mật khẩu đang dùng"))
    new = password(gettext_lazy("Mật khẩu mới"), gettext_lazy("Đặt mật khẩu mới"))

    def __init__(self, account: Account, data: Any = None) -> None:
        super().__init__(data)
        self.account = account

    def clean_old(self) -> str:
        """Whoever found the page open does not know it."""
        typed = str(self.cleaned_data["old"])
        if not check_password(typed, self.account.password):
            raise ValidationError(_("Mật khẩu đang dùng chưa đúng"), code="wrong")
        return typed

    def clean_new(self) -> str:
        """A good one."""
        typed = str(self.cleaned_data["new"])
        check_new(typed, self.account.id_number, self.account.phone)
        return typed


class EmailForm(Form):
    """Where mail goes; empty for none."""

    email = EmailField()


class NumberForm(Form):
    """The twelve digits that follow an old card's nine."""

    id_number = text(gettext_lazy("Số định danh (CCCD)"), gettext_lazy("Ghi số định danh 12 số"), max_length=40)

    def clean_id_number(self) -> str:
        """Twelve digits only."""
        number = read_id_number(self.cleaned_data["id_number"])
        if len(number) != PERSONAL_NUMBER:
            words = _("Số định danh có 12 chữ số; ông/bà ghi %(count)s số") % {"count": len(number)}
            raise ValidationError(words, code="old")
        return number
