"""Who changed what: appended, never altered, of one's own agencies and of the whole house."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.accounts import changes
from motcua.accounts.models import Change
from motcua.common.ids import new_id
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_the_newest_come_first_and_another_agency_s_are_not_there(world: World) -> None:
    mine, other = world.agency(), world.agency("trung_tam_xa")
    subject = new_id()
    changes.note("letterhead_saved", subject, by=world.ha, at=MONDAY, agency=mine, number=1)
    changes.note("template_confirmed", None, by=world.ha, at=MONDAY + timedelta(minutes=1), kind="01")
    changes.note("letterhead_saved", new_id(), by=world.chi, at=MONDAY, agency=other)

    assert [change.word for change in changes.newest([mine.pk])] == ["template_confirmed", "letterhead_saved"]
    assert changes.made_by([subject], "letterhead_saved") == {subject: "Võ Thị Hà"}


def test_a_change_is_never_altered_or_deleted(world: World) -> None:
    change = changes.note("template_confirmed", None, by=world.ha, at=MONDAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(word="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        change.delete()
