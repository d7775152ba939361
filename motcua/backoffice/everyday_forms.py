"""Forms of everyday words and life events."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.catalogue.finding.spelling import words_of
from motcua.catalogue.models import LifeEvent, SayingKind
from motcua.catalogue.queries import listed


class SayingForm(forms.Form):
    """What people say and what the catalogue calls it."""

    use_required_attribute = False
    said = forms.CharField(
        label=gettext_lazy("Người dân nói"),
        max_length=120,
        error_messages={"required": gettext_lazy("Ghi lời người dân nói")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Dùng thế nào"),
        choices=SayingKind.choices,
        error_messages={
            "invalid_choice": gettext_lazy("Chọn một cách dùng"),
            "required": gettext_lazy("Chọn một cách dùng"),
        },
    )
    means = forms.CharField(
        label=gettext_lazy("Danh mục gọi là"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Chữ có trong tên thủ tục, hoặc mã thủ tục. Bỏ trống khi là lời bỏ qua"),
    )
    keeps = forms.BooleanField(label=gettext_lazy("Vẫn tìm cả chữ đã nói"), required=False)

    def clean_said(self) -> str:
        """At least one word, at most seven."""
        words = words_of(self.cleaned_data["said"])
        if not words or len(words) > 7:
            raise forms.ValidationError(_("Ghi từ một đến bảy chữ"))
        return " ".join(words)

    def clean(self) -> dict[str, Any]:
        """What means something says what."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") in (SayingKind.MEANS, SayingKind.SHORT) and not words_of(cleaned.get("means", "")):
            self.add_error("means", _("Ghi danh mục gọi là gì"))
        if cleaned.get("kind") == SayingKind.SHORT and len(words_of(cleaned.get("said", ""))) > 1:
            self.add_error("said", _("Viết tắt chỉ là một chữ"))
        return cleaned


class LifeEventForm(forms.Form):
    """Something that happens in a life and what it calls for."""

    use_required_attribute = False
    slug = forms.SlugField(
        label=gettext_lazy("Đường dẫn"),
        max_length=40,
        help_text=gettext_lazy("Chữ thường không dấu, nối bằng gạch, ví dụ sinh-con"),
        error_messages={
            "required": gettext_lazy("Ghi đường dẫn"),
            "invalid": gettext_lazy("Chỉ dùng chữ thường không dấu, số và gạch nối"),
        },
    )
    name = forms.CharField(
        label=gettext_lazy("Tên"), max_length=80, error_messages={"required": gettext_lazy("Ghi tên")}
    )
    summary = forms.CharField(
        label=gettext_lazy("Một câu nói gồm những gì"),
        max_length=240,
        error_messages={"required": gettext_lazy("Ghi một câu")},
    )
    position = forms.IntegerField(
        label=gettext_lazy("Thứ tự"),
        min_value=0,
        max_value=999,
        error_messages={
            "required": gettext_lazy("Ghi thứ tự bằng số"),
            "invalid": gettext_lazy("Ghi thứ tự bằng số"),
            "max_value": gettext_lazy("Ghi số từ 0 đến 999"),
            "min_value": gettext_lazy("Ghi số từ 0 đến 999"),
        },
    )
    codes = forms.CharField(
        label=gettext_lazy("Mã các thủ tục, theo thứ tự nên làm"),
        widget=forms.Textarea,
        help_text=gettext_lazy("Mỗi dòng một mã"),
        error_messages={"required": gettext_lazy("Ghi ít nhất một mã")},
    )

    def __init__(self, data: Any = None, *, event: LifeEvent | None = None) -> None:
        told = {name: getattr(event, name) for name in ("slug", "name", "summary", "position")} if event else {}
        super().__init__(data, initial=told | ({"codes": "\n".join(event.codes)} if event else {}))

    def clean_codes(self) -> list[str]:
        """Codes of procedures in force, each once."""
        codes = list(dict.fromkeys(self.cleaned_data["codes"].split()))
        known = {row.code for row in listed(codes)}
        unknown = [code for code in codes if code not in known]
        if unknown:
            raise forms.ValidationError(
                _("Không có thủ tục đang có hiệu lực: %(codes)s") % {"codes": ", ".join(unknown)}
            )
        return codes
