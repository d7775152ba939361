"""Procedures and their published versions, with everything the law can change."""

from .case import Case, CaseChannel, Channel, Fee, FeeKind, FeeSetBy, Paper, PaperKind, Stage, TimeUnit
from .finding import Audience, LifeEvent, Listing, Saying, SayingKind, Term
from .loading import Loading, SourceRecord
from .local import LocalEdition, LocalRule
from .procedure import Field, Procedure, Publisher
from .provenance import Confirmation, Difference
from .version import ServiceClass, Version
from .working_copy import CopyState, WorkingCopy

__all__ = [
    "Audience",
    "Case",
    "CaseChannel",
    "Channel",
    "Confirmation",
    "CopyState",
    "Difference",
    "Fee",
    "FeeKind",
    "FeeSetBy",
    "Field",
    "LifeEvent",
    "Listing",
    "Loading",
    "LocalEdition",
    "LocalRule",
    "Paper",
    "PaperKind",
    "Procedure",
    "Publisher",
    "Saying",
    "SayingKind",
    "ServiceClass",
    "SourceRecord",
    "Stage",
    "Term",
    "TimeUnit",
    "Version",
    "WorkingCopy",
]
