"""Identifiers that are publicly known, and no guess for the others."""

from motcua.agencies.official import province_identifier


def test_a_known_province_has_its_identifier() -> None:
    assert province_identifier("82") == "H20"


def test_what_was_only_inferred_or_does_not_exist_has_none() -> None:
    assert [province_identifier(code) for code in ("33", "56", "92", "99")] == [None, None, None, None]
