"""The macros that pages are made of, read the way a browser reads them."""

from html.parser import HTMLParser

import pytest
from django import forms
from django.template import engines

from motcua.common.dates_typed import DateTypedField


def drawn(macro: str, call: str, file: str = "", **context: object) -> str:
    source = f'{{% from "components/{file or macro}.html" import {macro} %}}{call}'
    return engines["jinja2"].from_string(source).render(context)


class Elements(HTMLParser):
    """All elements with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]

    def one(self, tag: str) -> dict[str, str]:
        (attributes,) = self.all(tag)
        return attributes


class Sample(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Viết như trên giấy tờ")
    sex = forms.ChoiceField(label="Giới tính", choices=[("m", "Nam"), ("f", "Nữ")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Tôi cam đoan", required=False)
    birth = DateTypedField(label="Ngày sinh")
    note = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea)
    place = forms.ChoiceField(label="Xã", choices=[("1", "Xã A"), ("2", "Xã B")])


class TestField:
    def test_hint_and_error_are_read_with_the_field(self) -> None:
        html = drawn("field", '{{ field("phone", "Số điện thoại", "tel", hint="10 số", error="Ghi số điện thoại") }}')
        told = Elements(html).one("input")["aria-describedby"]

        assert told == "phone-hint phone-error"
        assert html.index('id="phone-hint"') < html.index('id="phone-error"') < html.index("<input")

    def test_a_field_in_order_points_at_nothing(self) -> None:
        assert "aria-describedby" not in drawn("field", '{{ field("phone", "Số điện thoại", "tel") }}')

    def test_what_was_typed_comes_back_escaped(self) -> None:
        html = drawn("field", '{{ field("a", "A", value=typed) }}', typed='"><script>')

        assert Elements(html).one("input")["value"] == '"><script>'

    def test_a_password_never_comes_back(self) -> None:
        html = drawn("field", '{{ field("p", "Mật khẩu", "password", value="bí mật", autocomplete="new-password") }}')

        assert "bí mật" not in html
        assert Elements(html).one("input")["autocomplete"] == "new-password"

    @pytest.mark.parametrize("kind", ["number", "code"])
    def test_numbers_call_up_the_digits(self, kind: str) -> None:
        made = Elements(drawn("field", f'{{{{ field("n", "Số", "{kind}") }}}}')).one("input")

        assert (made["type"], made["inputmode"]) == ("text", "numeric")

    @pytest.mark.parametrize("value", ["f", ["f"]])
    @pytest.mark.parametrize(("kind", "one"), [("radios", "radio"), ("checkboxes", "checkbox")])
    def test_the_chosen_one_is_checked(self, kind: str, one: str, value: object) -> None:
        html = drawn(
            "field",
            f'{{{{ field("sex", "Giới tính", "{kind}", options=[("m", "Nam"), ("f", "Nữ")], value=value) }}}}',
            value=value,
        )
        boxes = Elements(html).all("input")

        assert [("checked" in box, box["type"]) for box in boxes] == [(False, one), (True, one)]
        assert [box["id"] for box in boxes] == ["sex", "sex-2"]

    def test_a_numeric_choice_is_found(self) -> None:
        html = drawn("field", '{{ field("n", "N", "select", options=[(1, "một"), (2, "hai")], value=2) }}')

        assert [("selected" in option) for option in Elements(html).all("option")] == [False, True]

    def test_a_date_has_three_boxes_and_only_the_wrong_one_is_red(self) -> None:
        html = drawn(
            "field", '{{ field("b", "Ngày", "date", value=("2", "11", "2027"), error="Sai", error_parts=["year"]) }}'
        )
        boxes = Elements(html).all("input")

        assert [box["name"] for box in boxes] == ["b-day", "b-month", "b-year"]
        assert [box["value"] for box in boxes] == ["2", "11", "2027"]
        assert ["govuk-input--error" in box["class"] for box in boxes] == [False, False, True]

    def test_the_question_can_be_the_heading(self) -> None:
        html = drawn(
            "field",
            '{{ field("b", "Trẻ sinh ngày nào?", "date", heading=true) }}{{ field("n", "Tên?", heading=true) }}',
        )

        assert len(Elements(html).all("h1")) == 2


class TestBound:
    def test_reads_label_help_value_and_errors_from_django(self) -> None:
        form = Sample(
            {"name": "", "sex": "f", "birth-day": "31", "birth-month": "2", "birth-year": "2026", "place": "2"}
        )
        form.is_valid()
        html = drawn("bound", "{% for one in form %}{{ bound(one) }}{% endfor %}", "field", form=form)

        assert "Viết như trên giấy tờ" in html
        assert "Tháng 2 năm 2026 chỉ có 28 ngày" in html
        checked = [box["value"] for box in Elements(html).all("input") if "checked" in box]
        assert checked == ["f"]
        assert Elements(html).one("textarea")["name"] == "note"
        assert [option["value"] for option in Elements(html).all("option") if "selected" in option] == ["2"]

    def test_a_label_points_at_each_field(self) -> None:
        html = drawn("bound", "{% for one in form %}{{ bound(one) }}{% endfor %}", "field", form=Sample())
        made = Elements(html)
        pointed = {label["for"] for label in made.all("label")}
        fields = {box["id"] for tag in ("input", "select", "textarea") for box in made.all(tag)}

        assert fields == pointed


class TestErrorSummary:
    def test_is_absent_when_nothing_is_wrong(self) -> None:
        assert drawn("error_summary", "{{ error_summary([]) }}").strip() == ""

    def test_leads_to_the_fields_of_a_form(self) -> None:
        form = Sample({"sex": "x"})
        html = drawn("form_errors", "{{ form_errors(form) }}", "error_summary", form=form)
        targets = [link["href"].removeprefix("#") for link in Elements(html).all("a")]
        page = Elements(drawn("bound", "{% for one in form %}{{ bound(one) }}{% endfor %}", "field", form=form))

        assert "Có 4 chỗ cần sửa" in html
        assert set(targets) <= {box.get("id") for tag in ("input", "select") for box in page.all(tag)}


class TestSmallParts:
    @pytest.mark.parametrize("number", range(11))
    def test_every_status_has_its_tag(self, number: int) -> None:
        assert (
            Elements(drawn("tag", f'{{{{ tag({number}, "chữ") }}}}')).one("strong")["class"]
            == f"mc-tag mc-tag--{number}"
        )

    def test_the_link_to_change_an_answer_says_which(self) -> None:
        html = drawn("summary_list", '{{ summary_list([{"key": "Họ và tên", "value": "An", "href": "/sua/"}]) }}')

        assert 'Sửa<span class="govuk-visually-hidden"> Họ và tên</span>' in html

    @pytest.mark.parametrize(("current", "now", "past"), [(1, 1, 0), (3, 1, 2), (6, 0, 5)])
    def test_the_track_shows_one_point_at_most_as_now(self, current: int, now: int, past: int) -> None:
        html = drawn("track", f'{{{{ track(["a", "b", "c", "d", "e"], {current}) }}}}')

        assert (html.count('aria-current="step"'), html.count("point--past")) == (now, past)

    def test_a_code_breaks_after_its_hyphens_and_is_copied_whole(self) -> None:
        html = drawn("dossier_code", '{{ dossier_code("H20-261120-0007") }}')

        assert "H20-<wbr>261120-<wbr>0007" in html
        assert Elements(html).one("button")["data-copy"] == "H20-261120-0007"

    def test_cells_carry_their_column_for_phones(self) -> None:
        html = drawn("table", '{{ table(["Cách nộp", "Thời hạn"], [["Tại quầy", "Trong ngày"]]) }}')

        assert Elements(html).one("td")["data-l"] == "Thời hạn"

    def test_a_paper_s_slot_takes_several_files_and_names_itself(self) -> None:
        html = drawn("upload_slot", '{{ upload_slot("p1", "Giấy chứng sinh", error="Tệp này trống") }}')
        (box,) = (made for made in Elements(html).all("input"))

        assert "multiple" in box
        assert box["aria-describedby"] == "p1-error"
        assert 'Tải tệp lên<span class="govuk-visually-hidden">: Giấy chứng sinh</span>' in html

    def test_a_list_without_more_pages_has_no_pager(self) -> None:
        assert drawn("pager", "{{ pager() }}").strip() == ""

    def test_progress_says_part_and_whole(self) -> None:
        assert "Phần 2 trong 5: Cha mẹ" in drawn("progress", '{{ progress(2, 5, "Cha mẹ") }}')
