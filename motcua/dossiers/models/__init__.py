"""The dossier and everything that is its own."""

from .dossier import Dossier, DossierQuerySet
from .history import DailyRoot, HistoryLine, HistoryWords, LineKind
from .issued import DossierPaper
from .keeping import DeskDraft, KnownReason, Notice
from .look import Look, LookKind
from .numbering import CodeCounter
from .paper import AnswerRevision, Attachment, HandedPaper, PaperForm
from .party import Party
from .pause import Pause
from .request import Request, RequestItem
from .result import ReplacedResult, Result, ResultDraft

__all__ = [
    "AnswerRevision",
    "Attachment",
    "CodeCounter",
    "DailyRoot",
    "DeskDraft",
    "Dossier",
    "DossierPaper",
    "DossierQuerySet",
    "HandedPaper",
    "HistoryLine",
    "HistoryWords",
    "KnownReason",
    "LineKind",
    "Look",
    "LookKind",
    "Notice",
    "PaperForm",
    "Party",
    "Pause",
    "ReplacedResult",
    "Request",
    "RequestItem",
    "Result",
    "ResultDraft",
]
