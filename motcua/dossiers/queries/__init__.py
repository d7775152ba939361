"""Questions about dossiers; nothing here writes."""

from .looking_up import DIGITS, Found, look_up
from .page import (
    CitizenPage,
    Event,
    FilePage,
    Mine,
    citizen_page,
    citizens_file,
    files_of,
    mine,
    officers_looks,
    with_surroundings,
)
from .told import Told, line_told, to_return_on_line
from .turn import Turn, TurnKind, turn_of

__all__ = [
    "DIGITS",
    "CitizenPage",
    "Event",
    "FilePage",
    "Found",
    "Mine",
    "Told",
    "Turn",
    "TurnKind",
    "citizen_page",
    "citizens_file",
    "files_of",
    "line_told",
    "look_up",
    "mine",
    "officers_looks",
    "to_return_on_line",
    "turn_of",
    "with_surroundings",
]
