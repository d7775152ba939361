"""Which published form a version points to."""

import uuid
from dataclasses import replace
from datetime import datetime
from typing import Final

from motcua.eforms.models import FormVersion

from .models import Version
from .publishing import Offer, publish_all
from .rows import content_of, with_everything

GENERAL: Final = "don-chung"
"""The general application, for every procedure without a form of its own."""


class Forms:
    """The newest version of each form."""

    def __init__(self) -> None:
        rows = FormVersion.objects.order_by("code", "-number").distinct("code")
        self.newest: dict[str, uuid.UUID] = dict(rows.values_list("code", "id"))

    def of(self, code: str | None) -> uuid.UUID | None:
        """The form to use: the named one, else the general application."""
        return self.newest.get(code or GENERAL) or self.newest.get(GENERAL)


def follow_new_forms(*, at: datetime) -> int:
    """Publish again what points to a form that has a newer version; a dossier keeps the form it was filed on."""
    newest = Forms()
    if not newest.newest:
        return 0
    stale = Version.objects.filter(agency=None, in_force_to=None).exclude(form__in=newest.newest.values())
    ids = list(stale.values_list("id", flat=True))
    for start in range(0, len(ids), 500):
        versions = with_everything(
            Version.objects.filter(id__in=ids[start : start + 500]).select_related("procedure", "form")
        )
        offers = [
            Offer(
                code=version.procedure.code,
                content=replace(content_of(version), form_id=newest.of(version.form.code if version.form else None)),
            )
            for version in versions
        ]
        publish_all(offers, origin="person", at=at)
    return len(ids)
