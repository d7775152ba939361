"""Who signed a printed paper, and on which day."""

from django import forms
from django.utils.translation import gettext_lazy

from motcua.accounts.numbers import read_name
from motcua.common.dates_typed import DateTypedField
from motcua.common.paper_text import PaperText


class HandSigningForm(forms.Form):
    """The name as it stands on the paper, and the day."""

    use_required_attribute = False
    signer = PaperText(
        label=gettext_lazy("Họ tên người ký"),
        max_length=120,
        error_messages={"required": gettext_lazy("Ghi họ tên người ký")},
    )
    on = DateTypedField(label=gettext_lazy("Ngày ký"), error_messages={"required": gettext_lazy("Ghi ngày ký")})

    def clean_signer(self) -> str:
        """The name in one form."""
        return read_name(self.cleaned_data["signer"])
