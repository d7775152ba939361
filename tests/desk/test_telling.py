"""The desk's words for time, next work and history."""

from dataclasses import replace
from datetime import datetime

import pytest

from motcua.common.ids import new_id
from motcua.deadlines import STANDARD
from motcua.desk import telling
from motcua.dossiers.lifecycle import LIFECYCLE, Action
from motcua.dossiers.queries import Event, Key, Row
from motcua.dossiers.states import Status
from tests.world import HANOI


def at(day: int, clock: str, month: int = 11) -> datetime:
    hour, minute = clock.split(":")
    return datetime(2026, month, day, int(hour), int(minute), tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "until", "words", "second", "tone"),
    [
        (at(23, "08:00"), at(23, "09:30"), "1 giờ 30 phút", "hạn 09:30 hôm nay", "soon"),
        (at(23, "08:00"), at(23, "17:00"), "7 giờ", "hạn 17:00 hôm nay", "soon"),
        (at(23, "08:00"), at(23, "08:01"), "1 phút", "hạn 08:01 hôm nay", "soon"),
        (at(16, "16:10"), at(17, "15:30"), "7 giờ 20 phút", "hạn 15:30 thứ Ba, 17/11", ""),
        (at(16, "08:00"), at(17, "17:00"), "1 ngày", "hạn thứ Ba, 17/11", ""),
        (at(16, "08:00"), at(19, "17:00"), "3 ngày", "hạn thứ Năm, 19/11", ""),
        (at(21, "09:00"), at(23, "07:00"), "dưới 1 phút", "hạn 07:00 thứ Hai, 23/11", ""),
        (at(23, "08:00"), at(23, "07:25"), "trễ 35 phút", "hạn 07:25 hôm nay", "late"),
        (at(23, "07:30"), at(20, "16:30"), "trễ 1 giờ", "hạn 16:30 thứ Sáu, 20/11", "late"),
        (at(23, "17:30"), at(23, "17:00"), "vừa trễ", "hạn 17:00 hôm nay", "late"),
        (at(18, "09:00"), at(13, "17:00"), "trễ 3 ngày", "hạn 17:00 thứ Sáu, 13/11", "late"),
        (at(30, "08:00", 12), at(30, "09:00", 12), "1 giờ", "hạn 09:00 hôm nay", "soon"),
    ],
)
def test_the_time_left_is_told_in_working_time(
    now: datetime, until: datetime, words: str, second: str, tone: str
) -> None:
    assert telling.left(until, now, STANDARD) == telling.Left(words, second, tone)


def a_row(
    status: Status,
    *,
    action: Action | None = None,
    stage_role: str = "",
) -> Row:
    return Row(
        id=new_id(),
        code="H20.X30073-261120-0007",
        status=status,
        channel="counter",
        procedure="Đăng ký khai sinh",
        owner="Trần An",
        receiving=AGENCY,
        resolving=AGENCY,
        stage_role=stage_role,
        until=None,
        ended_at=at(20, "16:00"),
        calendar=STANDARD,
        action=action,
        key=Key(1, at(20, "16:00"), new_id()),
    )


AGENCY = new_id()


@pytest.mark.parametrize("status", list(Status)[2:])
def test_a_row_without_a_running_clock_says_why(status: Status) -> None:
    told = telling.left_of(a_row(status), at(23, "08:00")).words

    assert told in {"chờ trả", "không hẹn ngày", "tạm dừng", "đã xong"}


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (a_row(Status.FILED, action=Action.ACCEPT), "Tiếp nhận"),
        (a_row(Status.ACCEPTED, action=Action.BEGIN), "Bắt đầu"),
        (a_row(Status.PROCESSING, action=Action.HAND_OVER, stage_role="handler"), "Xử lý"),
        (a_row(Status.PROCESSING, action=Action.HAND_OVER, stage_role="approver"), "Duyệt"),
        (a_row(Status.PROCESSING, stage_role="approver"), "Xem"),
        (a_row(Status.FINISHED, action=Action.RETURN_RESULT), "Trả kết quả"),
        (a_row(Status.REFUSED), "Xem"),
    ],
)
def test_the_next_work_is_one_word(row: Row, word: str) -> None:
    assert telling.next_of(row) == word


def test_a_code_keeps_its_agency_where_two_agencies_are_listed() -> None:
    here = a_row(Status.FILED)
    there = replace(here, code="H20.X30073.CA-261120-0007", resolving=new_id())

    assert [line.code for line in telling.lines([here], at(23, "08:00"))] == ["261120-0007"]
    assert [line.code for line in telling.lines([here, there], at(23, "08:00"))] == [here.code, there.code]


@pytest.mark.parametrize("action", [move.action for move in LIFECYCLE if move.action not in {"start_draft", "discard"}])
def test_every_step_of_the_history_has_words(action: Action) -> None:
    facts = {"channel": "online"} if action == Action.FILE else {}
    line = telling.happened([Event(action, at(23, "08:00"), "Chi", "Trung tâm", None, facts, erased=False)])[0]

    assert str(line["what"])[0].isupper()
    assert line["what"] != action


def test_erased_words_say_that_they_were_erased() -> None:
    event = Event("refuse", at(23, "08:00"), "Chi", "Trung tâm", None, {}, erased=True)

    assert telling.happened([event])[0]["words"] == ["Đã xóa theo thời hạn lưu"]
