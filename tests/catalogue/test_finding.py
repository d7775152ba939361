"""Everyday words, short forms and slips of the hand find what the catalogue calls otherwise."""

import pytest

from motcua.catalogue.finding import vocabulary
from motcua.catalogue.finding.listing import EDITION, audiences_of, list_anew, terms_of
from motcua.catalogue.finding.sayings import load_shipped, saying, terms_meant
from motcua.catalogue.finding.understanding import understand
from motcua.catalogue.models import LifeEvent, Listing, Loading, Saying, SayingKind, Term
from motcua.catalogue.publishing import publish
from motcua.catalogue.searching import Filters, search

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db
NAMES = {
    "1.000001": "Đăng ký khai sinh",
    "1.000002": "Cấp giấy chứng nhận quyền sử dụng đất",
    "1.000003": "Đăng ký thường trú",
    "1.000004": "Cấp sổ tạm quản hàng hóa",
    "1.000005": "Thẩm tra giao thông đường bộ",
}


@pytest.fixture
def catalogue() -> None:
    for code, name in NAMES.items():
        publish(code, said(name=name), origin="imported", at=NOON)
    people_say(
        saying("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
        saying("đẻ con", "khai sinh", keeps=True),
        saying("hộ khẩu", "1.000003"),
        saying("ở đâu", kind=SayingKind.FILLER),
        saying("đk", "đăng ký", kind=SayingKind.SHORT),
    )


def people_say(*rows: Saying) -> None:
    Saying.objects.bulk_create(rows)
    vocabulary.count()


def first(typed: str) -> str:
    rows = search(Filters(words=typed)).rows
    return rows[0].code if rows else ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("sổ đỏ", "1.000002"),
        ("so do o dau", "1.000002"),
        ("SỔ ĐỎ ở đâu?", "1.000002"),
        ("hộ khẩu", "1.000003"),
        ("đk khai sinh", "1.000001"),
        ("khai sinhh", "1.000001"),
        ("ddangw kys khai sinh", "1.000001"),
        ("kahi sinh", "1.000001"),
        ("dduong bo", "1.000005"),
        ("giao thong duog bo", "1.000005"),
        ("thuong chu", "1.000003"),
        ("de con", "1.000001"),
        ("1.000004", "1.000004"),
        ("1.00000", "1.000001"),
    ],
)
def test_what_people_type_finds_what_they_mean(typed: str, code: str, catalogue: None) -> None:
    assert first(typed) == code


def test_accents_that_say_something_else_are_believed(catalogue: None) -> None:
    assert "khai_sinh" in understand("đẻ con").weights
    assert "khai_sinh" not in understand("để con").weights


def test_words_that_a_saying_took_do_not_mislead(catalogue: None) -> None:
    assert "so" not in understand("sổ đỏ").weights
    assert "sinh" in understand("đẻ con khai sinh").weights


def test_nothing_but_fillers_is_still_looked_for(catalogue: None) -> None:
    publish("1.000009", said(name="Hỏi ở đâu"), origin="imported", at=NOON)
    vocabulary.count()

    assert first("ở đâu") == "1.000009"


def test_a_saying_that_was_removed_means_nothing_any_more(catalogue: None) -> None:
    Saying.objects.filter(said="hộ khẩu").update(removed_at=LATER)

    assert "1.000003" not in understand("hộ khẩu").weights


def test_the_empty_text_and_marks_ask_for_nothing(catalogue: None) -> None:
    assert understand("").weights == understand("?!").weights == {}


def test_a_saying_needs_a_word() -> None:
    with pytest.raises(ValueError, match="holds no word"):
        saying("?!", "khai sinh")


def test_codes_are_no_part_of_pairs() -> None:
    assert terms_meant("1.000003 khai sinh") == ["1.000003", "khai", "sinh", "khai_sinh"]


def test_names_weigh_more_than_everyday_words_and_these_more_than_the_field() -> None:
    terms = terms_of("1.000001", said(name="Khai sinh", keywords=("đẻ con",), official_name="Khai sinh lại"))

    assert terms["khai_sinh"] == terms["1.000001"] == "A"
    assert terms["de_con"] == "B"
    assert terms["sinh_lai"] == "C"
    assert terms["ho_tich"] == "D"


def test_subjects_fall_into_few_groups() -> None:
    subjects = ("Người nước ngoài cư trú tại Việt Nam", "Doanh nghiệp có vốn đầu tư nước ngoài", "Hợp tác xã", "Khác")

    assert audiences_of(subjects) == ["foreigner", "business"]


def test_listings_are_drawn_anew_once_for_each_edition(catalogue: None) -> None:
    Listing.objects.update(name="cũ")

    assert list_anew(at=LATER) == len(NAMES)
    assert list_anew(at=LATER) == 0
    assert set(Listing.objects.values_list("name", flat=True)) == set(NAMES.values())
    assert Loading.objects.get(name="listings").digest == EDITION


def test_what_is_shipped_is_loaded_once_and_managers_words_stay() -> None:
    assert load_shipped(at=NOON)
    assert not load_shipped(at=LATER)
    assert Saying.objects.filter(shipped=True, said="sổ đỏ").exists()
    assert LifeEvent.objects.filter(slug="sinh-con").exists()
    assert Term.objects.get(term="so_do").said

    Saying.objects.filter(said="sổ đỏ").update(removed_at=NOON)
    Saying.objects.filter(said="sổ hồng").update(shipped=False, means="khác")
    LifeEvent.objects.filter(slug="sinh-con").update(shipped=False, name="Khác")
    Loading.objects.all().delete()
    load_shipped(at=LATER)

    assert Saying.objects.get(said="sổ đỏ").removed_at == NOON
    assert Saying.objects.get(said="sổ hồng").means == "khác"
    assert LifeEvent.objects.get(slug="sinh-con").name == "Khác"
