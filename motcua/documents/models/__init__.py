"""Stored files, and the papers an agency issues."""

from .blank import BlankForm
from .letterhead import ConfirmedTemplate, Letterhead, LetterheadState
from .paper import IssuedPaper, PaperCounter, PaperState, new_typed
from .stored_file import ScanState, StoredFile

__all__ = [
    "BlankForm",
    "ConfirmedTemplate",
    "IssuedPaper",
    "Letterhead",
    "LetterheadState",
    "PaperCounter",
    "PaperState",
    "ScanState",
    "StoredFile",
    "new_typed",
]
