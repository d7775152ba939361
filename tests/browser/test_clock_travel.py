"""Months in a minute: a supplement in two sittings; a warning, an extension, the new date missed, an apology, the list.

The house stands in this process, so that its clock can be set; the browser is a real one.
"""

from pathlib import Path

import pytest

from motcua.dossiers.models import Dossier
from tests.world import MARITAL, World

from .clock import Clock, Come, local
from .papers import a_picture
from .visitor import Visitor


def ask(dung: Visitor, code: str | None) -> None:
    """Two things are missing: a paper by its tick, and something that the officer names."""
    dung.open(f"/can-bo/ho-so/{code}/")
    dung.press("Yêu cầu bổ sung")
    tick = dung.page.locator('[name^="tick-"]').first
    key = str(tick.get_attribute("name")).removeprefix("tick-")
    tick.check()
    dung.fill({f"reason-{key}": "Thiếu trang sau. Chụp cả hai mặt"})
    dung.page.locator('[name="tick-other"]').check()
    dung.fill({"subject-other": "Ảnh căn cước", "reason-other": "Ảnh mờ, không đọc được số. Chụp lại"})
    dung.press("Xem trước")
    dung.sees("Ảnh mờ, không đọc được số. Chụp lại")
    dung.press("Gửi yêu cầu")
    dung.sees("Đã gửi yêu cầu bổ sung")


def answer(an: Visitor, code: str | None, number: int, folder: Path) -> None:
    """One thing in one sitting."""
    an.open(f"/ho-so/{code}/bo-sung/")
    an.open(f"/ho-so/{code}/bo-sung/{number}/")
    an.page.locator('[name="files"]').set_input_files(a_picture(folder, f"bo-sung-{number}.png"))
    an.press("Lưu câu trả lời")


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.django_db(transaction=True)
def test_a_supplement_is_asked_and_answered_in_two_sittings(
    clock: Clock, come: Come, world: World, tmp_path: Path
) -> None:
    dossier = world.dossier("begin", code=MARITAL, at=clock.now)
    clock.go("2026-11-09T14:00")
    ask(come(world.dung), dossier.code)
    assert Dossier.objects.get().due_at is None

    clock.go("2026-11-10T20:00")
    an = come(world.an)
    an.open(f"/ho-so/{dossier.code}/")
    an.sees("Đang chờ ông/bà: bổ sung 2 thứ")
    answer(an, dossier.code, 1, tmp_path)
    an.sees("Đã trả lời, chưa gửi")
    assert not an.page.get_by_role("button", name="Gửi bổ sung").count()

    clock.go("2026-11-11T09:00")
    an = come(world.an)
    answer(an, dossier.code, 2, tmp_path)
    an.press("Gửi bổ sung")
    assert Dossier.objects.get().due_at == local("2026-11-16T17:00")
    an.open(f"/ho-so/{dossier.code}/")
    an.sees("16/11/2026")
    dung = come(world.dung)
    dung.open(f"/can-bo/ho-so/{dossier.code}/")
    dung.sees("Vừa bổ sung")
    dung.sees("bo-sung-1.png")
    dung.sees("bo-sung-2.png")


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.django_db(transaction=True)
def test_a_date_is_warned_of_moved_missed_and_public(clock: Clock, come: Come, world: World) -> None:
    dossier = world.dossier("begin", code=MARITAL, at=clock.now)
    anybody = come(None)

    assert "extension_draft" in clock.go("2026-11-11T07:00")
    ha, an = come(world.ha), come(world.an)
    ha.open(f"/can-bo/ho-so/{dossier.code}/")
    ha.press("Gia hạn")
    assert "cần thêm thời gian xác minh" in ha.page.get_by_label("Lý do").input_value()
    ha.press("Gia hạn", role="button")
    ha.sees("Đã gia hạn")
    an.open(f"/ho-so/{dossier.code}/")
    an.sees("17/11/2026")
    anybody.open("/cong-khai/tre-hen/")
    anybody.sees("Không có hồ sơ nào đang trễ hẹn")

    assert "overdue" in clock.go("2026-11-18T08:00")
    ha, an = come(world.ha), come(world.an)
    ha.open("/can-bo/?hang=tre-han")
    ha.sees(str(dossier.code).split("-", 1)[1])
    ha.open(f"/can-bo/ho-so/{dossier.code}/")
    ha.press("Xin lỗi vì trễ")
    ha.press("Xin lỗi vì trễ", role="button")
    ha.sees("Đã gửi lời xin lỗi")
    an.open(f"/ho-so/{dossier.code}/")
    an.sees("xin lỗi")
    an.sees("khiếu nại")
    anybody.open("/cong-khai/tre-hen/")
    anybody.sees("…01")
    assert str(dossier.code) not in anybody.page.content()
