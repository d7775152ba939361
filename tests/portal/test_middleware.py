"""Whoever guesses addresses is slowed down, at papers and at drafts together; a right address is never counted."""

import pytest
from django.test import Client

from motcua.portal import middleware

pytestmark = pytest.mark.django_db


def test_wrong_addresses_of_both_kinds_count_together(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "WRONG", 2)

    seen = [client.get(path).status_code for path in ("/kiem-tra/x/", "/nhap/x/", "/nhap/y/tep/", "/kiem-tra/")]

    assert seen == [404, 404, 429, 200]
