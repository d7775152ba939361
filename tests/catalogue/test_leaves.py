"""What a version says is told in words, a line for each thing."""

import json

from motcua.catalogue import content
from motcua.catalogue.content import plain
from motcua.catalogue.leaves import differing, lines, where
from motcua.common.words import money

from .making import channel, fee, paper, said


def told(key: str, value: content.Content) -> list[str]:
    return lines(key, plain(value)[key])


def test_a_case_is_told_way_by_way_fee_by_fee_paper_by_paper() -> None:
    case = content.Case(
        channels=(channel("counter", 5, fees=(fee(8000, per="bản"), fee(0, when="Hộ nghèo"), fee(None))),),
        papers=(paper("Đơn", required=True, photo_ok=False, channels=("online", "post")),),
    )

    assert told("cases", said(cases=(case,))) == [
        "Tại quầy",
        "Tại quầy – thời hạn: 5 ngày làm việc",
        f"Tại quầy – lệ phí – mức thu: {money(8000)}",
        "Tại quầy – lệ phí – thu theo: bản",
        "Tại quầy – lệ phí – mức thu: miễn phí",
        "Tại quầy – lệ phí – chỉ khi: Hộ nghèo",
        "Tại quầy – lệ phí – mức thu: theo văn bản",
        "Giấy tờ Đơn",
        "Giấy tờ Đơn – loại: nộp",
        "Giấy tờ Đơn – bản chính: 1",
        "Giấy tờ Đơn – bắt buộc: có",
        "Giấy tờ Đơn – ảnh chụp được: không",
        "Giấy tờ Đơn – cách nộp: Trên mạng, Qua bưu chính",
    ]


def test_several_cases_say_which() -> None:
    cases = (content.Case(name="Ở xã", channels=(channel(),)), content.Case(channels=(channel(),)))

    found = told("cases", said(cases=cases))

    assert found[0] == "Trường hợp Ở xã"
    assert "Trường hợp 2" in found
    assert "Trường hợp 2 – Tại quầy – thời hạn: 3 ngày làm việc" in found


def test_plain_parts_are_their_words() -> None:
    assert told("conditions", said(conditions="Đủ 18 tuổi")) == ["Đủ 18 tuổi"]
    assert told("instructions", said(instructions=("Một", "Hai"))) == ["Một", "Hai"]
    assert told("field", said()) == ["mã: HT", "tên: Hộ tịch"]
    assert told("service_class", said()) == ["một phần"]
    assert told("rules", said(rules={"fee_first": True})) == ["nộp tiền trước khi tiếp nhận: có"]
    assert told("note", said()) == told("minutes", said()) == []
    assert told("legal", said(legal=({"number": "60/2014/QH13", "name": ""},))) == ["Văn bản 60/2014/QH13"]
    assert told("must_come", said(must_come=False)) == ["không"]


def test_the_order_of_stored_keys_says_nothing() -> None:
    held = plain(said())["cases"]
    turned = json.loads(json.dumps(held, sort_keys=True))

    assert lines("cases", turned) == lines("cases", held)


def test_a_term_is_told_with_its_unit() -> None:
    def term(amount: int | None, unit: str) -> list[str]:
        return told("cases", said(cases=(content.Case(channels=(channel("counter", amount, unit, fees=()),)),)))[1:]

    assert term(1, "same_day") == ["Tại quầy – thời hạn: trong ngày"]
    assert term(None, "no_date") == ["Tại quầy – thời hạn: không hẹn ngày"]
    assert term(3, "") == ["Tại quầy – thời hạn: 3"]
    assert term(None, "") == []


def test_a_place_is_called_by_what_it_lies_in() -> None:
    held = plain(said())

    assert where("cases.0.channels.1.fees.0", held) == "Tại quầy – lệ phí"
    assert where("cases.0.papers", held) == "Giấy tờ"
    assert where("cases.0.channels.0", held) == "Trên mạng"
    assert where("conditions", held) == where("", held) == ""
    assert where("cases.7.papers.1", held) == ""


def test_the_sides_of_a_difference_are_told_in_words() -> None:
    assert differing("cases.times", {"online": [[3, "working_day"]]}) == ["Trên mạng: 3 ngày làm việc"]
    assert differing("cases.fees", {"counter": [0, 8000]}) == ["Tại quầy: miễn phí", f"Tại quầy: {money(8000)}"]
    assert differing("cases.papers", ["Đơn", "Ảnh"]) == ["Đơn", "Ảnh"]
    assert differing("cases.channels", ["online"]) == ["Trên mạng"]
    assert differing("level", 4) == ["4"]
    assert differing("cases.times", None) == []
