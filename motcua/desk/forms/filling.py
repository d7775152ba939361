"""A result from a template: what the dossier knows stands there, what is the officer's is written, and looked at."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.common.paper_text import PaperText
from motcua.dossiers.actions import Prepared
from motcua.dossiers.models import Dossier
from motcua.dossiers.results import (
    TEMPLATES,
    ResultTemplate,
    Slot,
    body_of,
    is_open,
    known_values,
    marked_ever,
    templates_for,
)
from motcua.eforms.typed import clean, one_line

from .acting import ActForm, add_reply, text

LINE, TEXT = 300, 2000


def template_of(dossier: Dossier) -> ResultTemplate | None:
    """The template of the result there is, else the first that fits the procedure."""
    if dossier.has_result() and dossier.result.template:
        return TEMPLATES[dossier.result.template]
    return next(iter(templates_for(dossier.procedure.code)), None)


class FillForm(ActForm):
    """The values of a template: `locked` are the person's own words, which only a supplement changes."""

    page = "desk/fill.html"
    look_page = "desk/fill_look.html"
    all_open = False

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        self.template = template_of(dossier)
        slots = self.template.slots if self.template else ()
        known = known_values(self.template, dossier) if self.template else {}
        kept = dossier.result.values if dossier.has_result() and dossier.result.template else {}
        marked = marked_ever(dossier)
        opened = {slot.key for slot in slots if self._opens(slot, known, marked)}
        self.values = known | {key: value for key, value in kept.items() if key in opened}
        kwargs["initial"] = {**self.values, **(kwargs.get("initial") or {})}
        super().__init__(*args, dossier=dossier, **kwargs)
        draft = dossier.result_drafts.first()
        self.locked = [(slot.label, known[slot.key]) for slot in slots if slot.key not in opened]
        doubted = frozenset(draft.marks if draft is not None and draft.is_contested else ())
        self.fields |= {slot.key: _field(slot, doubted) for slot in slots if slot.key in opened}
        if not self.all_open:
            add_reply(self, draft)

    def _opens(self, slot: Slot, known: dict[str, str], marked: frozenset[str]) -> bool:
        return self.all_open or is_open(slot, known, marked)

    def clean(self) -> dict[str, Any]:
        """Every value in one piece, and the paper as it will be."""
        cleaned = super().clean() or {}
        if self.template is None:
            self.add_error(None, _("Thủ tục này không có mẫu kết quả"))
            return cleaned
        typed = {slot.key: cleaned[slot.key] for slot in self.template.slots if slot.key in cleaned}
        values = {key: value for key, value in {**self.values, **typed}.items() if value}
        self.blocks = body_of(self.template, values)
        return {"prepared": Prepared(template=self.template.code, values=values, reply=cleaned.get("reply", ""))}


class RefillForm(FillForm):
    """A new result in the place of a drawn one that was wrong: every value is open, and why is said."""

    all_open = True
    reason = text(gettext_lazy("Sai ở đâu"), gettext_lazy("Ghi sai ở đâu; người nộp đọc được"), long=True, most=2000)

    def clean(self) -> dict[str, Any]:
        """The new values and the reason."""
        reason = self.cleaned_data.get("reason", "")
        return super().clean() | ({} if self.errors else {"reason": reason})


class SlotField(PaperText):
    """Words of a slot: one line, or several where the slot is long."""

    def clean(self, value: Any) -> str:
        """The words in one form.

        :raises forms.ValidationError: too long, missing, or a sign that no paper shows.
        """
        typed = clean(str(value or ""))
        return super().clean(typed if isinstance(self.widget, forms.Textarea) else one_line(typed))


def _field(slot: Slot, marked: frozenset[str]) -> SlotField:
    return SlotField(
        label=slot.label if not slot.empty else _("%(label)s (không bắt buộc)") % {"label": slot.label},
        required=not slot.empty,
        max_length=TEXT if slot.long else LINE,
        widget=forms.Textarea(attrs={"rows": 2}) if slot.long else forms.TextInput,
        help_text=_("Người nộp báo chỗ này chưa đúng") if slot.key in marked else "",
        error_messages={"required": _("Ghi: %(label)s") % {"label": slot.label.lower()}},
    )
