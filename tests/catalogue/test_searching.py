"""The words typed find the procedure, with and without accents, the best first."""

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import content
from motcua.catalogue.finding import vocabulary
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.searching import Filters, near, options, same_named, search, suggest

from .making import LATER, NOON, channel, fee, said

pytestmark = pytest.mark.django_db


def publish_names(*names: str, **changes: object) -> None:
    offers = [Offer(code=f"1.{n:06}", content=said(name=name, **changes)) for n, name in enumerate(names, 1)]
    publish_all(offers, origin="imported", at=NOON)
    vocabulary.count()


def found(words: str, **filters: object) -> list[str]:
    return [row.name for row in search(Filters(words=words, **filters)).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["đăng ký khai sinh", "DANG KY KHAI SINH", " khai  sinh dang ky ", "khai sinh, đăng ký"]
)
def test_accents_capitals_spaces_and_order_do_not_matter(typed: str) -> None:
    publish_names("Đăng ký khai sinh", "Đăng ký khai tử")

    assert found(typed)[0] == "Đăng ký khai sinh"


def test_the_whole_name_comes_before_names_that_hold_it() -> None:
    publish_names("Đăng ký khai sinh lưu động", "Đăng ký lại khai sinh", "Đăng ký khai sinh", "Khai sinh, đăng ký")

    assert found("dang ky khai sinh")[0] == "Đăng ký khai sinh"


def test_the_shorter_name_comes_first_and_scattered_words_last() -> None:
    publish_names("Khai báo cho trẻ mới sinh", "Đăng ký khai sinh có yếu tố nước ngoài", "Đăng ký khai sinh")

    assert found("khai sinh")[:2] == ["Đăng ký khai sinh", "Đăng ký khai sinh có yếu tố nước ngoài"]


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


def test_a_word_may_be_typed_to_its_middle() -> None:
    publish_names("Đăng ký thường trú")

    assert found("thuong tr") == [row.name for row in suggest("thuong tr")] == ["Đăng ký thường trú"]


def test_what_looks_like_nothing_known_is_offered_its_nearest() -> None:
    publish_names("Đăng ký thường trú", "Khai tử")

    assert found("thuuwngggtruongs") == []
    assert [row.name for row in near("thuongggg")] == ["Đăng ký thường trú"]


def test_the_tail_that_fits_far_worse_than_the_best_is_not_told() -> None:
    publish_names("Đăng ký khai sinh", *(f"Đăng việc {n}" for n in range(30)))

    assert found("đăng ký khai sinh") == ["Đăng ký khai sinh"]


def test_counts_tell_what_each_choice_would_leave_under_the_other_filters() -> None:
    publish_names("Khai sinh", "Khai tử")
    other = content.Named(code="G01", name="Bộ Công an")
    publish("1.000009", said(name="Khai vắng", level=4, publisher=other), origin="imported", at=NOON)

    page = search(Filters(words="khai", level=3), counting=True)

    assert page.count == 2
    assert page.counts["level"] == {"3": 2, "4": 1}
    assert page.counts["publisher"] == {"G15": 2}
    assert page.counts["channel"] == {"online": 2, "counter": 2}
    assert search(Filters(), counting=True).counts["publisher"] == {"G15": 2, "G01": 1}


def test_what_costs_nothing_and_who_may_hand_in_are_filters() -> None:
    publish_names("Một", subjects=("Công dân Việt Nam", "Doanh nghiệp"))
    owed = content.Case(channels=(channel(fees=(fee(8000),)),))
    publish("1.000009", said(name="Hai", cases=(owed,), subjects=("Người nước ngoài",)), origin="imported", at=NOON)

    assert found("", free=True) == found("", audience="business") == ["Một"]
    assert found("", audience="foreigner") == ["Hai"]
    assert found("", channel="online") == ["Một"]
    assert found("", admin_level="xa", by_name=True) == ["Hai", "Một"]


def test_a_code_finds_its_procedure() -> None:
    publish_names("Một", "Hai")

    assert found("1.000002") == ["Hai"]


def test_a_percent_sign_finds_nothing_and_breaks_nothing() -> None:
    publish_names("Một")

    assert found("%một") == ["Một"]
    assert found("xyz_t'") == []
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
    assert found("mới") == ["Mới"]


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
@pytest.mark.parametrize(("words", "statements"), [("", 1), ("giấy", 3), ("giayy", 4)])
def test_a_search_is_few_statements(
    words: str, statements: int, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish_names(*(f"Giấy {n:02}" for n in range(count)))
    options()

    with django_assert_num_queries(statements):
        assert search(Filters(words=words), counting=bool(words)).count == count


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

    assert list(first.publishers.items()) == [("G01", "Bộ Công an"), ("G15", "Bộ Tư pháp")]
    assert list(first.fields.items()) == [("A", "Án"), ("HT", "Hộ tịch")]
    assert first.fields_of == {"G01": {"A"}, "G15": {"HT"}}


def test_names_that_a_list_holds_twice_cost_one_statement_more_and_others_none(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    publish_names("Đăng ký kết hôn", "Đăng ký KẾT HÔN", "Đăng ký kết hôn lưu động", executing="Ủy ban nhân dân cấp xã")
    rows = search(Filters(words="kết hôn")).rows

    with django_assert_num_queries(1):
        assert same_named(rows) == dict.fromkeys(("1.000001", "1.000002"), "Ủy ban nhân dân cấp xã")
    with django_assert_num_queries(0):
        assert same_named(rows[:1]) == {}
