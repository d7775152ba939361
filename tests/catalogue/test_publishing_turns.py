"""Two publishers at once: the second reads what the first wrote before it decides anything."""

import time
from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from motcua.accounts.models import Account
from motcua.catalogue import drafting, keeping
from motcua.catalogue.models import CopyState, Procedure, Version, WorkingCopy
from motcua.catalogue.publishing import publish
from tests.accounts.citizens import citizen

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db(transaction=True)
CODE = "1.000001"
WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted"


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


def while_an_import_publishes(press: Callable[[], object]) -> list[object]:
    """What came of a press that began before the import was done; it goes on once the press waits for its turn."""
    imported, came = Event(), list[object]()

    def run() -> None:
        imported.wait(20)
        try:
            came.append(press())
        except (drafting.Stale, keeping.Refused) as refused:
            came.append(type(refused))
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    with transaction.atomic():
        publish(CODE, said(name="Nguồn vừa đổi"), origin="imported", at=LATER)
        imported.set()
        deadline = time.monotonic() + 20
        while not somebody_waits():
            assert time.monotonic() < deadline, "the other publisher did not wait"
            time.sleep(0.02)
    thread.join()
    return came


def begun(by: Account) -> WorkingCopy:
    publish(CODE, said(), origin="imported", at=NOON)
    copy, _made = drafting.begin(Procedure.objects.get(code=CODE), by=by, at=NOON)
    return drafting.save(copy, {"conditions": "Của tôi"}, revision=1, by=by, at=NOON)


def test_a_copy_is_not_published_over_a_version_that_came_while_it_waited() -> None:
    by = citizen()
    copy = begun(by)

    came = while_an_import_publishes(lambda: drafting.publish(copy, revision=2, source="1/QĐ", by=by, at=LATER))

    assert came == [drafting.Overtaken]
    newest = Version.objects.order_by("number").last()
    assert newest is not None
    assert (newest.number, newest.name, newest.conditions) == (2, "Nguồn vừa đổi", "")


def test_a_copy_that_falls_due_meanwhile_is_a_draft_again() -> None:
    by = citizen()
    drafting.schedule(begun(by), revision=2, source="1/QĐ", publish_at=LATER, by=by, at=NOON)

    assert while_an_import_publishes(lambda: drafting.publish_due(LATER)) == [[]]
    assert WorkingCopy.objects.get().state == CopyState.DRAFT
    assert Version.objects.count() == 2


def test_withdrawing_waits_and_withdraws_the_version_that_came() -> None:
    procedure = begun(citizen()).procedure

    def withdraw() -> None:
        keeping.withdraw(procedure, reason="Luật bỏ", replaced_by="", at=LATER)

    assert while_an_import_publishes(withdraw) == [None]
    assert not Version.objects.filter(in_force_to=None).exists()
