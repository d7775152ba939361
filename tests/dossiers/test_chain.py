"""The chain finds every change, and lets words be erased."""

import hashlib
import json

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from motcua.dossiers import chain
from motcua.dossiers.models import HistoryLine, HistoryWords
from tests.world import BIRTH, World


def lines_of(world: World) -> list[HistoryLine]:
    return list(world.dossier("return_result", code=BIRTH).history.all())


def test_a_walked_history_is_whole(world: World) -> None:
    assert chain.first_break(lines_of(world)) is None


@pytest.mark.parametrize(
    ("name", "value"), [("action", "accept"), ("facts", {"stage": 9}), ("role", "chair"), ("target", 9)]
)
def test_a_changed_line_is_named(world: World, name: str, value: object) -> None:
    lines = lines_of(world)
    setattr(lines[2], name, value)

    assert chain.first_break(lines) == 3


def test_a_removed_line_is_named(world: World) -> None:
    lines = lines_of(world)

    assert chain.first_break(lines[:2] + lines[3:]) == 3


def test_reordered_lines_are_named(world: World) -> None:
    lines = lines_of(world)
    lines[1], lines[2] = lines[2], lines[1]

    assert chain.first_break(lines) == 2


def test_erasing_words_leaves_the_chain_whole(world: World) -> None:
    lines = lines_of(world)
    erased, _ = HistoryWords.objects.filter(line__in=lines).delete()

    assert erased
    assert chain.first_break(list(lines[0].dossier.history.all())) is None


def test_an_outsider_can_recompute_the_first_hash_from_the_documented_format(world: World) -> None:
    line = lines_of(world)[0]
    at = line.at.astimezone(tz=None).astimezone(__import__("datetime").UTC)
    row = [
        1, str(line.dossier_id), 1, "move", "file", 0, 1, at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        str(line.actor_id), "submitter", None, line.facts, "", "",
    ]  # fmt: skip

    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    assert hashlib.sha256(text.encode()).hexdigest() == line.hash


def test_an_unknown_format_is_an_error(world: World) -> None:
    line = lines_of(world)[0]
    line.format = 2

    with pytest.raises(ValueError, match="unknown format"):
        chain.hash_of(line)


@pytest.mark.parametrize("sql", ["update dossiers_historyline set role = 'x'", "delete from dossiers_historyline"])
def test_the_database_refuses_to_change_history(world: World, sql: str) -> None:
    world.dossier("file", code=BIRTH)

    with (
        pytest.raises(IntegrityError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
