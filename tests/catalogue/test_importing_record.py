"""Level, class, body and results of a record, inferred where the source is clear and left open where it is not."""

from typing import Any

import pytest

from motcua.catalogue import content
from motcua.catalogue.importing.record import Book, read_record

from .making import record


def read(**changes: Any) -> content.Content:
    return read_record(record(**changes), Book(form_id=None))


def flags(told: content.Content) -> list[str]:
    return [flag["why"] for flag in told.flags]


ONLINE = [{"methods": ["ONLINE"], "qty": 1, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 0}]}]
DIRECT = [{"methods": ["DIRECT"], "qty": 1, "unit": "DAY", "fees": [{"kind": "FEE", "amount": 0}]}]
WITH_FORM = [{"items": [{"name": "Đơn", "orig": 1, "files": ["don.doc"]}]}]


@pytest.mark.parametrize(
    ("source", "components", "level", "class_"),
    [
        ("toan_trinh", None, 4, "toan_trinh"),
        ("mot_phan", None, 3, "mot_phan"),
        ("khong_truc_tuyen", WITH_FORM, 2, "thong_tin"),
        ("khong_truc_tuyen", None, 1, "thong_tin"),
    ],
)
def test_the_level_follows_from_how_it_is_offered(source: str, components: Any, level: int, class_: str) -> None:
    told = read(online={"level": source}, components=components, channels=ONLINE)

    assert (told.level, told.service_class, told.files_online) == (level, class_, level >= 3)
    assert told.sources["level"]["inferred"] is True


def test_full_process_without_an_online_way_is_flagged_and_offers_nothing() -> None:
    told = read(online={"level": "toan_trinh"}, channels=DIRECT)

    assert (told.level, told.files_online) == (4, False)
    assert "class_and_channels" in flags(told)


def test_an_online_class_without_an_online_way_offers_nothing_either() -> None:
    told = read(online={"level": "mot_phan"}, channels=DIRECT)

    assert (told.level, told.files_online) == (3, False)
    assert "class_and_channels" in flags(told)


@pytest.mark.parametrize("online", [{}, {"level": "khong_truc_tuyen"}, {"level": "mot_phan", "offline_only": True}])
def test_an_online_way_of_what_is_not_on_line_is_flagged(online: dict[str, Any]) -> None:
    assert "channels_and_class" in flags(read(online=online, channels=ONLINE))


@pytest.mark.parametrize(
    ("names", "body"),
    [
        (["Ủy ban nhân dân cấp xã"], "ubnd_xa"),
        (["Uỷ ban Nhân dân cấp xã, phường, thị trấn"], "ubnd_xa"),
        (["Chủ tịch UBND cấp xã"], "ubnd_xa"),
        (["Công an cấp Xã"], "cong_an_xa"),
        (["Ủy ban nhân dân cấp tỉnh"], "ubnd_tinh"),
        (["Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân cấp xã"], "ubnd_xa"),
        (["Ủy ban nhân dân cấp xã", "Công an cấp Xã"], ""),
        (["Cơ quan chuyên môn về nội vụ thuộc Ủy ban nhân dân cấp xã"], ""),
        (["Bảo hiểm xã hội tỉnh"], ""),
        (["Phòng Văn hóa - Xã hội xã"], ""),
    ],
)
def test_the_body_is_the_one_that_is_named_and_no_other(names: list[str], body: str) -> None:
    told = read(executing=[{"name": name} for name in names])

    assert told.body == body
    assert ("body_not_understood" in flags(told)) is (not body)


def test_a_refusal_among_the_results_is_called_one() -> None:
    results = [{"code": "1", "name": "- Giấy khai sinh"}, {"code": "2", "name": "Phiếu từ chối tiếp nhận"}]

    assert [(one["name"], one["kind"]) for one in read(results=results).results] == [
        ("Giấy khai sinh", "result"),
        ("Phiếu từ chối tiếp nhận", "refusal"),
    ]


def test_a_document_is_known_by_its_number_whatever_stands_before_it() -> None:
    book = Book(form_id=None, legal={"x": ("Thông tư số 02/2022/TT-BLĐTBXH", "Thông tư 02")})

    assert read_record(record(legal=["x"]), book).legal == ({"number": "02/2022/TT-BLĐTBXH", "name": "Thông tư 02"},)


def test_what_the_source_does_not_say_is_flagged() -> None:
    told = read(executing=None, results=None, legal=None, components=None)

    assert set(flags(told)) == {"no_executing", "no_result", "no_legal", "no_papers"}


def test_steps_keep_their_names_and_are_cut_where_they_count_themselves() -> None:
    steps = [{"name": "Nộp:", "text": "Bước 1: A\nthêm\n- Bước 2: B"}, {"name": "Nhận"}]

    assert read(steps=steps).instructions == ("Nộp: Bước 1: A\nthêm", "- Bước 2: B", "Nhận")


def test_a_day_that_is_none_is_left_out() -> None:
    assert read(decision={"no": "771/QĐ-BCT"}).decision_on is None
    assert read(decision={"no": "771/QĐ-BCT", "date": "2026-13-41"}).decision_on is None
