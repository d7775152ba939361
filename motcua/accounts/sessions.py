"""The session engine: one statement loads a session and the account that signed in.

The browser's cookie has no age; the row ends 60 minutes after its last use and is prolonged at most every ten
minutes, so that reading a page writes nothing.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils import timezone
from django.utils.functional import cached_property

from .models import Account, Session

PROLONG_AFTER = timedelta(minutes=10)
_STORED = Account._meta.concrete_fields  # noqa: SLF001  Django documents `_meta`
_FIELDS = tuple(field.attname for field in _STORED)
_COLUMNS = ", ".join(f'a."{field.column}"' for field in _STORED)
_LOAD = f"""
select s.session_data, s.expire_date, {_COLUMNS}
from accounts_session s left join accounts_account a on a.id = s.account_id
where s.session_key = %s
"""  # noqa: S608  the columns are the model's


class SessionStore(DatabaseStore):
    """Django's database store with the account beside the data."""

    account: Account | None = None
    ends_at: datetime | None = None
    ran_out = False

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The row that knows its account."""
        return Session

    @cached_property
    def model(self) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        """Data of the session; empty when there is no such row or it was not used for 60 minutes."""
        row = None
        if (self.session_key or "").isalnum():  # a cookie can hold what PostgreSQL cannot, NUL for one
            with connection.cursor() as cursor:
                cursor.execute(_LOAD, [self.session_key])
                row = cursor.fetchone()
        if row is None or row[1] <= timezone.now():
            self.ran_out = row is not None and row[2] is not None
            self._session_key = None
            return {}
        self.ends_at = row[1]
        if row[2] is not None:
            self.account = Account.from_db("default", _FIELDS, row[2:])
        return self.decode(row[0])

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to store, with the account that the data names."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.account_id = data.get(SESSION_KEY)
        self.ends_at = row.expire_date
        return row

    def flush(self) -> None:
        """Forget everything, the account too."""
        super().flush()
        self.account = self.ends_at = None

    def forget(self) -> None:
        """Be nobody's from now on without a write: the browser loses its cookie, the sweep takes the row."""
        self._session_key = None
        self._session_cache: dict[str, Any] = {}
        self.account = self.ends_at = None

    def prolong(self, at: datetime) -> None:
        """Count the 60 minutes from `at`, unless that was done less than ten minutes ago."""
        if self.account is None or self.ends_at is None or self.session_key is None:
            return
        ends_at = at + timedelta(seconds=settings.SESSION_COOKIE_AGE)
        if ends_at - self.ends_at >= PROLONG_AFTER:
            Session.objects.filter(session_key=self.session_key).update(expire_date=ends_at)
            self.ends_at = ends_at
