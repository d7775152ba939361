"""Which version holds at an agency: its own, that of the nearest agency above that states any, or the nation's."""

import uuid
from datetime import datetime
from typing import NamedTuple

from motcua.agencies.models import Agency
from motcua.catalogue.models import LocalEdition, LocalRule, Procedure
from motcua.common import statements

from .overlay import NOTHING, Standing, read

HOLDS_OF = """
select e.version_id from agencies_agency a
left join agencies_agency b on b.id = a.parent_id
join catalogue_localedition e on e.procedure_id = {procedure} and e.agency_id in (a.id, b.id, b.parent_id)
where a.id = %s
order by e.agency_id = a.id desc, e.agency_id = b.id desc limit 1
"""
HOLDS = HOLDS_OF.format(procedure="%s")


IN_FORCE = f"""
select v.in_force_from, v.in_force_to, coalesce((v.local ->> 'offered')::boolean, true),
    ({HOLDS_OF.format(procedure="v.procedure_id")})
from catalogue_version v where v.id = %s
"""  # noqa: S608 - constants


class Held(NamedTuple):
    """From when to when a version is in force, whether it is taken in, and the nearest local version, if any."""

    begins: datetime
    ends: datetime | None
    offered: bool
    nearest: uuid.UUID | None


def held_at(version_id: uuid.UUID, agency_id: uuid.UUID) -> Held:
    """How a version stands at the agency that resolves, at this very moment, in one statement."""
    return Held(*statements.rows(IN_FORCE, [agency_id, version_id])[0])


def nearest(procedure_id: uuid.UUID, agency_id: uuid.UUID) -> uuid.UUID | None:
    """The version that follows from the rules of the agency or the nearest one above; None where nobody states any."""
    found = statements.rows(HOLDS, [procedure_id, agency_id])
    return found[0][0] if found else None


def standing(procedure: Procedure, agency: Agency) -> Standing:
    """The rule of this very agency."""
    rule = LocalRule.objects.filter(procedure=procedure, agency=agency).order_by("-number").first()
    return Standing(read(rule.said), rule.basis, rule.number) if rule else Standing(NOTHING, "", 0)


def rules_of(procedure: Procedure, agency: Agency) -> list[LocalRule]:
    """The newest twenty rules of this very agency, with who stated them."""
    rules = LocalRule.objects.filter(procedure=procedure, agency=agency).select_related("stated_by")
    return list(rules.order_by("-number")[:20])


def stated_of(procedure: Procedure) -> list[LocalEdition]:
    """The agencies that state something of a procedure now, by name."""
    rows = LocalEdition.objects.filter(procedure=procedure).select_related("agency", "rule", "version")
    return list(rows.order_by("agency__name", "agency_id"))


def stated_by(agency_ids: list[uuid.UUID]) -> list[LocalEdition]:
    """What these agencies state now, by the name of the procedure; at most 200."""
    rows = LocalEdition.objects.filter(agency__in=agency_ids).select_related("agency", "rule", "version", "procedure")
    return list(rows.order_by("version__name", "agency__name")[:200])
