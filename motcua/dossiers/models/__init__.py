"""The dossier and everything that is its own."""

from .dossier import Dossier, DossierQuerySet
from .history import HistoryLine, HistoryWords, LineKind
from .look import Look, LookKind
from .numbering import CodeCounter
from .paper import AnswerRevision, Attachment, HandedPaper, PaperForm, Result
from .party import Party

__all__ = [
    "AnswerRevision",
    "Attachment",
    "CodeCounter",
    "Dossier",
    "DossierQuerySet",
    "HandedPaper",
    "HistoryLine",
    "HistoryWords",
    "LineKind",
    "Look",
    "LookKind",
    "PaperForm",
    "Party",
    "Result",
]
