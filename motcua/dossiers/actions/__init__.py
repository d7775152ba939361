"""Every verb of the dossier: the table of contents of the domain."""

from ..lifecycle import Blocked, NotAllowed
from .again import renew_draft, start_again
from .answers import Answered, answer_item, remove_item_file
from .desk import (
    Term,
    accept,
    apologise,
    begin,
    extend,
    hand_over,
    redirect,
    refuse,
    send_back,
    take_back,
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
from .drawing import draw_paper, draw_papers_of, owe_register, preview, print_form
from .ending import (
    agree_withdrawal,
    decline_withdrawal,
    reopen,
    stop,
    stop_unanswered,
    undo_accept,
    undo_finish,
    undo_refuse,
    undo_return,
    withdraw,
)
from .filing import Handed, Person, Reception, RefusedScans, file, receive
from .keeping import forget_typed, keep_typed, note_duty
from .money import Received, record_payment, settle, state_amount, waive
from .reissuing import replace_paper, revoke_paper
from .requests import Item, ask_fee, ask_supplement, recall_request, supplement
from .result_drafts import DraftAnswer, answer_draft
from .results import Collected, Prepared, finish, finish_refused, prepare_result, replace_result, return_result
from .signing_by_hand import record_hand_signature
from .taking_in import Declaration
from .waiting import agency_answered, ask_agency

__all__ = [
    "Answered",
    "Blocked",
    "Collected",
    "Declaration",
    "DraftAnswer",
    "Handed",
    "Item",
    "NotAllowed",
    "Person",
    "Prepared",
    "Received",
    "Receiving",
    "Reception",
    "RefusedScans",
    "Start",
    "Term",
    "accept",
    "add_files",
    "agency_answered",
    "agree_withdrawal",
    "answer_draft",
    "answer_item",
    "apologise",
    "ask_agency",
    "ask_fee",
    "ask_supplement",
    "begin",
    "choose_delivery",
    "decline_withdrawal",
    "discard",
    "draw_paper",
    "draw_papers_of",
    "extend",
    "file",
    "finish",
    "finish_refused",
    "forget_typed",
    "hand_over",
    "keep_typed",
    "note_duty",
    "owe_register",
    "prepare_result",
    "preview",
    "print_form",
    "recall_request",
    "receive",
    "record_hand_signature",
    "record_payment",
    "redirect",
    "refuse",
    "remove_file",
    "remove_item_file",
    "renew_draft",
    "reopen",
    "replace_paper",
    "replace_result",
    "return_result",
    "revoke_paper",
    "save_answers",
    "save_papers",
    "send_back",
    "settle",
    "start_again",
    "start_draft",
    "state_amount",
    "stop",
    "stop_unanswered",
    "supplement",
    "take_back",
    "undo_accept",
    "undo_finish",
    "undo_refuse",
    "undo_return",
    "waive",
    "withdraw",
]
