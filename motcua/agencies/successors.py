"""An agency that ended goes on in the one that followed it: the chain is walked when the agency is asked for."""

from uuid import UUID

from django.db.models.expressions import RawSQL

from motcua.common import statements

from .models import Agency

_AFTER = """
with recursive chain(id, successor_id, path) as (
    select id, successor_id, array[id] from agencies_agency where id = %s
    union all
    select next.id, next.successor_id, path || next.id
    from chain join agencies_agency next on next.id = chain.successor_id
    where next.id <> all(path)
)
select agency.id from chain join agencies_agency agency on agency.id = chain.id
where agency.valid_to is null order by cardinality(path) limit 1
"""
_BEFORE = """
with recursive before(id) as (
    select unnest(%s::uuid[])
    union
    select ended.id from before join agencies_agency ended on ended.successor_id = before.id
    where ended.valid_to is not null
)
select id from before
"""


def of_today(agency: Agency) -> Agency | None:
    """The agency itself while it stands, else the first in the chain of its successors that does.

    None where the chain ends, or turns in a circle, before one that stands. One that stands costs no statement.
    """
    if agency.valid_to is None:
        return agency
    found = statements.rows(_AFTER, [agency.pk])
    if not found:
        return None
    return Agency.objects.select_related("desk", "unit__province").get(pk=found[0][0])


def and_before(agency_ids: list[UUID]) -> RawSQL:
    """The agencies and all that they followed, for `id in (…)`: what pointed to one that ended points to these."""
    return RawSQL(_BEFORE, [agency_ids])  # noqa: S611 - the ids are a parameter
