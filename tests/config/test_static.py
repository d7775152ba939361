"""Static files are collected when they have changed, and only then."""

from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.config import static
from motcua.config.home import Home


@pytest.fixture
def place(tmp_path: Path, settings: Settings) -> Home:
    """A home, and one folder with one style sheet."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "site.css").write_text("body { color: #1c2625 }")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = tmp_path / "home" / "static"
    home = Home(tmp_path / "home")
    home.create()
    return home


def test_a_second_time_there_is_nothing_to_do(place: Home) -> None:
    assert static.collect(place)
    assert not static.collect(place)
    assert (place.path / "static" / "site.css").exists()


def test_a_changed_file_is_collected_again(place: Home, tmp_path: Path) -> None:
    static.collect(place)
    (tmp_path / "source" / "site.css").write_text("body { color: #000; margin: 0 }")

    assert static.collect(place)
    assert "margin" in (place.path / "static" / "site.css").read_text()
