"""How Vietnamese writes dates, money, numbers and the order of names."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from motcua.common import words

AN_EVENING_IN_HANOI = datetime(2026, 11, 25, 17, 30, tzinfo=UTC)  # 00:30 of the next day there


class TestDates:
    @pytest.mark.parametrize(
        ("on", "said"),
        [
            (date(2026, 11, 23), "thứ Hai, 23/11/2026"),
            (date(2026, 11, 29), "Chủ nhật, 29/11/2026"),
            (date(2026, 2, 3), "thứ Ba, 03/02/2026"),
            (AN_EVENING_IN_HANOI, "thứ Năm, 26/11/2026"),
        ],
    )
    def test_names_the_weekday_and_two_digits(self, on: date, said: str) -> None:
        assert words.day(on) == said

    def test_leaves_the_year_out_where_space_is_short(self) -> None:
        assert words.day(date(2026, 11, 26), short=True) == "thứ Năm, 26/11"

    def test_begins_a_sentence_with_a_capital(self) -> None:
        assert words.day_start(date(2026, 11, 23)) == "Thứ Hai, 23/11/2026"

    def test_a_moment_is_told_in_the_time_of_vietnam(self) -> None:
        assert words.moment(AN_EVENING_IN_HANOI) == "00:30 thứ Năm, 26/11/2026"
        assert words.clock(AN_EVENING_IN_HANOI) == "00:30"
        assert words.date_only(AN_EVENING_IN_HANOI) == "26/11/2026"


class TestFigures:
    @pytest.mark.parametrize(
        ("amount", "said"),
        [(8000, "8.000\u00a0đ"), (0, "miễn phí"), (None, "theo văn bản"), (1250000, "1.250.000\u00a0đ")],
    )
    def test_money_is_never_a_bare_zero(self, amount: int | None, said: str) -> None:
        assert words.money(amount) == said

    @pytest.mark.parametrize(
        ("value", "places", "said"),
        [(1234.5, None, "1.234,5"), (Decimal("0.25"), 1, "0,3"), (12, None, "12"), (1000000, None, "1.000.000")],
    )
    def test_numbers_have_points_and_a_comma(self, value: float, places: int | None, said: str) -> None:
        assert words.number(value, places) == said

    @pytest.mark.parametrize(
        ("share", "said"), [(0.981, "98,1\u00a0%"), (1, "100\u00a0%"), (0.5, "50\u00a0%"), (0.1, "10\u00a0%")]
    )
    def test_percent_drops_only_idle_decimals(self, share: float, said: str) -> None:
        assert words.percent(share) == said

    @pytest.mark.parametrize(
        ("octets", "said"),
        [
            (0, "0\u00a0kB"),
            (12, "1\u00a0kB"),
            (52_400, "52\u00a0kB"),
            (999_499, "999\u00a0kB"),
            (999_600, "1\u00a0MB"),
            (1_234_567, "1,2\u00a0MB"),
            (31_000_000, "31\u00a0MB"),
        ],
    )
    def test_sizes_are_kilobytes_and_megabytes(self, octets: int, said: str) -> None:
        assert words.size(octets) == said

    @pytest.mark.parametrize(
        ("count", "unit", "said"),
        [
            (8, "hour", "8 giờ làm việc"),
            (3, "working_day", "3 ngày làm việc"),
            (10, "day", "10 ngày"),
            (2, "month", "2 tháng"),
            (1, "same_day", "trong ngày"),
        ],
    )
    def test_spans_say_what_they_count(self, count: int, unit: str, said: str) -> None:
        assert words.working_span(count, unit) == said

    def test_an_unknown_unit_of_time_is_refused(self) -> None:
        with pytest.raises(ValueError, match="fortnight"):
            words.working_span(1, "fortnight")


class TestPeople:
    @pytest.mark.parametrize(
        ("stored", "said"),
        [
            ("+84987654321", "0987 654 321"),
            ("0987654321", "0987 654 321"),
            ("02773000000", "0277 300 0000"),
            ("+842773000000", "0277 300 0000"),
            ("+4420", "+4420"),
            ("", ""),
        ],
    )
    def test_phones_are_grouped_the_vietnamese_way(self, stored: str, said: str) -> None:
        assert words.phone(stored) == said

    def test_an_id_number_stands_in_groups_of_three(self) -> None:
        assert words.id_number("001099012345") == "001 099 012 345"

    @given(st.text("0123456789", min_size=4, max_size=12))
    def test_a_masked_number_shows_three_digits_and_no_more(self, number: str) -> None:
        masked = words.masked_id(number)

        assert "".join(filter(str.isdigit, masked)) == number[-3:]
        assert masked.count("•") == len(number) - 3

    def test_a_range_of_hours_never_breaks(self) -> None:
        assert words.unbroken("07:00–11:30") == "07:00\u2060–\u206011:30"


class TestFold:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Đăng ký  Khai SINH", "dang ky khai sinh"),
            ("Phú Điền", "phu dien"),
            ("  ", ""),
            ("Thủy, Thuỷ", "thuy, thuy"),
        ],
    )
    def test_forgets_accents_case_and_spare_spaces(self, text: str, folded: str) -> None:
        assert words.fold(text) == folded

    @given(st.text("aăâđeêioôơuưyáàảãạếềểễệ ĐƯỜNGkhlm", max_size=40))
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert words.fold(words.fold(text)) == words.fold(text)


def in_order(names: list[str], key: Callable[[str], str]) -> list[str]:
    """The names sorted from the worst beginning: backwards."""
    turned = [*reversed(names)]
    turned.sort(key=key)
    return turned


class TestOrder:
    def test_letters_come_before_tones_and_tones_before_capitals(self) -> None:
        right = [
            "an",
            "An",
            "àn",
            "ản",
            "ãn",
            "án",
            "ạn",
            "ang",
            "ăn",
            "ân",
            "dao",
            "đào",
            "đạo",
            "ên",
            "Ơn",
            "ưng",
            "ý",
        ]

        assert in_order(right, words.sort_key) == right

    def test_words_come_before_longer_words(self) -> None:
        right = ["Hoa", "Hoà", "Hoa An", "Hoàng", "Hòn"]

        assert in_order(right, words.sort_key) == right

    def test_digits_come_before_letters(self) -> None:
        assert sorted(["tổ b", "tổ 2", "tổ 1"], key=words.sort_key) == ["tổ 1", "tổ 2", "tổ b"]

    def test_a_people_s_list_is_ordered_by_given_name(self) -> None:
        right = ["Trần Văn An", "Nguyễn Thị Ân", "Lê Bình", "Lê Thị Bình", "Phạm Bình", "Vũ Đạo", "Y"]

        assert in_order(right, words.name_key) == right

    def test_an_empty_name_has_a_key(self) -> None:
        assert words.name_key("") == ""

    @given(st.text("aăâbdđeênoôơuưyAĂÂĐàảãáạ '’12 ", max_size=24))
    def test_keys_are_plain_text_and_ignore_how_accents_are_stored(self, text: str) -> None:
        key = words.sort_key(text)

        assert "\0" not in key
        assert key == words.sort_key(unicodedata.normalize("NFD", text))


class TestInEnglish:
    """The same values on an English page."""

    @pytest.fixture(autouse=True)
    def english(self) -> Iterator[None]:
        with translation.override("en"):
            yield

    def test_numbers_change_their_signs(self) -> None:
        assert words.number(Decimal("1234.5")) == "1,234.5"
        assert words.percent(Decimal("0.981")) == "98.1\u00a0%"
        assert words.percent(12, 0) == "1,200\u00a0%"
        assert words.money(8000) == "8,000\u00a0đ"
        assert words.size(1_000_000) == "1\u00a0MB"
        assert words.size(1_200_000) == "1.2\u00a0MB"

    def test_days_and_spans_are_told_in_english(self) -> None:
        assert words.day(date(2026, 11, 3)) == "Tuesday, 3 November 2026"
        assert words.day(date(2026, 11, 3), short=True) == "Tuesday, 3 November"
        assert words.date_only(date(2026, 11, 23)) == "23 November 2026"
        assert words.moment(AN_EVENING_IN_HANOI) == "00:30 Thursday, 26 November 2026"
        assert words.working_span(1, "working_day") == "1 working day"
        assert words.working_span(3, "working_day") == "3 working days"
        assert words.working_span(8, "hour") == "8 working hours"
        assert words.working_span(1, "same_day") == "same day"
        assert words.money(0) == "free"
