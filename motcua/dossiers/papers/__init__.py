"""Papers of a dossier: which line owes which, which they void, and what each says."""

from .table import OWED, RECEIVING, VOIDED, Owed

__all__ = ["OWED", "RECEIVING", "VOIDED", "Owed"]
