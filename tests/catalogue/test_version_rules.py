"""A version's own rules: by default none, and none without a source."""

import dataclasses

import pytest

from motcua.catalogue import content, starter_shape
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from motcua.catalogue.starter_reading import ShapeError
from motcua.catalogue.version_rules import NONE, VersionRules, rules_of, stored
from tests.world import BIRTH, MARITAL, MONDAY, World

from .making import IMPORTED
from .making import said as a_content

REFUSE = VersionRules(unanswered="refuse", unanswered_days=20)


@pytest.mark.parametrize(
    "rules", [NONE, VersionRules(fee_first=True), dataclasses.replace(REFUSE, after_supplement="restart")]
)
def test_only_what_differs_is_stored(rules: VersionRules) -> None:
    assert rules_of(stored(rules)) == rules


@pytest.mark.parametrize(
    "raw",
    [
        {"no_such": True},
        {"unanswered": "refuse"},
        {"unanswered_days": 5},
        {"unanswered": "stop", "unanswered_days": 0},
        {"after_supplement": "again"},
        {"transition": "maybe"},
    ],
)
def test_what_does_not_go_together_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        rules_of(raw)


def test_a_content_without_rules_has_the_hash_it_had_before_there_were_any() -> None:
    plain = a_content()
    ruled = dataclasses.replace(plain, rules={"fee_first": True})

    assert content.content_hash(plain) != content.content_hash(ruled)
    assert "rules" in content.plain(plain)


def test_published_rules_are_on_the_page(world: World) -> None:
    assert world.page(MARITAL).rules == NONE
    assert world.page(BIRTH).rules == VersionRules(shows_draft="online")
    said = a_content(rules=stored(REFUSE))
    with pytest.raises(ValueError, match="without a source: unanswered, unanswered_days"):
        publish("9.000001", said, origin="person", at=MONDAY)
    sources = said.sources | {f"rules.{name}": IMPORTED[""] for name in stored(REFUSE)}

    publish("9.000001", dataclasses.replace(said, sources=sources), origin="person", at=MONDAY)

    found = current_version("9.000001")
    assert found is not None
    assert (found.rules.unanswered, found.rules.unanswered_days) == ("refuse", 20)


def test_rules_that_cannot_be_are_not_published(world: World) -> None:
    with pytest.raises(ValueError, match="unknown rules"):
        publish("9.000002", dataclasses.replace(a_content(), rules={"x": 1}), origin="person", at=MONDAY)


def test_a_starter_file_names_the_source_of_each_rule() -> None:
    path = next(starter_shape.FOLDER.glob("*.yaml"))
    text = path.read_text(encoding="utf-8")

    with pytest.raises(ShapeError, match=r"rules\.fee_first"):
        starter_shape.parse(f"{text}\nrules: {{fee_first: true}}\n", path.name)
    with pytest.raises(ShapeError, match="rules"):
        starter_shape.parse(f"{text}\nrules: {{fee_second: true}}\n", path.name)
