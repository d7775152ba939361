"""Plain data becomes dataclasses, and each mistake is named with the key where it stands."""

from dataclasses import dataclass
from typing import Any

import pytest

from motcua.catalogue.starter_reading import Reading, choice, key, many, node, or_null, read_node, whole, words, yes_no


@dataclass(frozen=True)
class Leaf:
    name: str = key(words())
    count: int | None = key(or_null(whole(1, 9)), default=None)


@dataclass(frozen=True)
class Tree:
    kind: str = key(choice("a", "b"), name="type")
    leaves: tuple[Leaf, ...] = key(many(node(lambda: Leaf)))
    ready: bool = key(yes_no, default=False)


def read(raw: Any) -> tuple[Any, list[str]]:
    reading = Reading("tree.yaml")
    return read_node(reading, "", raw, Tree), [problem.key for problem in reading.problems]


def test_what_fits_becomes_the_dataclass() -> None:
    made, problems = read({"type": "a", "leaves": [{"name": "Lá"}, {"name": "Hai", "count": 2}]})

    assert made == Tree("a", (Leaf("Lá"), Leaf("Hai", 2)))
    assert problems == []


@pytest.mark.parametrize(
    ("raw", "keys"),
    [
        ({"type": "c", "leaves": [{"name": "Lá"}]}, ["type"]),
        ({"type": "a", "leaves": []}, ["leaves"]),
        ({"type": "a", "leaves": [{"name": ""}, {"name": "Lá", "count": 99}]}, ["leaves.0.name", "leaves.1.count"]),
        ({"type": "a", "leaves": [{"name": "Lá"}], "ready": "yes"}, ["ready"]),
        ({"type": "a"}, ["leaves"]),
        ({"type": "a", "leaves": [{"name": "Lá"}], "extra": 1}, ["extra"]),
        ({"type": "a", "leaves": [{"name": "Hai  cách"}]}, ["leaves.0.name"]),
        ("x", ["(cả tệp)"]),
    ],
)
def test_each_mistake_is_named(raw: Any, keys: list[str]) -> None:
    made, problems = read(raw)

    assert made is None or keys != []
    assert problems == keys
