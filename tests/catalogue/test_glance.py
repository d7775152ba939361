"""Time and fee in one line; None where one line would mislead."""

from motcua.catalogue import content
from motcua.catalogue.glance import glance

from .making import channel, fee, said


def of(*channels: content.Channel) -> dict[str, object]:
    return glance(said(cases=(content.Case(channels=channels),)))


def test_one_term_everywhere_is_told() -> None:
    assert of(channel("online"), channel("counter"))["time"] == {"unit": "working_day", "low": 3, "high": 3}


def test_terms_of_one_unit_become_a_range() -> None:
    assert of(channel("online", 1), channel("counter", 5))["time"] == {"unit": "working_day", "low": 1, "high": 5}


def test_one_term_that_is_not_understood_makes_all_of_them_words() -> None:
    assert of(channel("online"), channel("counter", None, ""))["time"] is None


def test_no_way_to_hand_in_is_no_term() -> None:
    assert of() == {"time": None, "fee": None}


def test_a_fee_and_a_charge_add_up() -> None:
    told = of(channel(fees=(fee(5000), fee(8000, kind="phi"))))

    assert told["fee"] == {"low": 13000, "high": 13000, "per": ""}


def test_two_fees_of_one_kind_are_alternatives() -> None:
    assert of(channel(fees=(fee(5000), fee(8000))))["fee"] == {"low": 5000, "high": 8000, "per": ""}


def test_a_conditional_fee_is_no_part_of_it() -> None:
    assert of(channel(fees=(fee(0), fee(8000, when="Xin thêm"))))["fee"] == {"low": 0, "high": 0, "per": ""}


def test_an_unknown_fee_is_not_zero() -> None:
    assert of(channel(fees=(fee(None, text="theo nghị quyết"),)))["fee"] is None
    assert of(channel(fees=()))["fee"] is None


def test_what_it_is_paid_for_is_told() -> None:
    assert of(channel(fees=(fee(2000, per="trang"),)))["fee"] == {"low": 2000, "high": 2000, "per": "trang"}
