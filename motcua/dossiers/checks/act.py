"""An attempt at an action, as its checks see it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.accounts.models import Account


@dataclass(frozen=True)
class Act:
    """Who, when, in which roles, with which words, and with what else (`given`: items, an agency, an amount)."""

    by: Account | None
    at: datetime
    roles: frozenset[str]
    words: dict[str, str] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
