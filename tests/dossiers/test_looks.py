"""Looks are appended and stay."""

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from motcua.dossiers import looks
from motcua.dossiers.models import Look, LookKind
from tests.world import MONDAY, World


def test_a_look_is_written_once_per_look_and_never_changed(world: World) -> None:
    dossier = world.dossier("file")

    for _ in range(2):
        looks.seen(dossier, by=world.chi, kind=LookKind.OFFICER_READ, at=MONDAY)

    assert Look.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update dossiers_look set kind = 'x'")


def test_a_look_goes_with_a_draft_and_with_nothing_else(world: World) -> None:
    draft, filed = world.draft(), world.dossier("file")
    for dossier in (draft, filed):
        looks.seen(dossier, by=world.chi, kind=LookKind.OFFICER_READ, at=MONDAY)

    draft.looks.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        filed.looks.all().delete()

    assert list(Look.objects.values_list("dossier", flat=True)) == [filed.pk]
