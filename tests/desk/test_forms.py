"""What officers type, read or refused without a page around it."""

from datetime import date
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from motcua.desk.forms import handed
from motcua.desk.forms.acting import TermFields
from motcua.desk.forms.receiving import ReceiveForm
from motcua.dossiers.actions import Term
from tests.world import BIRTH, World, a_picture

PERSON = {"channel": "counter", "owner_name": "Trần  An", "owner_number": "087190000011", "delivery": "counter"}


def form(**typed: Any) -> ReceiveForm:
    made = ReceiveForm(PERSON | typed, counters=[], asks_term=False)
    made.is_valid()
    return made


class Stated(TermFields):
    """The term alone."""

    def clean(self) -> dict[str, Any]:
        return {"term": self.read_term(super().clean() or {})}


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ({"term_amount": "5", "term_unit": "hour"}, Term(5, "hour", "QĐ 1")),
        ({"term_amount": "5", "term_unit": "same_day"}, Term(None, "same_day", "QĐ 1")),
        ({"term_unit": "no_date"}, Term(None, "no_date", "QĐ 1")),
    ],
)
def test_a_term_is_an_amount_with_a_unit_or_a_unit_alone(typed: dict[str, str], term: Term) -> None:
    stated = Stated(typed | {"term_ground": "QĐ 1"})

    assert stated.is_valid(), stated.errors
    assert stated.cleaned_data["term"] == term


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"term_unit", "term_ground"}),
        ({"term_unit": "day", "term_ground": "QĐ 1"}, {"term_amount"}),
        ({"term_unit": "day", "term_ground": "QĐ 1", "term_amount": "0"}, {"term_amount"}),
        ({"term_unit": "day", "term_ground": "QĐ 1", "term_amount": "366"}, {"term_amount"}),
        ({"term_unit": "week", "term_ground": "QĐ 1", "term_amount": "3"}, {"term_unit"}),
    ],
)
def test_a_term_that_cannot_be_computed_is_refused_beside_its_field(typed: dict[str, str], wrong: set[str]) -> None:
    assert set(Stated(typed).errors) == wrong


def test_names_and_numbers_are_kept_in_one_form() -> None:
    made = form(owner_phone="+84 987 654 321", owner_number="087 190 000 011")

    assert (made.owner().name, made.owner().phone, made.owner().id_number) == (
        "Trần An", "+84987654321", "087190000011",
    )  # fmt: skip


def test_an_address_is_kept_only_for_the_post() -> None:
    assert form(delivery_address="Ấp 1").receiving().address == ""
    assert form(delivery="post", delivery_address="Ấp 1").receiving().address == "Ấp 1"


def test_a_way_of_delivery_that_is_not_offered_is_refused() -> None:
    assert set(form(delivery="online").errors) == {"delivery"}


def test_a_token_that_is_none_gets_a_new_one() -> None:
    first, second = form(token=""), form(token="")

    assert first.cleaned_data["token"] != second.cleaned_data["token"]


def test_reopening_keeps_what_was_typed_without_judging_it() -> None:
    typed = {"owner_name": "A", "owner_birth-day": "31", "owner_birth-month": "2", "owner_birth-year": ""}
    made = ReceiveForm.reopened(typed, counters=[], asks_term=False)

    assert not made.is_bound
    assert made["owner_birth"].value() == ("31", "2", "")
    assert made["channel"].value() == "counter"


def test_a_date_of_birth_is_read() -> None:
    born = {"owner_birth-day": "2", "owner_birth-month": "11", "owner_birth-year": "2026"}

    assert form(**born).owner().birth_on == date(2026, 11, 2)


def test_scans_belong_to_their_paper_and_others_to_none(world: World) -> None:
    rows = handed.rows_of(world.page(BIRTH).cases[0], {})
    files: MultiValueDict[str, Any] = MultiValueDict(
        {rows[0].scan: [a_picture("a.png"), a_picture("b.png")], "scan-other": [a_picture("c.png")]}
    )

    assert [(pk, upload.name) for pk, upload in handed.scans(rows, files)] == [
        (rows[0].paper.id, "a.png"), (rows[0].paper.id, "b.png"), (None, "c.png"),
    ]  # fmt: skip


def test_without_a_case_there_are_no_papers() -> None:
    assert handed.rows_of(None, {}) == []


CUNEIFORM = "Ấp 1 𒀀"  # no font of the papers has it


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("owner_name", {}),
        ("owner_address", {}),
        ("submitter_name", {"submitter_phone": "0912345678"}),
        ("delivery_address", {"delivery": "post"}),
        ("note", {}),
    ],
)
def test_what_no_paper_shows_is_told_once_beside_its_field(name: str, more: dict[str, str]) -> None:
    made = form(**(more | {name: CUNEIFORM}))

    assert made.errors == {name: ["Ký tự “𒀀” không in được trên giấy. Xóa ký tự đó rồi ghi lại"]}
    assert made[name].value() == CUNEIFORM


@pytest.mark.parametrize("name", ["Trần An 😀", "שלום", "Ngô Ỹ Ọ", "Müller-Đặng"])
def test_signs_that_the_fonts_have_are_accepted(name: str) -> None:
    assert form(owner_name=name).owner().name == name


def test_the_ground_of_a_term_is_for_papers_too() -> None:
    stated = Stated({"term_unit": "no_date", "term_ground": CUNEIFORM})

    assert set(stated.errors) == {"term_ground"}
    assert len(stated.errors["term_ground"]) == 1
