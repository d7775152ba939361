"""Results drawn by the program: templates as data, and how the answers fill them."""

from .filling import body_of, is_open, is_stale, known_values, marked_ever
from .templates import TEMPLATES, ResultTemplate, Slot, templates_for

__all__ = [
    "TEMPLATES",
    "ResultTemplate",
    "Slot",
    "body_of",
    "is_open",
    "is_stale",
    "known_values",
    "marked_ever",
    "templates_for",
]
