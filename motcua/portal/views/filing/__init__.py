"""Filing on line: what to have ready, where, the form, the papers, the review, handing in."""

from .handing_in import review
from .papers import draft_file, papers
from .printing import print_form
from .renewing import renew
from .sections import discard, section
from .starting import place, prepare

__all__ = ["discard", "draft_file", "papers", "place", "prepare", "print_form", "renew", "review", "section"]
