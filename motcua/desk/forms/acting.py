"""What an action on a dossier asks of the officer: reasons, terms, results, who collects."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.numbers import read_id_number, read_name
from motcua.catalogue.models import TimeUnit
from motcua.common import words
from motcua.common.dates_typed import DateTypedField, DateTypedInput
from motcua.common.paper_text import PaperText
from motcua.dossiers.actions import Collected, Prepared, Term
from motcua.dossiers.checks import newer_version
from motcua.dossiers.models import Dossier, ResultDraft
from motcua.dossiers.states import Delivery, PartyRole

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

UNITS = [
    ("", gettext_lazy("Chọn đơn vị")),
    (TimeUnit.WORKING_DAY.value, gettext_lazy("ngày làm việc")),
    (TimeUnit.HOUR.value, gettext_lazy("giờ làm việc")),
    (TimeUnit.DAY.value, gettext_lazy("ngày, tính cả ngày nghỉ")),
    (TimeUnit.MONTH.value, gettext_lazy("tháng")),
    (TimeUnit.SAME_DAY.value, gettext_lazy("trong ngày")),
    (TimeUnit.NO_DATE.value, gettext_lazy("không hẹn ngày trả")),
]
WITHOUT_AMOUNT = {TimeUnit.SAME_DAY, TimeUnit.NO_DATE}
MOST_AMOUNT = 365


def text(label: "str | _StrPromise", missing: "str | _StrPromise", *, long: bool = False, most: int = 240) -> PaperText:
    """A required line, or several."""
    widget = forms.Textarea if long else forms.TextInput
    return PaperText(label=label, max_length=most, widget=widget, error_messages={"required": missing})


class TermFields(forms.Form):
    """The term that the officer states where the procedure has none (amount, unit, ground)."""

    term_amount = forms.IntegerField(
        label=gettext_lazy("Thời hạn"),
        required=False,
        min_value=1,
        max_value=MOST_AMOUNT,
        widget=forms.TextInput,
        error_messages={
            "invalid": gettext_lazy("Ghi thời hạn bằng số. Ví dụ: 5"),
            "min_value": gettext_lazy("Thời hạn từ 1 trở lên"),
            "max_value": gettext_lazy("Thời hạn tối đa là 365"),
        },
    )
    term_unit = forms.ChoiceField(label=gettext_lazy("Đơn vị"), required=False, choices=UNITS)
    term_ground = PaperText(label=gettext_lazy("Căn cứ của thời hạn"), required=False, max_length=240)

    def read_term(self, cleaned: dict[str, Any]) -> Term | None:
        """The term as stated; what is missing is told beside its field."""
        unit, amount, ground = (cleaned.get(name) for name in ("term_unit", "term_amount", "term_ground"))
        if not unit:
            self.add_error("term_unit", _("Chọn đơn vị của thời hạn"))
        elif unit not in WITHOUT_AMOUNT and not amount and "term_amount" not in self.errors:
            self.add_error("term_amount", _("Ghi thời hạn bằng số. Ví dụ: 5"))
        if not ground and "term_ground" not in self.errors:
            self.add_error("term_ground", _("Ghi văn bản làm căn cứ, ví dụ số quyết định"))
        return None if self.errors else Term(None if unit in WITHOUT_AMOUNT else amount, unit or "", ground or "")


class ActForm(forms.Form):
    """Asks nothing: one press is enough. `page` shows the form, `look_page` what it will say before it is said."""

    use_required_attribute = False
    page = "desk/act.html"
    look_page = ""

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier = dossier
        # What was kept as typed has a date in three parts.
        dates = [name for name, field in self.fields.items() if isinstance(field, DateTypedField)]
        for name in dates:
            if parts := DateTypedInput().value_from_datadict(self.initial, {}, name):
                self.initial = {**self.initial, name: parts}


def add_reply(form: ActForm, draft: ResultDraft | None) -> None:
    """Where the person called the draft wrong: why the office keeps what it wrote, if it does."""
    if draft is not None and draft.is_contested:
        form.fields["reply"] = PaperText(
            label=_("Nếu giữ nguyên: vì sao (không bắt buộc)"),
            help_text=_("Người nộp báo chưa đúng: %(what)s. Sửa thì họ được xem lại; giữ nguyên thì họ đọc lý do này")
            % {"what": "; ".join([*draft.labels_marked, *filter(None, [draft.remark])])},
            required=False,
            max_length=2000,
            widget=forms.Textarea,
        )


class AcceptForm(ActForm, TermFields):
    """Accepting asks for the term where the procedure states none, and why the old rules hold where new ones came."""

    transition = text(
        gettext_lazy("Căn cứ làm tiếp theo quy định lúc nộp"),
        gettext_lazy("Ghi điều khoản chuyển tiếp, hoặc văn bản cho làm theo quy định lúc nộp"),
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(*args, dossier=dossier, **kwargs)
        newer = newer_version(dossier)
        if newer is None or newer.rules.transition == "old":
            del self.fields["transition"]
        else:
            self.fields["transition"].help_text = _("Thủ tục có quy định mới từ %(day)s") % {
                "day": words.date_only(newer.in_force_from)
            }
        if dossier.term_unit:
            for name in ("term_amount", "term_unit", "term_ground"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The term in one piece."""
        cleaned = super().clean() or {}
        term = self.read_term(cleaned) if "term_unit" in self.fields else None
        return {"term": term, "transition": cleaned.get("transition", "")}


class RefuseForm(ActForm):
    """Why the dossier is not accepted, for the person, and by which article."""

    reason = text(gettext_lazy("Lý do"), gettext_lazy("Ghi lý do để người nộp biết phải sửa gì"), long=True, most=2000)
    ground = text(gettext_lazy("Căn cứ pháp lý"), gettext_lazy("Ghi điều, khoản và số văn bản"))


class SendBackForm(ActForm):
    """What the stage before has to look at again."""

    reason = text(
        gettext_lazy("Lý do"), gettext_lazy("Ghi lý do để bước trước biết phải xem lại gì"), long=True, most=2000
    )


class HandOverForm(ActForm):
    """A word to the next stage, if there is one to say."""

    note = PaperText(
        label=gettext_lazy("Lời nhắn cho bước sau (không bắt buộc)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
    )


class ConfirmForm(ActForm):
    """A press on a page that shows what is agreed to."""


class ResultForm(ActForm):
    """The result: number, date, and its file or why there is none."""

    number = text(gettext_lazy("Số của kết quả"), gettext_lazy("Ghi số của kết quả. Ví dụ: 15/2026"), most=60)
    dated_on = DateTypedField(
        label=gettext_lazy("Ngày của kết quả"),
        error_messages={"required": gettext_lazy("Ghi ngày của kết quả")},
    )
    upload = forms.FileField(
        label=gettext_lazy("Tải tệp lên"),
        required=False,
        error_messages={"empty": gettext_lazy("Tệp này trống. Mở thử trên máy rồi chọn lại")},
    )
    no_file_reason = PaperText(
        label=gettext_lazy("Vì sao không có tệp"),
        required=False,
        max_length=240,
        help_text=gettext_lazy("Chỉ ghi khi kết quả không có tệp. Ví dụ: bản giấy trao tại quầy"),
    )

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        if dossier.has_result() and not dossier.result.template:
            result = dossier.result
            kept = {"number": result.number, "dated_on": result.dated_on, "no_file_reason": result.no_file_reason}
            kwargs.setdefault("initial", kept)
        super().__init__(*args, dossier=dossier, **kwargs)
        add_reply(self, dossier.result_drafts.first())

    def clean(self) -> dict[str, Any]:
        """A file, now or before, or a reason."""
        cleaned = super().clean() or {}
        kept = self.dossier.has_result() and self.dossier.result.file_id
        said = cleaned.get("upload") or cleaned.get("no_file_reason") or kept
        if not (said or {"upload", "no_file_reason"} & set(self.errors)):
            self.add_error("upload", _("Tải tệp kết quả lên, hoặc ghi vì sao không có tệp"))
        if self.errors:
            return cleaned
        names = ("number", "dated_on", "upload", "no_file_reason")
        return {"prepared": Prepared(**{name: cleaned[name] for name in names}, reply=cleaned.get("reply", ""))}


class CollectForm(ActForm):
    """Who collects at a counter, or the number under which the post took it over."""

    collector = text(gettext_lazy("Họ tên người đến nhận"), gettext_lazy("Ghi họ tên người đến nhận"), most=120)
    collector_id = forms.CharField(
        label=gettext_lazy("Số định danh người đến nhận"),
        max_length=20,
        help_text=gettext_lazy("12 chữ số, xem trên thẻ người đến nhận đưa ra"),
        error_messages={"required": gettext_lazy("Ghi số giấy tờ của người đến nhận")},
    )
    originals_seen = forms.BooleanField(
        label=gettext_lazy("Đã xem bản chính giấy tờ của người đến nhận và giấy tờ phải xuất trình"),
        error_messages={"required": gettext_lazy("Xem bản chính giấy tờ của người đến nhận trước khi trao")},
    )
    post_number = text(gettext_lazy("Số hiệu bưu gửi"), gettext_lazy("Ghi số hiệu bưu gửi"), most=40)

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        recipients = [party for party in dossier.parties.all() if party.role == PartyRole.RECIPIENT]
        kwargs.setdefault("initial", {"collector": recipients[0].name if recipients else ""})
        super().__init__(*args, dossier=dossier, **kwargs)
        asked = {Delivery.POST: {"post_number"}, Delivery.ONLINE: set()}
        for name in set(self.fields) - asked.get(
            Delivery(dossier.delivery), {"collector", "collector_id", "originals_seen"}
        ):
            del self.fields[name]

    def clean_collector(self) -> str:
        """The name in one form."""
        return read_name(self.cleaned_data["collector"])

    def clean_collector_id(self) -> str:
        """Twelve or nine digits, if any."""
        typed = self.cleaned_data["collector_id"]
        return read_id_number(typed) if typed else ""

    def clean(self) -> dict[str, Any]:
        """Who collected, in one piece."""
        cleaned = super().clean() or {}
        return {
            "collected": Collected(
                name=cleaned.get("collector", ""),
                id_number=cleaned.get("collector_id", ""),
                post_number=cleaned.get("post_number", ""),
                originals_seen=bool(cleaned.get("originals_seen")),
            )
        }
