"""The English pages in Chromium: longer words must fit, and nothing may hinder anybody."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from motcua.config import site
from tests.world import BIRTH, World

from .stage import Stage, drawn, stage, too_wide, violations

pytestmark = pytest.mark.browser
WIDTHS = (1280, 768, 390, 320)
ADDRESSES = ("portal:home", "portal:guide", "portal:search", "portal:lookup", "portal:sign_up", "desk:sign_in")


def addresses() -> list[str]:
    return [*(reverse(name) for name in ADDRESSES), reverse("portal:procedure", args=[BIRTH])]


@pytest.fixture
def shown(world: World, demo: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(site, "known", {})
    reader = Client()
    reader.post(reverse("set_language"), {"language": "en"})
    with stage(drawn(reader, addresses())) as on:
        yield on


def faults(shown: Stage, address: str) -> list[str]:
    with shown.open(address, 390) as page:
        found = violations(page)
        found += [f"{pixels} px too wide at {width}" for width in WIDTHS if (pixels := too_wide(page, width)) > 0]
        back = page.get_by_role("button", name="Tiếng Việt")
        return found + ([] if back.is_visible() else ["no way back to Vietnamese"]) + shown.complaints


def test_nothing_hinders_who_reads_english(shown: Stage) -> None:
    found = {address: faults(shown, address) for address in addresses()}

    assert {address: words for address, words in found.items() if words} == {}
