"""Papers to hand in, to show, and notes among them."""

from typing import Any

import pytest

from motcua.catalogue import content
from motcua.catalogue.importing.papers import read_papers


def read(heading: str = "", **item: Any) -> tuple[content.Paper, list[str]]:
    papers, _form, flags = read_papers([{"case": heading, "items": [{"name": "Giấy", "orig": 1} | item]}])
    return papers[0], [flag["why"] for flag in flags]


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "* Giấy tờ phải nộp:",
        "Thành phần hồ sơ bao gồm",
        "a) Thành phần hồ sơ:",
        "Số lượng hồ sơ: 01 bộ.",
        "01 bộ hồ sơ",
    ],
)
def test_a_plain_heading_says_nothing_of_the_papers_below(heading: str) -> None:
    paper, flags = read(heading)

    assert (paper.kind, paper.when, flags) == ("submit", "", [])


@pytest.mark.parametrize(
    "heading",
    ["* Giấy tờ phải xuất trình:", "Thành phần hồ sơ xuất trình", "Các giấy tờ phải xuất trình (bản chính), bao gồm:"],
)
def test_what_is_shown_is_not_handed_in(heading: str) -> None:
    assert read(heading)[0].kind == "show"


@pytest.mark.parametrize("heading", ["* Lưu ý:", "Lưu ý", "Ghi chú"])
def test_below_a_note_stand_notes(heading: str) -> None:
    paper, flags = read(heading, copy=2)

    assert (paper.kind, paper.originals, paper.copies, flags) == ("note", 0, 0, [])


def test_another_heading_becomes_the_condition_of_its_papers() -> None:
    paper, flags = read("- Trường hợp ủy quyền:")

    assert (paper.kind, paper.when, flags) == ("submit", "Trường hợp ủy quyền:", ["papers_in_groups"])


def test_a_heading_that_shows_or_sends_is_not_understood_as_showing() -> None:
    assert read("* Xuất trình hoặc gửi bản chính hoặc bản sao có chứng thực")[0].kind == "submit"


def test_an_item_without_a_count_is_a_note() -> None:
    paper, flags = read(orig=None, name="Trường hợp đã nộp bản điện tử thì không phải nộp.")

    assert (paper.kind, flags) == ("note", ["notes_among_papers"])


@pytest.mark.parametrize(
    "name",
    [
        "- Số lượng hồ sơ: 01 (một) bộ.",
        "2.2. Đối với thương nhân xuất khẩu, hồ sơ đề nghị gồm:",
        "- Trường hợp thuê nhà ở xã hội:",
        "Lưu ý: mang bản chính để đối chiếu",
    ],
)
def test_a_heading_is_no_paper_though_it_has_a_count(name: str) -> None:
    paper, flags = read(name=name)

    assert (paper.kind, paper.originals, flags) == ("note", 0, ["notes_among_papers"])


@pytest.mark.parametrize(
    "name", ["Thành phần hồ sơ 2: Giấy chứng tử", "Đơn đề nghị của thương nhân:", "Hồ sơ đăng ký xe"]
)
def test_what_names_a_paper_stays_one(name: str) -> None:
    paper, flags = read(name=name)

    assert (paper.kind, paper.originals, flags) == ("submit", 1, [])


def test_a_form_without_a_count_is_a_paper_all_the_same() -> None:
    paper, flags = read(orig=None, files=["don.doc"])

    assert (paper.kind, flags) == ("submit", ["no_count"])


def test_nothing_is_required_because_the_source_never_says_so() -> None:
    paper, _flags = read()

    assert (paper.required, paper.photo_ok) == (False, None)


def test_bullets_and_ends_of_lists_are_no_part_of_a_name() -> None:
    assert read(name="-  Giấy  chứng sinh;")[0].name == "Giấy chứng sinh"


def test_the_first_form_names_the_form() -> None:
    items = [{"name": "Giấy", "orig": 1}, {"name": "Đơn", "orig": 1, "eform": True}, {"name": "Tờ", "files": ["x"]}]

    assert read_papers([{"items": items}])[1] == "Đơn"
