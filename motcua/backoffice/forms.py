"""What a letterhead asks for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.common.paper_text import PaperText
from motcua.documents import storing
from motcua.documents.letterheads import Look
from motcua.documents.models import Letterhead, LetterheadState
from motcua.documents.places import PLACES, unknown_places
from motcua.eforms.typed import clean

PICTURES = frozenset({"image/png", "image/jpeg"})
MOST_LOGO = 200_000  # bytes; it goes into every paper
MOST_SIDE = 4000  # pixels; a PNG of 75 kB may unfold to a gigabyte


class LetterheadForm(forms.Form):
    """The lines of the heading, the signer's title, the paragraph, the logo; what is empty is as shipped."""

    use_required_attribute = False
    parent = PaperText(label=gettext_lazy("Cơ quan cấp trên"), required=False, max_length=160)
    heading = PaperText(label=gettext_lazy("Tên cơ quan trên giấy"), required=False, max_length=160)
    signer_title = PaperText(label=gettext_lazy("Chức danh người ký"), required=False, max_length=80)
    paragraph = PaperText(
        label=gettext_lazy("Đoạn thêm ở cuối giấy"), required=False, max_length=2000, widget=forms.Textarea
    )
    logo = forms.FileField(
        label=gettext_lazy("Biểu trưng"),
        required=False,
        error_messages={"empty": gettext_lazy("Tệp này trống. Mở thử trên máy rồi chọn lại")},
    )
    drop_logo = forms.BooleanField(label=gettext_lazy("Bỏ biểu trưng đang dùng"), required=False)
    by_hand = forms.BooleanField(
        label=gettext_lazy("Ký tay: in ra, ký, đóng dấu rồi ghi người ký vào hệ thống"), required=False
    )

    def __init__(self, data: Any, files: Any, *, now: Letterhead | None) -> None:
        names = ("parent", "heading", "signer_title", "paragraph", "by_hand")
        super().__init__(data, files, initial={name: getattr(now, name) for name in names} if now else None)
        self.now = now
        self.fields["paragraph"].help_text = _("Chỗ thay bằng dữ liệu: %(places)s") % {
            "places": ", ".join(f"{{{name}}} ({told})" for name, told in PLACES.items())
        }
        if now is None or now.logo is None:
            del self.fields["drop_logo"]

    def clean_paragraph(self) -> str:
        """Every place in it is one of ours; else which line has another."""
        typed: str = self.cleaned_data["paragraph"]
        for line, name in unknown_places(typed):
            known = ", ".join(f"{{{one}}}" for one in PLACES)
            raise forms.ValidationError(
                _("Dòng %(line)s: không có chỗ tên {%(name)s}. Dùng được: %(known)s")
                % {"line": line, "name": name[:40], "known": known}
            )
        return typed

    def clean_logo(self) -> "UploadedFile[bytes] | None":
        """A small PNG or JPEG, by its content."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["logo"]
        if upload is None:
            return None
        if (upload.size or 0) > MOST_LOGO:
            raise forms.ValidationError(_("Biểu trưng tối đa 200 kB. Thu nhỏ ảnh rồi chọn lại"))
        try:
            found = storing.judge(upload)
        except storing.Unacceptable as refused:
            raise forms.ValidationError(refused.message) from refused
        if found not in PICTURES:
            raise forms.ValidationError(_("Biểu trưng là ảnh PNG hoặc JPEG"))
        if found == "image/png" and max(_sides(upload)) > MOST_SIDE:
            raise forms.ValidationError(_("Ảnh rộng và cao tối đa 4000 điểm. Thu nhỏ ảnh rồi chọn lại"))
        return upload

    def look(self) -> Look:
        """What was typed, without the logo, which the view keeps."""
        told = self.cleaned_data
        return Look(**{name: told[name] for name in ("parent", "heading", "signer_title", "paragraph", "by_hand")})


def _sides(upload: "UploadedFile[bytes]") -> tuple[int, int]:
    """Width and height, which every PNG begins with."""
    upload.seek(16)
    told = upload.read(8).ljust(8, b"\0")
    return int.from_bytes(told[:4]), int.from_bytes(told[4:])


class PreviewForm(forms.Form):
    """Whose paper to draw, and under which version: one of those that were drawn well."""

    use_required_attribute = False
    version = forms.ChoiceField(
        label=gettext_lazy("Bản"), error_messages={"invalid_choice": gettext_lazy("Chọn một bản trong danh sách")}
    )
    code = forms.CharField(
        label=gettext_lazy("Mã hồ sơ"), max_length=40, error_messages={"required": gettext_lazy("Ghi mã hồ sơ")}
    )

    def __init__(self, data: Any, *, versions: Iterable[Letterhead]) -> None:
        super().__init__(data)
        self.drawn = {str(one.number): one for one in versions if one.state == LetterheadState.IN_FORCE}
        choices = [(number, _("Bản %(number)s") % {"number": number}) for number in self.drawn]
        self.fields["version"].choices = choices  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """The code without what slips in when it is copied."""
        return clean(self.cleaned_data["code"])

    def letterhead(self) -> Letterhead:
        """The version that was chosen."""
        return self.drawn[self.cleaned_data["version"]]
