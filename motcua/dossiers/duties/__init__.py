"""Duties that run by themselves: each reads what is due by an index, and does it once, however often it comes by."""

from .doing import Outcome
from .table import DUTIES, run, run_all

__all__ = ["DUTIES", "Outcome", "run", "run_all"]
