"""The guide's pictures are taken by a journey; what is shipped is what a journey can take today."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from . import pictures
from .house import House

STEPS = 5
# Together with the page they are loaded at once by whoever prints the guide.
MOST_BYTES = 7_500


@pytest.mark.browser
@pytest.mark.timeout(240)
def test_the_guide_can_be_pictured(chromium: Browser, house: House, tmp_path: Path) -> None:
    pictures.take_guide(chromium, house, tmp_path)
    pictures.take_home(chromium, house, tmp_path / "home.png")

    taken = sorted(tmp_path.glob("step-*.webp"))
    assert len(taken) == STEPS
    assert all(path.stat().st_size > 1_000 for path in taken)
    assert (tmp_path / "home.png").stat().st_size <= 150_000


def test_every_step_has_its_picture() -> None:
    shipped = sorted(pictures.GUIDE.glob("step-*.webp"))

    assert [path.stem for path in shipped] == [f"step-{number}" for number in range(1, STEPS + 1)]
    assert [path.name for path in shipped if path.stat().st_size > MOST_BYTES] == []
