"""What a type inherits when it says nothing else."""

from datetime import date

import pytest

from motcua.eforms.field_type import FieldType, Option, Question, Refused

TODAY = date(2026, 11, 23)
PLAIN = FieldType()


def test_the_definition_s_limit_goes_before_the_type_s() -> None:
    short = Question(name="it", type="text", label="Điều hỏi", more={"max_length": 5})

    with pytest.raises(Refused, match="Chỉ ghi được 5 ký tự; ông/bà ghi 9"):
        PLAIN.parse(short, "Thanh Mỹ!", TODAY)

    assert PLAIN.json_schema(short)["maxLength"] == 5


def test_what_is_no_text_is_asked_for_again() -> None:
    with pytest.raises(Refused, match="Ghi nơi sinh"):
        PLAIN.parse(Question(name="it", type="text", label="Nơi sinh"), ["1", "2", "3"], TODAY)


def test_own_words_for_a_missing_answer_go_first() -> None:
    question = Question(name="it", type="text", label="Nơi sinh", missing="Ghi nơi sinh của trẻ")

    assert PLAIN.ask(question) == "Ghi nơi sinh của trẻ"


def test_what_is_typed_is_one_clean_line() -> None:
    assert PLAIN.typed(Question(name="it", type="text", label="Nơi sinh"), {"it": "  Trạm \t y tế "}) == "Trạm y tế"


def test_choices_are_shown_as_they_are() -> None:
    question = Question(name="it", type="choice", label="Ai", options=(Option("a", "A"),))

    assert PLAIN.shown_options(question) == question.options
