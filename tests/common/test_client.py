"""Whose address counts."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from motcua.common.client import address


@pytest.mark.parametrize("said", ["198.51.100.9", "198.51.100.9, 10.0.0.1"])
def test_on_plain_http_what_the_client_says_counts_for_nothing(said: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.5", headers={"X-Forwarded-For": said})

    assert address(request) == "203.0.113.5"


@pytest.mark.parametrize(
    ("said", "counts"),
    [("198.51.100.9", "198.51.100.9"), ("1.1.1.1, 198.51.100.9", "198.51.100.9"), ("", "203.0.113.5")],
)
def test_behind_our_proxy_the_address_it_added_counts(settings: Settings, said: str, counts: str) -> None:
    settings.SECURE = True
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.5", headers={"X-Forwarded-For": said})

    assert address(request) == counts
