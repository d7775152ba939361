"""Stored files, and the papers an agency issues."""

from .blank import BlankForm
from .paper import IssuedPaper, PaperCounter, PaperState
from .stored_file import ScanState, StoredFile

__all__ = ["BlankForm", "IssuedPaper", "PaperCounter", "PaperState", "ScanState", "StoredFile"]
