"""Finding a procedure, reading everything about it, printing the blank general application."""

from .blank import blank_form, blank_general
from .browsing import by_agency, by_field, life_event, life_events
from .detail import preview, procedure, qr
from .results import search, suggest

__all__ = [
    "blank_form",
    "blank_general",
    "by_agency",
    "by_field",
    "life_event",
    "life_events",
    "preview",
    "procedure",
    "qr",
    "search",
    "suggest",
]
