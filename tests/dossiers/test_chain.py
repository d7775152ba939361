"""The chain finds every change, and lets words be erased."""

import hashlib
import json

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from motcua.dossiers import chain
from motcua.dossiers.models import HistoryLine, HistoryWords
from tests.world import Town


def lines_of(town: Town) -> list[HistoryLine]:
    return list(town.dossier("return_result").history.all())


def test_a_walked_history_is_whole(town: Town) -> None:
    assert chain.first_break(lines_of(town)) is None


@pytest.mark.parametrize("name, value", [("action", "accept"), ("facts", {"stage": 9}), ("role", "chair"), ("target", 9)])
def test_a_changed_line_is_named(town: Town, name: str, value: object) -> None:
    lines = lines_of(town)
    setattr(lines[2], name, value)

    assert chain.first_break(lines) == 3


def test_a_removed_line_is_named(town: Town) -> None:
    lines = lines_of(town)

    assert chain.first_break(lines[:2] + lines[3:]) == 3


def test_reordered_lines_are_named(town: Town) -> None:
    lines = lines_of(town)
    lines[1], lines[2] = lines[2], lines[1]

    assert chain.first_break(lines) == 2


def test_erasing_words_leaves_the_chain_whole(town: Town) -> None:
    lines = lines_of(town)
    erased, _ = HistoryWords.objects.filter(line__in=lines).delete()

    assert erased
    assert chain.first_break(list(lines[0].dossier.history.all())) is None


def test_an_outsider_can_recompute_the_first_hash_from_the_documented_format(town: Town) -> None:
    line = lines_of(town)[0]
    at = line.at.astimezone(tz=None).astimezone(__import__("datetime").UTC)
    row = [
        1, str(line.dossier_id), 1, "move", "file", 0, 1, at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        str(line.actor_id), "submitter", None, line.facts, "", "",
    ]  # fmt: skip

    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    assert hashlib.sha256(text.encode()).hexdigest() == line.hash


def test_an_unknown_format_is_an_error(town: Town) -> None:
    line = lines_of(town)[0]
    line.format = 2

    with pytest.raises(ValueError, match="unknown format"):
        chain.hash_of(line)


@pytest.mark.parametrize("sql", ["update dossiers_historyline set role = 'x'", "delete from dossiers_historyline"])
def test_the_database_refuses_to_change_history(town: Town, sql: str) -> None:
    town.dossier("file")

    with pytest.raises(IntegrityError, match="never changed or deleted"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
