"""The calendars of agencies for `motcua due`; loaded only when a case names an agency, since Django then stands."""

from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import connections

from . import address, home
from .database import database
from .deployment import complete_environment


@contextmanager
def opened() -> Iterator[None]:
    """The database of this home, joined or started, for as long as the block lasts."""
    where = home.resolve()
    with database(where) as url:
        where.create()
        complete_environment(where, address.from_environment(), url)
        django.setup()
        try:
            yield
        finally:
            for connection in connections.all(initialized_only=True):
                connection.close()
                getattr(connection, "close_pool", lambda: None)()
