"""Finding a procedure, reading everything about it, printing the blank general application."""

from .blank import blank_form, blank_general
from .detail import procedure
from .results import search

__all__ = ["blank_form", "blank_general", "procedure", "search"]
