"""A session belongs to one entrance, and its key changes at the door."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from motcua.accounts import entrances
from motcua.accounts.models import Account, Session
from motcua.accounts.sessions import SessionStore
from tests.accounts.citizens import AT, citizen

pytestmark = pytest.mark.django_db


def request_of(account: Account | None = None) -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.user = account or AnonymousUser()
    return request


def test_signing_in_changes_the_key_and_forgets_what_was_before() -> None:
    request = request_of()
    request.session["who"] = "planted"
    request.session.create()
    planted = request.session.session_key

    entrances.enter(request, citizen())

    assert request.session.session_key != planted
    assert "who" not in request.session
    assert not Session.objects.filter(session_key=planted).exists()


def test_the_desk_is_another_entrance() -> None:
    front, desk = request_of(), request_of()
    account = citizen()

    entrances.enter(front, account)
    entrances.enter_desk(desk, account, at=AT)

    assert not entrances.at_the_desk(front)
    assert entrances.at_the_desk(desk)
    entrances.leave(desk)
    assert not entrances.at_the_desk(desk)


def test_leaving_elsewhere_keeps_this_one_and_other_peoples() -> None:
    account, other = citizen(), citizen(phone="+84987000002")
    requests = [request_of() for _ in range(4)]
    for request, who in zip(requests, (account, account, account, other), strict=True):
        entrances.enter(request, who)
        request.session.save()

    assert entrances.leave_elsewhere(requests[0], account) == 2
    kept = {row.session_key for row in Session.objects.all()}
    assert kept == {requests[0].session.session_key, requests[3].session.session_key}
