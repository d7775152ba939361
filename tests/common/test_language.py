"""The words of templates: as written for who reads Vietnamese, looked up for who does not, values always escaped."""

from collections.abc import Iterator

import pytest
from django.template import engines
from django.utils.translation import override

from motcua.common import language
from motcua.common.language import say, say_counted


@pytest.fixture
def english() -> Iterator[None]:
    with override("en"):
        yield


def test_vietnamese_is_as_written() -> None:
    assert say("Tìm kiếm") == "Tìm kiếm"
    assert say("100%% của %(name)s", name="An") == "100% của An"


def test_values_are_escaped_and_the_sentence_is_not() -> None:
    assert say("<b>%(name)s</b>", name="<script>") == "<b>&lt;script&gt;</b>"


def test_another_language_is_looked_up(english: None) -> None:
    assert say("Tìm kiếm") != "Tìm kiếm"


def test_the_requests_language_outweighs_the_threads(english: None) -> None:
    mark = language.spoken.set("vi")
    try:
        assert say("Tìm kiếm") == "Tìm kiếm"
    finally:
        language.spoken.reset(mark)


def test_numbers_have_one_form_in_vietnamese() -> None:
    assert say_counted("%(num)s tệp", "%(num)s tệp", 1) == "1 tệp"


def test_templates_use_it_in_all_their_ways() -> None:
    said = '{{ _("%(a)s tệp", a=2) }}'
    counted = "{% trans n=3 %}{{ n }} một{% pluralize %}{{ n }} tệp{% endtrans %}"
    escaped = '{% trans a="<" %}x {{ a }}{% endtrans %}'

    assert engines["jinja2"].from_string(said + counted + escaped).render({}) == "2 tệp3 tệpx &lt;"
