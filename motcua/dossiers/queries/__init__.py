"""Questions about dossiers; nothing here writes."""

from .looking_up import Found, look_up
from .page import CitizenPage, FilePage, Mine, citizen_page, mine
from .told import Told, line_told, to_return_on_line
from .turn import Turn, TurnKind, turn_of

__all__ = [
    "CitizenPage",
    "FilePage",
    "Found",
    "Mine",
    "Told",
    "Turn",
    "TurnKind",
    "citizen_page",
    "line_told",
    "look_up",
    "mine",
    "to_return_on_line",
    "turn_of",
]
