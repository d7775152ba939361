"""Every type of question keeps the same promises."""

import json
from datetime import date

import jsonschema_rs
import pytest

from motcua.eforms.field_type import FieldType, Option, Question, Refused, Typed
from motcua.eforms.fields import TYPES

TODAY = date(2026, 11, 23)
OPTIONS = (Option("mother", "Mẹ"), Option("father", "Cha"))
EXAMPLES = [(name, example) for name, kind in TYPES.items() for example in kind.examples]
COUNTEREXAMPLES = [(name, wrong) for name, kind in TYPES.items() for wrong in kind.counterexamples]


def ask(name: str) -> tuple[FieldType, Question]:
    return TYPES[name], Question(name="it", type=name, label="Điều hỏi", options=OPTIONS)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_shows_what_it_takes_and_what_it_refuses(name: str) -> None:
    assert TYPES[name].examples
    assert TYPES[name].counterexamples


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=str)
def test_a_kept_value_parses_to_itself(name: str, example: Typed) -> None:
    kind, question = ask(name)

    kept = kind.parse(question, example, TODAY)

    assert kind.parse(question, kept, TODAY) == kept


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=str)
def test_a_kept_value_goes_back_into_its_field_and_out_again(name: str, example: Typed) -> None:
    kind, question = ask(name)
    kept = kind.parse(question, example, TODAY)

    again = kind.parse(question, kind.editable(question, kept), TODAY)

    assert again == kept


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=str)
def test_the_schema_accepts_what_is_kept(name: str, example: Typed) -> None:
    kind, question = ask(name)
    kept = kind.parse(question, example, TODAY)

    jsonschema_rs.validate(kind.json_schema(question), json.loads(json.dumps(kept)))


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=str)
def test_a_kept_value_is_shown_in_words(name: str, example: Typed) -> None:
    kind, question = ask(name)

    shown = kind.display(question, kind.parse(question, example, TODAY))

    assert shown.strip()
    assert shown not in {"True", "False"}


@pytest.mark.parametrize(("name", "wrong"), COUNTEREXAMPLES, ids=lambda part: str(part)[:30])
def test_a_wrong_value_is_refused_in_twenty_words_or_less(name: str, wrong: Typed) -> None:
    kind, question = ask(name)

    with pytest.raises(Refused) as refused:
        kind.parse(question, wrong, TODAY)

    # The words of the house: no blame, no "please", no "invalid".
    words = refused.value.message
    assert 2 <= len(words.split()) <= 24
    assert not any(never in words.lower() for never in ("vui lòng", "không hợp lệ", "bắt buộc", "!"))


@pytest.mark.parametrize("name", TYPES)
def test_the_schema_is_one(name: str) -> None:
    kind, question = ask(name)

    jsonschema_rs.meta.validate(
        kind.json_schema(question) | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    )


class TestDate:
    def test_a_birth_tomorrow_is_refused_with_the_day_of_today(self) -> None:
        kind, _plain = ask("date")
        birth = Question(name="it", type="date", label="Ngày sinh", more={"birth": True})

        with pytest.raises(Refused, match="thứ Hai, 23/11/2026"):
            kind.parse(birth, ["24", "11", "2026"], TODAY)

        assert kind.parse(birth, ["23", "11", "2026"], TODAY) == "2026-11-23"

    def test_says_how_many_days_a_month_has(self) -> None:
        kind, question = ask("date")

        with pytest.raises(Refused, match="Tháng 2 năm 2026 chỉ có 28 ngày"):
            kind.parse(question, ["29", "2", "2026"], TODAY)

    def test_keeps_what_was_typed_in_each_part(self) -> None:
        kind, question = ask("date")

        assert kind.typed(question, {"it-day": " 31 ", "it-month": "hai", "it-year": ""}) == ["31", "hai", ""]


class TestIdNumber:
    def test_counts_the_digits_that_were_typed(self) -> None:
        kind, question = ask("id_number")

        with pytest.raises(Refused, match="Số định danh có 12 chữ số; ông/bà ghi 11 số"):
            kind.parse(question, "001 099 012 34", TODAY)

    def test_tells_that_the_card_of_nine_digits_expired(self) -> None:
        kind, question = ask("id_number")

        with pytest.raises(Refused, match="31/12/2024"):
            kind.parse(question, "331234567", TODAY)


class TestDateInWords:
    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("2026-11-02", "Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu"),
            ("2005-04-21", "Ngày hai mươi mốt tháng tư năm hai nghìn không trăm linh năm"),
            ("1994-10-15", "Ngày mười lăm tháng mười năm một nghìn chín trăm chín mươi tư"),
            ("2000-12-31", "Ngày ba mươi mốt tháng mười hai năm hai nghìn"),
            ("2010-01-10", "Ngày mười tháng một năm hai nghìn không trăm mười"),
        ],
    )
    def test_writes_a_day_as_it_is_said(self, day: str, words: str) -> None:
        question = Question(name="it", type="date_in_words", label="Ghi bằng chữ", more={"of": "day"})

        assert TYPES["date_in_words"].fill(question, {"day": day}) == words

    def test_waits_for_a_day_that_exists(self) -> None:
        question = Question(name="it", type="date_in_words", label="Ghi bằng chữ", more={"of": "day"})

        assert TYPES["date_in_words"].fill(question, {"day": ["31", "2", "2026"]}) is None


class TestNumber:
    def test_names_its_bounds(self) -> None:
        question = Question(name="it", type="number", label="Số bản", more={"min": 1, "max": 50, "suffix": "bản"})

        with pytest.raises(Refused, match="từ 1 đến 50"):
            TYPES["number"].parse(question, "51", TODAY)

        assert TYPES["number"].display(question, 2) == "2 bản"

    def test_a_number_that_a_draft_keeps_as_it_was_typed_is_shown_as_it_was_typed(self) -> None:
        assert TYPES["number"].display(Question(name="it", type="number", label="Số bản"), "hai") == "hai"
