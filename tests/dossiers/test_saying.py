"""Every line of the history has words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from motcua.dossiers import saying
from motcua.dossiers.lifecycle import Action
from motcua.dossiers.queries import Event

MOMENT = "2026-11-26T17:00:00+07:00"


def event(action: str, words: dict[str, str] | None = None, *, erased: bool = False, **facts: Any) -> Event:
    return Event(action, timezone.now(), "Lê Thị Chi", "UBND xã", words, facts, erased)


@pytest.mark.parametrize("action", sorted(set(Action) - {Action.START_DRAFT, Action.DISCARD}))
def test_every_action_of_the_history_has_a_title(action: Action) -> None:
    assert saying.what(event(action)) != action


def test_erased_words_are_told_as_erased() -> None:
    assert saying.lines(event("refuse", erased=True)) == ["Đã xóa theo thời hạn lưu"]


def test_an_extension_tells_both_dates_and_the_reason() -> None:
    lines = saying.lines(event("extend", {"reason": "Xác minh"}, due_before="2026-11-20T17:00:00+07:00", due_at=MOMENT))

    assert lines[0] == "Xác minh"
    assert "20/11/2026" in lines[1]
    assert "26/11/2026" in lines[2]


def test_a_stopped_date_tells_what_is_left() -> None:
    assert "còn 3 ngày làm việc" in saying.lines(event("ask_supplement", days_left=3, due_at=None))[-1]


@pytest.mark.parametrize(("held", "said"), [(90, "giữ 1 giờ 30 phút trong 2 giờ"), (150, "quá mức 2 giờ")])
def test_a_line_of_the_control_slip(held: int, said: str) -> None:
    assert said in saying.lines(event("hand_over", held_minutes=held, budget_minutes=120))[0]


def issued(kind: str, number: str = "") -> Event:
    return event("paper_issued", kind=kind, number=number)


def test_papers_issued_together_are_one_line_that_names_them_in_their_order() -> None:
    now = timezone.now().replace(second=30)
    newest_first = [replace(one, at=now) for one in (issued("filled"), issued("receipt"), issued("01", "12/TNHT"))]

    [folded] = saying.folded(newest_first)

    assert saying.what(folded) == "Cơ quan phát hành 3 giấy"
    assert saying.lines(folded) == [
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả số 12/TNHT; Biên nhận nộp hồ sơ; Tờ khai",
    ]


def test_papers_of_another_minute_or_with_a_step_between_stay_apart() -> None:
    now = timezone.now()
    later = replace(issued("filled"), at=now + timedelta(minutes=1))
    between = replace(event("accept"), at=now)

    assert len(saying.folded([later, replace(issued("01", "1/TNHT"), at=now)])) == 2
    assert len(saying.folded([replace(issued("filled"), at=now), between, replace(issued("receipt"), at=now)])) == 3


def test_a_paper_alone_is_told_as_it_was() -> None:
    [alone] = saying.folded([issued("01", "12/TNHT")])

    assert saying.what(alone) == "Cơ quan phát hành giấy"
