"""The embedded PostgreSQL never has root's rights, wherever root puts it."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest

from motcua.config import embedded, identity
from motcua.config.embedded import Server
from motcua.config.home import Home
from motcua.config.identity import Identity, identity_for

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
NO_CAPABILITY = "0000000000000000"


@pytest.fixture
def closed(tmp_path: Path) -> Home:
    """A home in a folder that only its owner may enter."""
    home = Home(tmp_path / "closed" / "home")
    home.path.parent.mkdir(mode=0o700)
    home.create()
    return home


def rights_while_it_serves(home: Home, chosen: Identity | None = None) -> dict[str, str]:
    """User and capabilities of the server, seen while it answers the application."""
    server = Server(home, throwaway=True, identity=chosen)
    server.start()
    try:
        with psycopg.connect(embedded.url(home)) as connection:
            assert connection.execute("select current_user").fetchone() == ("motcua",)
        assert server.process is not None
        lines = [line.split() for line in Path("/proc", str(server.process.pid), "status").read_text().splitlines()]
    finally:
        server.stop()
    return {words[0]: words[1] for words in lines if words and words[0] in {"Uid:", "CapEff:"}}


@pytest.mark.skipif(os.geteuid() == 0, reason="root becomes somebody else")
def test_a_person_runs_it_as_themselves(closed: Home) -> None:
    assert identity_for(closed.path) == Identity(identity.binaries())


@as_root
def test_root_becomes_nobody(home: Home) -> None:
    home.create()

    assert rights_while_it_serves(home) == {"Uid:": "65534", "CapEff:": NO_CAPABILITY}


@as_root
def test_root_gives_up_its_rights_where_nobody_may_not_enter(closed: Home) -> None:
    chosen = identity_for(closed.path)

    assert chosen.prefix or chosen.closed  # a user namespace where the system allows one
    assert rights_while_it_serves(closed, chosen)["CapEff:"] == NO_CAPABILITY


@as_root
def test_root_becomes_nobody_in_a_closed_folder_of_a_container_too(
    closed: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "COPIES", Path("/var/tmp"))
    monkeypatch.setattr(identity, "_can_enter", lambda *_: False)
    chosen = identity_for(closed.path)
    copy = chosen.programs.parents[2]
    try:
        assert rights_while_it_serves(closed, chosen) == {"Uid:": "65534", "CapEff:": NO_CAPABILITY}
        assert identity_for(closed.path) == chosen  # copied once
    finally:
        shutil.rmtree(copy)


@as_root
def test_what_one_identity_made_another_can_take_over(home: Home) -> None:
    home.create()
    rights_while_it_serves(home)
    home.path.chmod(0o700)

    assert rights_while_it_serves(home)["CapEff:"] == NO_CAPABILITY


def test_its_programs_get_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "of the application")

    with Identity(Path("/usr/bin")).start(["/usr/bin/env"], stdout=subprocess.PIPE) as process:
        said = process.communicate()[0].decode()

    assert "SECRET_KEY" not in said
    assert "LC_ALL=C" in said
