"""Daily roots: every finished day once, in order, and each dossier in them."""

import json
from datetime import date, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection

from motcua.dossiers import actions, chain, queries, trail
from motcua.dossiers.actions.roots import publish_roots
from motcua.dossiers.models import DailyRoot, HistoryWords
from tests.world import HANOI, MONDAY, World


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def test_a_day_gets_its_root_after_midnight_and_once(world: World) -> None:
    world.dossier("accept", at=MONDAY)

    assert publish_roots(at=local("2026-11-10T00:14")) == []
    assert publish_roots(at=local("2026-11-10T00:15")) == [date(2026, 11, 9)]
    assert publish_roots(at=local("2026-11-10T12:00")) == []


def test_days_without_a_line_keep_the_chain_of_roots(world: World) -> None:
    world.dossier("accept", at=MONDAY)
    assert len(publish_roots(at=local("2026-11-13T08:00"))) == 4

    roots = list(DailyRoot.objects.order_by("day"))
    assert [root.count for root in roots] == [1, 0, 0, 0]
    assert [root.previous for root in roots[1:]] == [root.root for root in roots[:-1]]


def test_an_exported_history_fits_the_published_roots(world: World) -> None:
    dossier = world.dossier("accept", at=MONDAY)
    actions.begin(dossier, by=world.dung, at=MONDAY + timedelta(days=1))
    publish_roots(at=local("2026-11-12T08:00"))
    rows = [json.dumps(chain.exported(line)) for line in dossier.history.select_related("words").order_by("number")]
    roots = list(queries.root_lines(None, None))

    assert trail.verify(rows, roots).tail == "judged"
    assert trail.verify(rows[:-1], roots).tail == "cut"
    HistoryWords.objects.all().delete()
    erased = [json.dumps(chain.exported(line)) for line in dossier.history.select_related("words").order_by("number")]
    assert trail.verify(erased, roots).intact
    assert not any(dossier.code in line or str(dossier.pk) in line for line in roots if dossier.code)


def test_a_root_is_never_rewritten(world: World) -> None:
    world.dossier("file", at=MONDAY)
    publish_roots(at=local("2026-11-10T08:00"))
    with pytest.raises(Exception, match="never changed"):
        DailyRoot.objects.update(root="x")


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_each_root_once(world: World) -> None:
    world.dossier("file", at=MONDAY)
    made: list[date] = []

    def work() -> None:
        made.extend(publish_roots(at=local("2026-11-16T08:00")))
        connection.close()

    threads = [Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(made) == [date(2026, 11, day) for day in range(9, 16)]
