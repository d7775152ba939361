"""The hourly sweep."""

from datetime import timedelta

import pytest
from django.utils import timezone

from motcua.accounts import codes
from motcua.accounts.models import PhoneCode, Purpose, Session
from motcua.accounts.tasks import forget_codes_and_sessions
from tests.accounts.citizens import PHONE

pytestmark = pytest.mark.django_db


def test_old_codes_and_sessions_go_and_young_ones_stay() -> None:
    now = timezone.now()
    for name, hours in (("a", 2), ("b", 0)):
        codes.send(Purpose.RESET, phone=PHONE, pending={"name": name}, at=now - timedelta(hours=hours))
        ends_at = now + timedelta(hours=1 - hours)
        Session.objects.create(session_key=name * 32, session_data="", expire_date=ends_at)

    forget_codes_and_sessions(timestamp=0)

    assert [row.pending["name"] for row in PhoneCode.objects.all()] == ["b"]
    assert [row.session_key[0] for row in Session.objects.all()] == ["b"]
