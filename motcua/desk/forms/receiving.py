"""What the officer writes down for the person at the counter, or from the envelope."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.numbers import read_id_number, read_name, read_phone
from motcua.agencies.models import Agency
from motcua.catalogue.models import Channel
from motcua.common.dates_typed import DateTypedField
from motcua.common.ids import new_id
from motcua.common.paper_text import PaperText
from motcua.dossiers.actions import Person, Receiving
from motcua.dossiers.states import Delivery, IdKind

from .acting import TermFields

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

WITHOUT_NUMBER = [
    ("", gettext_lazy("Có số, ghi ở trên")),
    (IdKind.NONE_NEWBORN.value, gettext_lazy("Trẻ mới sinh, chưa có số")),
    (IdKind.NONE_DECEASED.value, gettext_lazy("Người đã mất, không có số")),
    (IdKind.NONE_FOREIGNER.value, gettext_lazy("Người nước ngoài, không có số")),
    (IdKind.NONE_SHOWN.value, gettext_lazy("Không mang giấy tờ")),
]
CHANNELS = [
    (Channel.COUNTER.value, gettext_lazy("Tại quầy")),
    (Channel.POST.value, gettext_lazy("Qua bưu chính")),
]


def line(label: "str | _StrPromise", *, most: int = 240, hint: "str | _StrPromise" = "") -> PaperText:
    """A line that may stay empty; what is missing is told by the whole form."""
    return PaperText(label=label, required=False, max_length=most, help_text=hint)


class ReceiveForm(TermFields):
    """People, delivery and, where the procedure has none, the term."""

    use_required_attribute = False

    token = forms.UUIDField(required=False)
    declared = forms.CharField(required=False, max_length=40)  # the token of the printed form that was brought
    channel = forms.ChoiceField(label=gettext_lazy("Nộp bằng cách nào"), choices=CHANNELS)
    owner_name = line(gettext_lazy("Họ tên chủ hồ sơ"), most=120)
    owner_phone = line(gettext_lazy("Điện thoại"), most=20, hint=gettext_lazy("Tin nhắn báo từng bước đến số này"))
    owner_number = line(gettext_lazy("Số định danh"), most=20)
    owner_without = forms.ChoiceField(label=gettext_lazy("Nếu không có số"), required=False, choices=WITHOUT_NUMBER)
    owner_birth = DateTypedField(label=gettext_lazy("Ngày sinh (không bắt buộc)"), required=False)
    owner_address = line(gettext_lazy("Địa chỉ (không bắt buộc)"))
    submitter_name = line(gettext_lazy("Họ tên người nộp"), most=120)
    submitter_phone = line(gettext_lazy("Điện thoại người nộp"), most=20)
    submitter_number = line(gettext_lazy("Số định danh người nộp"), most=20)
    delivery = forms.ChoiceField(
        label=gettext_lazy("Nhận kết quả ở đâu"),
        choices=[],
        error_messages={"required": gettext_lazy("Chọn nơi nhận kết quả")},
    )
    delivery_address = line(gettext_lazy("Địa chỉ nhận qua bưu chính"))
    delivery_agency = forms.ChoiceField(label=gettext_lazy("Quầy sẽ đến nhận"), required=False, choices=[])
    note = line(gettext_lazy("Ghi chú (không bắt buộc)"), most=2000)

    def __init__(self, *args: Any, counters: list[Agency], asks_term: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"token": new_id(), "channel": Channel.COUNTER, "delivery": Delivery.COUNTER} | kwargs.get(
            "initial", {}
        )
        super().__init__(*args, **kwargs)
        self.counters, self.asks_term = {str(agency.pk): agency for agency in counters}, asks_term
        ways = [Delivery.COUNTER, *([Delivery.OTHER_COUNTER] if counters else []), Delivery.POST]
        self.fields["delivery"].choices = [(way.value, way.label) for way in ways]  # type: ignore[attr-defined]
        self.fields["delivery_agency"].choices = [  # type: ignore[attr-defined]
            ("", _("Chọn quầy")),
            *((key, agency.name) for key, agency in self.counters.items()),
        ]

    @classmethod
    def reopened(cls, post: Any, **kwargs: Any) -> "ReceiveForm":
        """The form with everything typed so far, not judged yet."""
        blank = cls(**kwargs)
        typed = {
            name: value
            for name, one in blank.fields.items()
            if (value := one.widget.value_from_datadict(post, {}, name)) is not None
        }
        return cls(initial=typed, **kwargs)

    def _read(self, name: str, read: Any) -> str:
        typed = self.cleaned_data[name]
        return read(typed) if typed else ""

    def clean_owner_name(self) -> str:
        """Spaces and letters in one form."""
        return self._read("owner_name", read_name)

    def clean_submitter_name(self) -> str:
        """As the owner's."""
        return self._read("submitter_name", read_name)

    def clean_owner_phone(self) -> str:
        """As E.164."""
        return self._read("owner_phone", read_phone)

    def clean_submitter_phone(self) -> str:
        """As E.164."""
        return self._read("submitter_phone", read_phone)

    def clean_owner_number(self) -> str:
        """Twelve or nine digits."""
        return self._read("owner_number", read_id_number)

    def clean_submitter_number(self) -> str:
        """Twelve or nine digits."""
        return self._read("submitter_number", read_id_number)

    def clean(self) -> dict[str, Any]:
        """What the fields owe to each other."""
        cleaned = super().clean() or {}
        cleaned["token"] = cleaned.get("token") or new_id()
        self._check_people(cleaned)
        self._check_delivery(cleaned)
        cleaned["term"] = self.read_term(cleaned) if self.asks_term else None
        return cleaned

    def _check_people(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("owner_name") and "owner_name" not in self.errors:
            self.add_error("owner_name", _("Ghi họ tên chủ hồ sơ"))
        if not (cleaned.get("owner_number") or cleaned.get("owner_without") or "owner_number" in self.errors):
            self.add_error("owner_number", _("Ghi số định danh, hoặc chọn vì sao không có số"))
        if cleaned.get("owner_number") and cleaned.get("owner_without"):
            self.add_error("owner_without", _("Đã ghi số định danh thì chọn “Có số, ghi ở trên”"))
        named = cleaned.get("submitter_name") or "submitter_name" in self.errors
        if (cleaned.get("submitter_phone") or cleaned.get("submitter_number")) and not named:
            self.add_error("submitter_name", _("Ghi họ tên người nộp"))
        keys = ("submitter_phone", "submitter_number", "owner_phone", "owner_number")
        if not any(cleaned.get(name) or name in self.errors for name in keys):
            wanted = "submitter_phone" if named else "owner_phone"
            self.add_error(wanted, _("Ghi điện thoại hoặc số định danh; không có cả hai thì không tra cứu được hồ sơ"))

    def _check_delivery(self, cleaned: dict[str, Any]) -> None:
        way = cleaned.get("delivery")
        if way == Delivery.POST and not (cleaned.get("delivery_address") or "delivery_address" in self.errors):
            self.add_error("delivery_address", _("Ghi địa chỉ nhận kết quả qua bưu chính"))
        if way == Delivery.OTHER_COUNTER and not cleaned.get("delivery_agency"):
            self.add_error("delivery_agency", _("Chọn quầy sẽ đến nhận"))

    def owner(self) -> Person:
        """The owner as written down."""
        told = self.cleaned_data
        return Person(
            name=told["owner_name"],
            phone=told["owner_phone"],
            id_number=told["owner_number"],
            id_kind=told["owner_without"],
            address=told["owner_address"],
            birth_on=told["owner_birth"],
        )

    def submitter(self) -> Person | None:
        """Somebody else than the owner, if one was named."""
        told = self.cleaned_data
        if not told["submitter_name"]:
            return None
        return Person(name=told["submitter_name"], phone=told["submitter_phone"], id_number=told["submitter_number"])

    def receiving(self) -> Receiving:
        """How the result reaches whom."""
        told, way = self.cleaned_data, self.cleaned_data["delivery"]
        return Receiving(
            delivery=way,
            address=told["delivery_address"] if way == Delivery.POST else "",
            agency=self.counters.get(told["delivery_agency"]) if way == Delivery.OTHER_COUNTER else None,
        )
