"""Codes: `<resolving agency's code>-YYMMDD-NNNN`, given at filing and never changed."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from motcua.agencies.models import Agency

NEXT = """
insert into dossiers_codecounter (agency_id, day, last) values (%s, %s, 1)
on conflict (agency_id, day) do update set last = dossiers_codecounter.last + 1
returning last
"""


def next_code(agency: Agency, at: datetime) -> str:
    """The next code of the agency on the day of `at`.

    The counter's row stays locked until the transaction ends, so this is the last thing a filing does.
    """
    day = timezone.localdate(at)
    prefix = agency.code_on(day)
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [agency.pk, day])
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("the upsert returns a row")
    return f"{prefix}-{day:%y%m%d}-{row[0]:04d}"
