"""Reading, checking and showing the shipped forms, without a database."""

from datetime import date
from typing import Any

import jsonschema_rs
import pytest

from motcua.eforms import definition
from motcua.eforms.form import Form

TODAY = date(2026, 11, 23)
FORMS = {told["code"]: Form.of(told) for told in definition.shipped()}
GENERAL = FORMS["don-chung"]
BIRTH = FORMS["to-khai-dang-ky-khai-sinh"]
CHILD = {
    "child_name": "Trần Minh Khang",
    "child_birth_on-day": "2",
    "child_birth_on-month": "11",
    "child_birth_on-year": "2026",
    "child_sex": "male",
    "child_ethnic_group": "01",
    "child_nationality": "VN",
    "child_birth_place": "Trạm y tế xã Thanh Mỹ,\r\ntỉnh Đồng Tháp",
    "child_home_town": "xã Thanh Mỹ, tỉnh Đồng Tháp",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
class TestEveryForm:
    def test_its_example_has_no_problems(self, form: Form) -> None:
        assert form.problems(form.example(), on=TODAY) == {}

    def test_its_schema_is_of_2020_12_and_accepts_the_example(self, form: Form) -> None:
        schema = form.schema()

        jsonschema_rs.meta.validate(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert jsonschema_rs.Draft202012Validator(schema).is_valid(form.example())

    def test_an_empty_set_of_answers_names_every_required_question(self, form: Form) -> None:
        asked = form.questions.items()
        required = {name for name, question in asked if question.required and not question.limit("of", "")}

        assert set(form.problems({}, on=TODAY)) == required

    def test_it_knows_submitter_and_owner(self, form: Form) -> None:
        parties = {question.party for question in form.questions.values()}

        assert {"submitter.name", "submitter.birth_on", "submitter.id_number", "owner.name"} <= parties


class TestRead:
    def test_keeps_values_and_writes_the_birth_in_words(self) -> None:
        answers, errors = BIRTH.read(BIRTH.sections[1], CHILD, on=TODAY)

        assert errors == {}
        assert answers["child_birth_on"] == "2026-11-02"
        assert answers["child_birth_in_words"].startswith("Ngày hai tháng mười một")
        assert answers["child_birth_place"] == "Trạm y tế xã Thanh Mỹ,\ntỉnh Đồng Tháp"

    def test_own_words_for_the_birth_stay(self) -> None:
        told = "Mồng hai tháng mười một năm hai không hai sáu"

        answers, _errors = BIRTH.read(BIRTH.sections[1], CHILD | {"child_birth_in_words": told}, on=TODAY)

        assert answers["child_birth_in_words"] == told

    def test_what_was_refused_is_kept_as_typed(self) -> None:
        wrong = CHILD | {"child_birth_on-day": "31", "child_name": ""}

        answers, errors = BIRTH.read(BIRTH.sections[1], wrong, on=TODAY)

        assert answers["child_birth_on"] == ["31", "11", "2026"]
        assert "child_birth_in_words" not in errors
        assert errors["child_birth_on"] == "Tháng 11 năm 2026 chỉ có 30 ngày"
        assert errors["child_name"] == "Ghi họ, chữ đệm, tên của trẻ"
        assert answers["child_name"] is None

    def test_what_was_refused_is_still_a_problem_later(self) -> None:
        wrong = CHILD | {"child_birth_on-day": "31"}
        answers, _errors = BIRTH.read(BIRTH.sections[1], wrong, on=TODAY)

        problems = BIRTH.problems(BIRTH.example() | answers, on=TODAY)

        assert problems["child_birth_on"] == "Tháng 11 năm 2026 chỉ có 30 ngày"

    def test_an_option_that_is_not_offered_is_refused(self) -> None:
        _answers, errors = BIRTH.read(BIRTH.sections[1], CHILD | {"child_sex": "unknown"}, on=TODAY)

        assert errors == {"child_sex": "Chọn giới tính của trẻ"}

    def test_an_owner_of_whom_something_is_told_needs_a_name(self) -> None:
        _answers, errors = GENERAL.read(GENERAL.sections[0], {"owner_phone": "0987 654 321"}, on=TODAY)

        assert errors["owner_name"] == "Ghi họ và tên chủ hồ sơ"

    def test_an_owner_of_whom_nothing_is_told_needs_none(self) -> None:
        _answers, errors = GENERAL.read(GENERAL.sections[0], {}, on=TODAY)

        assert "owner_name" not in errors


class TestProblems:
    def test_the_schema_finds_what_no_question_asked(self) -> None:
        answers: dict[str, Any] = GENERAL.example() | {"nobody_asked": "x"}

        assert GENERAL.problems(answers, on=TODAY)

    def test_a_day_that_was_past_when_filled_in_is_judged_on_the_day_of_filing(self) -> None:
        answers = BIRTH.example() | {"child_birth_on": "2026-11-24"}

        assert "child_birth_on" in BIRTH.problems(answers, on=TODAY)
        assert BIRTH.problems(answers, on=date(2026, 11, 24)) == {}


class TestPrefilled:
    def test_takes_what_is_known_of_the_submitter_and_the_defaults(self) -> None:
        known = {"submitter.name": "Trần An", "submitter.id_number": "001099012345", "submitter.email": ""}

        assert BIRTH.prefilled(known) == {
            "requester_name": "Trần An",
            "requester_paper_number": "001099012345",
            "requester_paper_kind": "personal_number",
            "child_nationality": "VN",
            "copies_wanted": False,
        }


class TestDisplay:
    def test_shows_options_by_their_words_and_numbers_in_groups(self) -> None:
        assert BIRTH.display(BIRTH.questions["child_ethnic_group"], "05") == "Khmer"
        assert BIRTH.display(BIRTH.questions["mother_id_number"], "001099012345") == "001 099 012 345"
        assert BIRTH.display(BIRTH.questions["child_birth_on"], "2026-11-02") == "02/11/2026"

    def test_shows_a_wrong_date_as_it_was_typed(self) -> None:
        assert BIRTH.display(BIRTH.questions["child_birth_on"], ["31", "2", "2026"]) == "31 2 2026"

    def test_shows_nothing_for_nothing(self) -> None:
        assert BIRTH.display(BIRTH.questions["child_name"], None) == ""


def test_what_was_told_stands_under_the_headings_of_its_page() -> None:
    parents = BIRTH.sections[2]
    mother_and_father = BIRTH.told(parents, BIRTH.example())

    assert len(mother_and_father) == 2
    assert all(heading for heading, _rows in mother_and_father)
    assert BIRTH.told(parents, {}) == []


def test_answers_are_carried_to_another_form_where_it_asks_the_same_and_takes_them() -> None:
    told = next(one for one in definition.shipped() if one["code"] == "don-chung")
    questions = [
        {**question, "type": "long_text"} if question["name"] == "applicant_name" else question
        for section in told["sections"]
        for question in section["questions"]
        if question["name"] != "details"
    ]
    newer = Form.of({**told, "sections": [{"name": "all", "title": "Đơn", "questions": questions}]})
    given = GENERAL.example() | {"applicant_phone": "không phải số"}

    kept = newer.carried(GENERAL, given, on=TODAY)

    assert set(GENERAL.example()) - set(kept) == {"applicant_name", "details", "applicant_phone"}
    assert kept["request"] == given["request"]
