"""Procedures and their published versions, with everything the law can change."""

from .case import Case, CaseChannel, Channel, Fee, FeeKind, Paper, PaperKind, Stage, TimeUnit
from .procedure import Field, Procedure, Publisher
from .version import ServiceClass, Version
from .provenance import Confirmation, Difference

__all__ = [
    "Case",
    "CaseChannel",
    "Channel",
    "Confirmation",
    "Difference",
    "Fee",
    "FeeKind",
    "Field",
    "Paper",
    "PaperKind",
    "Procedure",
    "Publisher",
    "ServiceClass",
    "Stage",
    "TimeUnit",
    "Version",
]
