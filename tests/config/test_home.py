"""The home of an installation."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from motcua.config import home
from motcua.config.home import Home, write_whole


class TestResolve:
    def test_is_var_in_the_checkout_when_nothing_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("MOTCUA_HOME")

        assert home.resolve().path == Path(__file__).parents[2] / "var"

    def test_makes_a_relative_path_absolute(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("MOTCUA_HOME", "nhà riêng")

        assert home.resolve().path == tmp_path / "nhà riêng"


class TestCreate:
    def test_shows_secrets_and_files_to_nobody_else(self, tmp_path: Path) -> None:
        place = Home(tmp_path / "home")

        place.create()

        for folder in ("secrets", "files", "outbox", "run"):
            assert stat.S_IMODE((place.path / folder).stat().st_mode) == 0o700

    def test_leaves_an_existing_home_as_it_is(self, tmp_path: Path) -> None:
        place = Home(tmp_path)
        place.create()
        kept = place.secret("django")

        place.create()

        assert place.secret("django") == kept


class TestSecret:
    def test_is_readable_by_its_owner_only(self, tmp_path: Path) -> None:
        place = Home(tmp_path)
        place.create()

        place.secret("django")

        assert stat.S_IMODE((place.secrets / "django").stat().st_mode) == 0o600

    def test_is_one_for_all_who_ask_at_once(self, tmp_path: Path) -> None:
        place = Home(tmp_path)
        place.create()

        with ThreadPoolExecutor(8) as threads:
            answers = set(threads.map(lambda _: place.secret("django"), range(32)))

        assert len(answers) == 1
        assert len(answers.pop()) >= 50
        assert [path.name for path in place.secrets.iterdir()] == ["django"]


def test_write_whole_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "web.pid"
    write_whole(path, "1")

    write_whole(path, "22")

    assert path.read_text() == "22"
    assert list(tmp_path.iterdir()) == [path]
