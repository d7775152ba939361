"""What delays, ends, waits and reversals ask of the officer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from motcua.agencies import queries as agencies
from motcua.common.dates_typed import DateTypedField
from motcua.common.paper_text import PaperText
from motcua.dossiers.checks.ending import MOST_EXTENSION
from motcua.dossiers.models import Dossier
from motcua.payments.actions import Line
from motcua.payments.models import ChargeKind

from .acting import ActForm, ResultForm, text

MOST_MONEY = 10**12
WHOLE = {
    "invalid": gettext_lazy("Ghi bằng số. Ví dụ: 5"),
    "min_value": gettext_lazy("Ghi số từ 1 trở lên"),
}


class GroundForm(ActForm):
    """Why, for the person, and by which article."""

    reason = text(gettext_lazy("Lý do"), gettext_lazy("Ghi lý do để người nộp hiểu"), long=True, most=2000)
    ground = text(gettext_lazy("Căn cứ pháp lý"), gettext_lazy("Ghi điều, khoản và số văn bản"))


class MistakeForm(ActForm):
    """What was wrong, and is put right."""

    reason = text(gettext_lazy("Sai ở đâu"), gettext_lazy("Ghi sai ở đâu; người nộp đọc được"), long=True, most=2000)


class UndoReturnForm(MistakeForm):
    """The same, and that nobody outside holds the result."""

    still_here = forms.BooleanField(
        label=gettext_lazy("Kết quả còn ở cơ quan, chưa ai cầm"),
        error_messages={"required": gettext_lazy("Xác nhận kết quả còn ở cơ quan, chưa ai cầm")},
    )


class ExtendForm(ActForm):
    """By how many working days, and why."""

    days = forms.IntegerField(
        label=gettext_lazy("Gia hạn thêm (ngày làm việc)"),
        min_value=1,
        max_value=MOST_EXTENSION,
        widget=forms.TextInput,
        error_messages={
            "required": gettext_lazy("Ghi số ngày làm việc gia hạn, từ 1 đến 30"),
            "max_value": gettext_lazy("Ghi số ngày làm việc gia hạn, từ 1 đến 30"),
            **WHOLE,
        },
    )
    reason = text(gettext_lazy("Lý do"), gettext_lazy("Ghi lý do để người nộp hiểu"), long=True, most=2000)


class ApologiseForm(ActForm):
    """When the result is expected, and why it is late."""

    expected_on = DateTypedField(
        label=gettext_lazy("Ngày dự kiến có kết quả"),
        error_messages={"required": gettext_lazy("Ghi ngày dự kiến có kết quả, sau hôm nay")},
    )
    reason = text(gettext_lazy("Vì sao trễ"), gettext_lazy("Ghi vì sao trễ, để người nộp hiểu"), long=True, most=2000)


class RedirectForm(ActForm):
    """Which body resolves it, and why it was the wrong one."""

    agency = forms.ChoiceField(
        label=gettext_lazy("Cơ quan giải quyết"),
        error_messages={
            "required": gettext_lazy("Chọn cơ quan khác sẽ giải quyết hồ sơ"),
            "invalid_choice": gettext_lazy("Chọn cơ quan khác sẽ giải quyết hồ sơ"),
        },
    )
    reason = text(gettext_lazy("Lý do"), gettext_lazy("Ghi lý do để người nộp hiểu"), long=True, most=2000)

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, dossier=dossier, **kwargs)
        self.others = {
            str(agency.pk): agency
            for agency in agencies.same_province(dossier.resolving)
            if agency.pk != dossier.resolving_agency_id
        }
        chosen = [("", str(gettext_lazy("Chọn cơ quan")))] + [(pk, one.name) for pk, one in self.others.items()]
        self.fields["agency"].choices = chosen  # type: ignore[attr-defined]

    def clean_agency(self) -> object:
        """The agency itself."""
        return self.others[self.cleaned_data["agency"]]


class AskFeeForm(ActForm):
    """A further amount, if there is one, and the ground; without an amount what is owed already is asked for."""

    label = PaperText(label=gettext_lazy("Khoản phải nộp"), required=False, max_length=240)
    amount = forms.IntegerField(
        label=gettext_lazy("Số tiền (đồng)"),
        required=False,
        min_value=1,
        max_value=MOST_MONEY,
        widget=forms.TextInput,
        help_text=gettext_lazy("Để trống nếu chỉ đòi khoản đã ghi trong hồ sơ"),
        error_messages=WHOLE,
    )
    ground = text(gettext_lazy("Căn cứ pháp lý"), gettext_lazy("Ghi điều, khoản và số văn bản"))

    def clean(self) -> dict[str, Any]:
        """The lines to charge, and the ground."""
        cleaned = super().clean() or {}
        amount, label = cleaned.get("amount"), cleaned.get("label", "")
        if label and not amount and "amount" not in self.errors:
            self.add_error("amount", str(gettext_lazy("Ghi số tiền của khoản này")))
        lines = [Line(kind=ChargeKind.CHARGE, amount=amount, label=label)] if amount else []
        return {"lines": lines, "ground": cleaned.get("ground", "")}


class AskAgencyForm(ActForm):
    """Whom one asks, and by which article."""

    whom = text(gettext_lazy("Cơ quan được hỏi"), gettext_lazy("Ghi cơ quan được hỏi ý kiến"))
    ground = text(gettext_lazy("Căn cứ pháp lý"), gettext_lazy("Ghi điều, khoản và số văn bản"))


class NoteForm(ActForm):
    """A word, if there is one to say."""

    note = PaperText(
        label=gettext_lazy("Ghi chú (không bắt buộc)"), required=False, max_length=2000, widget=forms.Textarea
    )


class ReplaceResultForm(ResultForm):
    """The new result, and what was wrong with the old one."""

    reason = text(gettext_lazy("Sai ở đâu"), gettext_lazy("Ghi sai ở đâu; người nộp đọc được"), long=True, most=2000)

    def clean(self) -> dict[str, Any]:
        """The new result in one piece; the old file does not serve again."""
        typed = dict(self.cleaned_data)
        cleaned = super().clean()
        said = typed.get("upload") or typed.get("no_file_reason")
        if not (said or {"upload", "no_file_reason"} & set(self.errors)):
            self.add_error("upload", str(gettext_lazy("Tải tệp kết quả mới lên, hoặc ghi vì sao không có tệp")))
        return cleaned | {"reason": typed.get("reason", "")} if not self.errors else cleaned
