"""What is looked for in the register of issued papers, and why a paper is taken out of force or issued anew."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.common.paper_text import PaperText
from motcua.documents.kinds import KINDS
from motcua.dossiers.actions.reissuing import SHORTEST_REASON
from motcua.dossiers.queries import Asked
from motcua.eforms.typed import clean

from ..paper_words import STATES

NOT_LISTED = "blank"  # the blank forms of procedures belong to no agency
MOST_REASON = 240


class FindForm(forms.Form):
    """Words, kind, state and year; each may stay empty."""

    use_required_attribute = False

    q = forms.CharField(
        label=gettext_lazy("Số giấy hoặc mã hồ sơ"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Ví dụ: 12, 12/TNHT 2026, 261109-0001"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại giấy"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)
    year = forms.IntegerField(
        label=gettext_lazy("Năm"),
        required=False,
        min_value=2000,
        max_value=9999,
        widget=forms.TextInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), gettext_lazy("Ghi năm bằng 4 chữ số")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.code, kind.name) for kind in KINDS.values() if kind.code != NOT_LISTED]
        self.fields["kind"].choices = [("", _("Mọi loại")), *kinds]  # type: ignore[attr-defined]
        states = [(key, str(told.word)) for key, told in STATES.items()]
        self.fields["state"].choices = [("", _("Mọi tình trạng")), *states]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """Spaces and letters in one form."""
        return clean(self.cleaned_data["q"])

    def asked(self) -> Asked:
        """What was understood; what was not narrows nothing."""
        told = self.cleaned_data if self.is_valid() or self.is_bound else {}
        state = STATES.get(told.get("state", ""))
        return Asked(told.get("q", ""), told.get("kind", ""), state.state if state else "", told.get("year"))


class ReasonForm(forms.Form):
    """Why, in words that the holder of the paper reads."""

    use_required_attribute = False

    reason = PaperText(
        label=gettext_lazy("Lý do"),
        max_length=MOST_REASON,
        widget=forms.Textarea,
        help_text=gettext_lazy("Ai kiểm tra giấy cũng đọc được; đừng ghi điều riêng của ai"),
        error_messages={"required": gettext_lazy("Ghi lý do để người cầm giấy hiểu vì sao")},
    )

    def clean_reason(self) -> str:
        """At least a few letters."""
        reason = clean(self.cleaned_data["reason"])
        if sum(letter.isalpha() for letter in reason) < SHORTEST_REASON:
            raise ValidationError(_("Ghi lý do để người cầm giấy hiểu vì sao"), code="short")
        return reason
