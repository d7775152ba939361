"""A GET reads. The one thing it may write is who looked: `motcua.dossiers.looks.seen()`."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

WRITES = re.compile(
    r"^\s*(insert|update|delete|truncate|merge|copy|alter|create|drop)\b"
    r"|^\s*with\b.*\b(insert\s+into|delete\s+from|update\s+\S+\s+set)\b"
    r"|procrastinate_defer",
    re.IGNORECASE | re.DOTALL,
)
LOOKS = re.compile(r"^\s*insert\s+into\s+\"?dossiers_look\"?\s", re.IGNORECASE)


class AGetWrote(AssertionError):
    """A page that was only opened changed stored data; the statement is the message."""


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Django's execute wrapper."""
    if WRITES.search(sql) and not LOOKS.search(sql):
        raise AGetWrote(sql[:300])
    return execute(sql, params, many, context)


class ReadOnlyGets:
    """Wraps views, not the middleware around them, so sessions still save."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with connection.execute_wrapper(refuse_writes):
            return self.get_response(request)
