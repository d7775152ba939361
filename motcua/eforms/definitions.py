"""Publishes the shipped forms: a changed definition becomes the next version, an equal one changes nothing."""

from datetime import datetime

from django.db import transaction

from . import definition
from .form import Form
from .models import FormVersion


@transaction.atomic
def load_forms(*, at: datetime) -> list[FormVersion]:
    """Publish what changed since the last time; the new versions."""
    newest = {found.code: found for found in FormVersion.objects.order_by("code", "-number").distinct("code")}
    made = []
    for told in definition.shipped():
        before = newest.get(told["code"])
        if before is not None and before.definition == told:
            continue
        form = Form.of(told)
        made.append(
            FormVersion(
                code=form.code,
                number=before.number + 1 if before else 1,
                title=form.title,
                definition=told,
                schema=form.schema(),
                published_at=at,
            )
        )
    return FormVersion.objects.bulk_create(made)
