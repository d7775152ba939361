"""What is asked of a paper, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Channel
from .pages import PaperPage


def note_of(paper: PaperPage, *, with_condition: bool = True) -> str:
    """How many of which kind, when, and what makes it unnecessary."""
    parts = [_counts(paper)]
    if paper.when and with_condition:
        parts.append(_("Chỉ khi: %(when)s") % {"when": begun_small(paper.when)})
    if paper.channels:
        ways = ", ".join(begun_small(str(Channel(channel).label)) for channel in paper.channels)
        parts.append(_("Khi nộp %(ways)s") % {"ways": ways})
    if paper.replaced_by:
        parts.append(paper.replaced_by)
    return ". ".join(part for part in parts if part)


def _counts(paper: PaperPage) -> str:
    told = [
        ngettext("%(n)s bản chính", "%(n)s bản chính", paper.originals) % {"n": paper.originals}
        if paper.originals
        else "",
        ngettext("%(n)s bản sao chứng thực", "%(n)s bản sao chứng thực", paper.certified) % {"n": paper.certified}
        if paper.certified
        else "",
        ngettext("%(n)s bản sao", "%(n)s bản sao", paper.copies) % {"n": paper.copies} if paper.copies else "",
    ]
    return ", ".join(one for one in told if one)


def begun_small(text: str) -> str:
    """A sentence continued: its first letter small, unless it begins a name or a number."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
