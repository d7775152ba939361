"""What every test stands on: the tripwires, the database, the folders of its own."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker, Settings

from motcua.common import kept
from motcua.config import site
from tests.tripwires import queries
from tests.world import World, enter

# A busy machine is no counterexample.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

# What no model owns, and what a transactional test therefore leaves behind.
UNOWNED = """
    select tablename from pg_tables
    where schemaname = 'public' and (tablename like 'procrastinate\\_%%' or tablename = 'cache')
"""
STAYING = "select tgrelid::regclass::text, tgname from pg_trigger where tgname like '%%\\_table\\_stays'"


@pytest.fixture(scope="session", autouse=True)
def tripwires() -> Iterator[None]:
    """Arm the traps of the ORM once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        queries.arm(patch)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let TRUNCATE through in the test database: transactional tests end with it. UPDATE and DELETE stay refused."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(STAYING)
        for table, trigger in cursor.fetchall():
            cursor.execute(f"alter table {table} disable trigger {trigger}")


@pytest.fixture(autouse=True)
def cleared_jobs(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a transactional test Django empties the tables of models; this empties the queue and the cache."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        with connection.cursor() as cursor:
            cursor.execute(UNOWNED)
            tables = ", ".join(name for (name,) in cursor.fetchall())
            cursor.execute(f"truncate {tables} restart identity cascade")


@pytest.fixture(autouse=True)
def places(settings: Settings, tmp_path: Path) -> None:
    """Files and outbox of each test are its own."""
    settings.OUTBOX = tmp_path / "outbox"
    storage = settings.STORAGES["default"]
    files = storage | {"OPTIONS": storage["OPTIONS"] | {"location": tmp_path / "files"}}
    settings.STORAGES = settings.STORAGES | {"default": files}


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """What this process keeps for a minute was kept for another test's database."""
    kept.forget()
    site.known.clear()


@pytest.fixture
def demo(settings: Settings) -> None:
    """The installation is a demo: every page and message says so."""
    settings.DEMO = True


@pytest.fixture
def world(db: None) -> World:
    """A staffed commune, its procedures and its people; a test marked as transactional keeps its transactions."""
    return enter()
