"""Person before shipped before imported, value by value."""

from dataclasses import replace

from motcua.catalogue import content
from motcua.catalogue.merging import merge, vouched

from .making import IMPORTED, IN_BRIEF, SHIPPED, channel, fee, said


def imported(**changes: object) -> content.Content:
    return said(**{"sources": IMPORTED} | changes)


def shipped(**changes: object) -> content.Content:
    return said(**{"sources": SHIPPED} | changes)


def one_case(*channels: content.Channel) -> tuple[content.Case, ...]:
    return (content.Case(channels=channels),)


def test_an_import_fills_what_the_shipped_version_leaves_empty_and_says_whence() -> None:
    merged = merge(shipped(), imported(conditions="Có căn cước"), origin="imported", confirmed=())

    assert merged.content.conditions == "Có căn cước"
    assert merged.content.sources["conditions"]["origin"] == "imported"
    assert merged.content.sources[""]["origin"] == "shipped"
    assert merged.disagreements == []


def test_an_import_never_overwrites_a_shipped_value_but_lies_beside_it() -> None:
    ours = shipped(cases=one_case(channel(fees=(fee(8000),))))
    theirs = imported(cases=one_case(channel(fees=(fee(5000),))))

    merged = merge(ours, theirs, origin="imported", confirmed=())

    assert merged.content.cases == ours.cases
    assert [(one.path, one.kept, one.imported) for one in merged.disagreements] == [
        ("cases.fees", {"counter": [8000]}, {"counter": [5000]})
    ]


def test_what_an_import_filled_before_it_may_change_again() -> None:
    first = merge(shipped(), imported(conditions="Cũ"), origin="imported", confirmed=()).content

    merged = merge(first, imported(conditions="Mới"), origin="imported", confirmed=())

    assert merged.content.conditions == "Mới"


def test_merging_the_same_import_again_changes_nothing() -> None:
    theirs = imported(conditions="Có căn cước", name="Tên khác")
    once = merge(shipped(), theirs, origin="imported", confirmed=()).content

    again = merge(once, theirs, origin="imported", confirmed=()).content

    assert content.content_hash(again) == content.content_hash(once)


def test_a_shipped_version_takes_over_an_imported_one_and_keeps_what_it_lacks() -> None:
    merged = merge(imported(conditions="Có căn cước", level=4), shipped(), origin="shipped", confirmed=())

    assert merged.content.level == 3
    assert merged.content.conditions == "Có căn cước"
    assert [one.path for one in merged.disagreements] == ["level"]
    assert merged.disagreements[0].imported == 4


def test_a_value_inside_a_list_that_a_person_confirmed_stays() -> None:
    path = "cases.0.channels.0.fees"
    ours = imported(cases=one_case(channel(fees=(fee(8000),))))
    theirs = imported(cases=one_case(channel(amount=5, fees=(fee(5000),))))

    merged = merge(ours, theirs, origin="imported", confirmed=(path,))

    assert merged.content.cases[0].channels[0].fees[0].amount == 8000
    assert merged.content.cases[0].channels[0].amount == 5
    assert [one.path for one in merged.disagreements] == [path]


def test_the_whole_stays_where_the_shape_around_a_confirmed_value_changed() -> None:
    ours = imported(cases=one_case(channel("online"), channel("counter", fees=(fee(8000),))))
    theirs = imported(cases=one_case(channel("online")))

    merged = merge(ours, theirs, origin="imported", confirmed=("cases.0.channels.1.fees",))

    assert merged.content.cases == ours.cases
    assert [one.path for one in merged.disagreements] == ["cases"]


def test_a_shipped_change_does_not_overwrite_a_person() -> None:
    persons = said(name="Tên người sửa", sources={**SHIPPED, "name": {"origin": "person", "source": "Chi"}})

    merged = merge(persons, shipped(name="Tên mới"), origin="shipped", confirmed=())

    assert merged.content.name == "Tên người sửa"
    assert merged.content.sources["name"]["origin"] == "person"


def test_what_was_confirmed_is_written_into_the_sources_of_the_next_version() -> None:
    next_version = vouched(imported(), ("name",))

    assert next_version.sources["name"] == {**IMPORTED[""], "origin": "person"}


def test_flags_follow_the_side_whose_value_was_taken() -> None:
    ours = shipped(flags=({"path": "conditions", "why": "from_memory"},))
    theirs = imported(flags=({"path": "cases.0.papers", "why": "no_count"}, {"path": "legal", "why": "no_legal"}))

    merged = merge(replace(ours, conditions="Có"), theirs, origin="imported", confirmed=())

    assert merged.content.flags == ({"path": "conditions", "why": "from_memory"},)


def test_zero_and_no_are_said_and_not_empty() -> None:
    merged = merge(shipped(must_come=False), imported(must_come=True), origin="imported", confirmed=())

    assert merged.content.must_come is False


PERSON = {"origin": "person", "source": "1/QĐ"}
OLDER = {"path": "in_brief", "why": "brief_is_older"}


def test_shipped_sentences_outlive_an_import() -> None:
    ours = shipped(in_brief=IN_BRIEF)

    merged = merge(ours, imported(cases=one_case(channel(fees=(fee(5000),)))), origin="imported", confirmed=())

    assert merged.content.in_brief == IN_BRIEF
    assert OLDER not in merged.content.flags
    assert "in_brief" not in [one.path for one in merged.disagreements]


def test_a_persons_sentences_outlive_an_import_but_say_that_the_facts_changed() -> None:
    ours = imported(in_brief=IN_BRIEF, sources={**IMPORTED, "in_brief": PERSON})
    theirs = imported(cases=one_case(channel(fees=(fee(5000),))))

    same = merge(ours, imported(conditions="Khác"), origin="imported", confirmed=()).content
    other = merge(ours, theirs, origin="imported", confirmed=()).content
    again = merge(other, theirs, origin="imported", confirmed=()).content

    assert (same.in_brief, same.flags) == (IN_BRIEF, ())
    assert (other.in_brief, other.flags) == (IN_BRIEF, (OLDER,))
    assert other.sources["in_brief"] == PERSON
    assert content.content_hash(again) == content.content_hash(other)


def test_sentences_that_come_with_the_new_facts_are_not_doubted() -> None:
    ours = imported(in_brief=IN_BRIEF, sources={**IMPORTED, "in_brief": PERSON})
    theirs = imported(cases=one_case(channel(fees=(fee(5000),))), in_brief=IN_BRIEF)

    assert merge(ours, theirs, origin="imported", confirmed=()).content.flags == ()
