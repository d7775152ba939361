"""Every verb of the dossier: the table of contents of the domain."""

from ..lifecycle import Blocked, NotAllowed
from .desk import (
    Collected,
    Prepared,
    Term,
    accept,
    begin,
    finish,
    hand_over,
    prepare_result,
    refuse,
    return_result,
    send_back,
)
from .drafts import (
    Receiving,
    Start,
    add_files,
    choose_delivery,
    discard,
    remove_file,
    save_answers,
    save_papers,
    start_draft,
)
from .filing import Handed, Person, Reception, RefusedScans, file, receive

__all__ = [
    "Blocked",
    "Collected",
    "Handed",
    "NotAllowed",
    "Person",
    "Prepared",
    "Receiving",
    "Reception",
    "RefusedScans",
    "Start",
    "Term",
    "accept",
    "add_files",
    "begin",
    "choose_delivery",
    "discard",
    "file",
    "finish",
    "hand_over",
    "prepare_result",
    "receive",
    "refuse",
    "remove_file",
    "return_result",
    "save_answers",
    "save_papers",
    "send_back",
    "start_draft",
]
