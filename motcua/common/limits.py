"""How often something may be tried: counts in PostgreSQL, so a limit holds across processes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import Sum
from django.utils.crypto import salted_hmac

from .models import Attempt

COUNT_EACH = """
insert into common_attempt (key, "window", count)
select key, "window", 1 from unnest(%s::text[], %s::timestamptz[]) as tried (key, "window") order by key
on conflict (key, "window") do update set count = common_attempt.count + 1
returning key, count
"""


FORGIVE_EACH = """
update common_attempt set count = common_attempt.count - 1
from unnest(%s::text[], %s::timestamptz[]) as tried (key, "window")
where common_attempt.key = tried.key and common_attempt."window" = tried."window" and common_attempt.count > 0
"""


class Limit(NamedTuple):
    """At most `most` attempts per window of `seconds`; `offset` seconds east of UTC move the window's edges."""

    key: str
    most: int
    seconds: int
    offset: int = 0

    def window(self, at: datetime) -> datetime:
        """Start of the window that holds `at`."""
        shifted = (at.timestamp() + self.offset) // self.seconds * self.seconds - self.offset
        return datetime.fromtimestamp(shifted, UTC)

    def until(self, at: datetime) -> datetime:
        """The moment from which trying again is allowed."""
        return self.window(at) + timedelta(seconds=self.seconds)

    @property
    def digest(self) -> str:
        """Keys carry phones and addresses; the table keeps only a digest that nobody without our key can search."""
        return salted_hmac("motcua.common.limits", f"{self.key}/{self.seconds}", algorithm="sha256").hexdigest()


def exceeded(limits: Sequence[Limit], *, at: datetime) -> Limit | None:
    """Count one attempt against each limit, in one statement; the first one that is exceeded, else None."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_EACH, [[one.digest for one in limits], [one.window(at) for one in limits]])
        counts = dict(cursor.fetchall())
    return next((one for one in limits if counts[one.digest] > one.most), None)


def forgive(limits: Sequence[Limit], *, at: datetime) -> None:
    """Take one attempt back from each limit: it was no wrong one after all."""
    with connection.cursor() as cursor:
        cursor.execute(FORGIVE_EACH, [[one.digest for one in limits], [one.window(at) for one in limits]])


def allow(key: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Count one attempt and say whether it is within `most` per window of `seconds`."""
    return exceeded([Limit(key, most, seconds)], at=at) is None


def peek(key: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Say whether another attempt would be allowed, without counting one."""
    limit = Limit(key, most, seconds)
    counted = Attempt.objects.filter(key=limit.digest, window=limit.window(at)).aggregate(Sum("count"))
    return (counted["count__sum"] or 0) < most


def window_end(at: datetime, seconds: int) -> datetime:
    """The moment from which trying again is allowed under a limit of `seconds`."""
    return Limit("", 0, seconds).until(at)


def forget_before(moment: datetime) -> int:
    """Delete counts whose window began before `moment`; returns how many."""
    deleted, _ = Attempt.objects.filter(window__lt=moment).delete()
    return deleted
