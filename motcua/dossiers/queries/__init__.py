"""Questions about dossiers; nothing here writes."""

from .begun import Begun, begun
from .desk import DeskPage, Offer, desk_page, may_prepare_result, offers, officers_file
from .late import LatePage, LateRow, late_page, reversals_by_agency
from .looking_up import DIGITS, Found, look_up
from .page import (
    CitizenPage,
    Event,
    FilePage,
    Mine,
    citizen_page,
    citizens_file,
    events_of,
    files_of,
    may_withdraw,
    mine,
    officers_looks,
    with_surroundings,
)
from .roots import root_lines, roots_page
from .supplements import CameBack, came_back, desk_draft, reasons_before
from .told import Told, duty_told, line_told, to_return_on_line
from .turn import Turn, TurnKind, turn_of
from .worklist import MOST, Desk, Key, Queue, Row, Worklist, counts, desk_of, listing, queues_of, search

__all__ = [
    "DIGITS",
    "MOST",
    "Begun",
    "CameBack",
    "CitizenPage",
    "Desk",
    "DeskPage",
    "Event",
    "FilePage",
    "Found",
    "Key",
    "LatePage",
    "LateRow",
    "Mine",
    "Offer",
    "Queue",
    "Row",
    "Told",
    "Turn",
    "TurnKind",
    "Worklist",
    "begun",
    "came_back",
    "citizen_page",
    "citizens_file",
    "counts",
    "desk_draft",
    "desk_of",
    "desk_page",
    "duty_told",
    "events_of",
    "files_of",
    "late_page",
    "line_told",
    "listing",
    "look_up",
    "may_prepare_result",
    "may_withdraw",
    "mine",
    "offers",
    "officers_file",
    "officers_looks",
    "queues_of",
    "reasons_before",
    "reversals_by_agency",
    "root_lines",
    "roots_page",
    "search",
    "to_return_on_line",
    "turn_of",
    "with_surroundings",
]
