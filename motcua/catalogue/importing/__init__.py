"""Reads the national catalogue; what it does not understand stays text with a flag, never a guess."""

from .reader import Summary, import_procedures

__all__ = ["Summary", "import_procedures"]
