"""The template environment refuses what is undefined and escapes what is foreign."""

from datetime import date

import pytest
from django.template import engines
from jinja2 import UndefinedError

from motcua.common.jinja import date_parts, url, with_query


def drawn(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


class TestEnvironment:
    def test_an_undefined_name_is_an_error(self) -> None:
        with pytest.raises(UndefinedError):
            drawn("{{ nobody_said_this }}")

    def test_text_is_escaped(self) -> None:
        assert drawn("{{ name }}", name="<b>An</b>") == "&lt;b&gt;An&lt;/b&gt;"

    def test_translated_words_escape_what_is_put_into_them(self) -> None:
        assert drawn('{{ _("Phần %(title)s", title=title) }}', title="<i>") == "Phần &lt;i&gt;"

    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("{{ on|day }}", "thứ Hai, 23/11/2026"),
            ("{{ 8000|money }}", "8.000\u00a0đ"),
            ("{{ '001099012345'|masked_id }}", "••• ••• ••• 345"),
            ("{{ '0987654321'|phone }}", "0987 654 321"),
            ("{{ 3|working_span('working_day') }}", "3 ngày làm việc"),
        ],
    )
    def test_knows_the_words_of_the_house(self, source: str, said: str) -> None:
        assert drawn(source, on=date(2026, 11, 23)) == said

    def test_knows_addresses(self) -> None:
        assert drawn('{{ url("portal:home") }}') == url("portal:home") == "/"


class TestWithQuery:
    def test_leaves_out_what_is_empty(self) -> None:
        found = with_query("/dich-vu-cong/", {"tu-khoa": "khai sinh", "muc-do": "", "trang": None, "so": 0})

        assert found == "/dich-vu-cong/?tu-khoa=khai+sinh&so=0"

    def test_an_address_without_parameters_stays_bare(self) -> None:
        assert with_query("/", {}) == "/"


class TestDateParts:
    @pytest.mark.parametrize("value", [date(2026, 11, 2), "2026-11-02", ("2", "11", "2026"), ["2", "11", "2026"]])
    def test_takes_a_date_iso_text_or_what_was_typed(self, value: object) -> None:
        assert date_parts(value) == ("2", "11", "2026")

    @pytest.mark.parametrize("value", [None, "", ()])
    def test_nothing_gives_three_empty_boxes(self, value: object) -> None:
        assert date_parts(value) == ("", "", "")
