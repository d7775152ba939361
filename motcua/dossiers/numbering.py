"""Codes: `<resolving agency's code>-YYMMDD-NNNN`, given at filing and never changed."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from motcua.agencies.models import Agency, AgencyCode

NEXT = """
insert into dossiers_codecounter as counter (agency_id, day, last) values (%(agency)s, %(day)s, 1)
on conflict (agency_id, day) do update set last = counter.last + 1
returning last, (
    select code from agencies_agencycode
    where agency_id = %(agency)s and valid_from <= %(day)s and (valid_to is null or valid_to > %(day)s)
    order by valid_from desc limit 1
)
"""


def next_code(agency: Agency, at: datetime) -> str:
    """The next code of the agency on the day of `at`, made of the code that it carries on that day.

    The counter's row stays locked until the transaction ends, so this is the last thing a filing does.

    :raises AgencyCode.DoesNotExist: the agency carries no code on that day.
    """
    day = timezone.localdate(at)
    with connection.cursor() as cursor:
        cursor.execute(NEXT, {"agency": agency.pk, "day": day})
        number, carried = cursor.fetchone() or (0, None)
    if carried is None:
        raise AgencyCode.DoesNotExist(f"{agency.pk} on {day}")
    return f"{carried}-{day:%y%m%d}-{number:04d}"
