"""The words typed find the procedure, with and without accents, the best first."""

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import content
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.searching import Filters, options, search

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db


def publish_names(*names: str, **changes: object) -> None:
    offers = [Offer(code=f"1.{n:06}", content=said(name=name, **changes)) for n, name in enumerate(names, 1)]
    publish_all(offers, origin="imported", at=NOON)


def found(words: str, **filters: object) -> list[str]:
    return [row.name for row in search(Filters(words=words, **filters)).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["đăng ký khai sinh", "DANG KY KHAI SINH", " khai  sinh dang ky ", "khai sinh, đăng ký"]
)
def test_accents_capitals_spaces_and_order_do_not_matter(typed: str) -> None:
    publish_names("Đăng ký khai sinh", "Đăng ký khai tử")

    assert found(typed) == ["Đăng ký khai sinh"]


def test_the_whole_name_comes_before_names_that_hold_it() -> None:
    names = ("Đăng ký khai sinh lưu động", "Đăng ký lại khai sinh", "Thủ tục đăng ký khai sinh", "Khai sinh, đăng ký")
    publish_names(*names)

    assert found("dang ky khai sinh") == [names[2], names[0], names[3], names[1]]


def test_a_phrase_comes_before_scattered_words_and_the_shorter_name_first() -> None:
    publish_names("Khai báo cho trẻ mới sinh", "Đăng ký khai sinh có yếu tố nước ngoài", "Đăng ký khai sinh")

    assert found("khai sinh") == [
        "Đăng ký khai sinh",
        "Đăng ký khai sinh có yếu tố nước ngoài",
        "Khai báo cho trẻ mới sinh",
    ]


def test_an_everyday_word_that_fits_exactly_comes_before_other_names() -> None:
    publish("1.000001", said(name="Đăng ký khai sinh", keywords=("giấy khai sinh",)), origin="imported", at=NOON)
    publish("1.000002", said(name="Cấp bản sao giấy khai sinh"), origin="imported", at=NOON)

    assert found("giay khai sinh") == ["Đăng ký khai sinh", "Cấp bản sao giấy khai sinh"]


def test_the_commune_comes_before_the_ministry() -> None:
    publish("1.000001", said(name="Cấp giấy A", admin_levels=("bo",)), origin="imported", at=NOON)
    publish("1.000002", said(name="Cấp giấy BB", admin_levels=("xa", "nganh_doc")), origin="imported", at=NOON)

    assert found("giay") == found("") == ["Cấp giấy BB", "Cấp giấy A"]


def test_accents_that_were_typed_decide_between_names_that_fold_alike() -> None:
    publish_names("Cấp giấy mã", "Cấp giấy má")

    assert found("giấy má")[0] == "Cấp giấy má"
    assert found("giấy mã")[0] == "Cấp giấy mã"


def test_a_word_may_be_typed_to_its_middle_but_not_from_it() -> None:
    publish_names("Đăng ký thường trú")

    assert found("thuong tr") == ["Đăng ký thường trú"]
    assert found("hường") == []


def test_a_code_finds_its_procedure() -> None:
    publish_names("Một", "Hai")

    assert found("1.000002") == ["Hai"]


def test_a_percent_sign_finds_nothing_and_breaks_nothing() -> None:
    publish_names("Một")

    assert found("%một") == ["Một"]
    assert found("m_t") == []
    assert found("\\") == ["Một"]


def test_filters_narrow() -> None:
    publish_names("Một")
    other = content.Named(code="G01", name="Bộ Công an")
    publish("1.000009", said(name="Hai", level=4, publisher=other, field=other), origin="imported", at=NOON)

    assert found("", publisher="G01") == found("", level=4) == found("", field="G01") == ["Hai"]
    assert found("", publisher="G01", level=3) == []
    assert found("mot", publisher="G15", level=3, field="HT") == ["Một"]


def test_only_what_is_in_force_is_found() -> None:
    publish_names("Cũ")
    publish("1.000001", said(name="Mới"), origin="imported", at=LATER)

    assert found("") == ["Mới"]
    assert found("cũ") == []


@pytest.mark.parametrize("words", ["", "giấy"])
def test_pages_follow_each_other_without_gap(words: str) -> None:
    publish_names(*(f"Giấy {n:02}" for n in range(45)))

    pages = [search(Filters(words=words), page=number) for number in (1, 2, 3)]

    assert [len(page.rows) for page in pages] == [20, 20, 5]
    assert [page.has_next for page in pages] == [True, True, False]
    assert {page.count for page in pages} == {45}
    assert len({row.code for page in pages for row in page.rows}) == 45


def test_a_page_past_the_end_is_the_first() -> None:
    publish_names("Một")

    assert search(Filters(), page=9).number == 1


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("words", ["", "giấy"])
def test_a_search_is_one_statement(words: str, count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publish_names(*(f"Giấy {n:02}" for n in range(count)))

    with django_assert_num_queries(1):
        assert search(Filters(words=words)).count == count


def test_the_choices_are_what_is_in_force_and_are_kept_for_a_while(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    publish_names("Một")
    other = content.Named(code="G01", name="Bộ Công an")
    publish("1.000009", said(publisher=other, field=content.Named(code="A", name="Án")), origin="imported", at=NOON)

    with django_assert_num_queries(1):
        first = options()
    with django_assert_num_queries(0):
        assert options() is first

    assert first.publishers == (("G01", "Bộ Công an"), ("G15", "Bộ Tư pháp"))
    assert first.fields == (("A", "Án"), ("HT", "Hộ tịch"))
    assert first.fields_for("G01", "") == (("A", "Án"),)
    assert first.fields_for("G01", "HT") == first.fields
    assert first.fields_for("", "") == first.fields
    assert first.fields_for("không có", "") == first.fields
