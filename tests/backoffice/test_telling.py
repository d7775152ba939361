"""A manager's changes in words."""

import pytest

from motcua.accounts import changes
from motcua.accounts.models import Change
from motcua.backoffice import telling
from motcua.documents.models import LetterheadState
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_a_change_says_what_of_which_version_and_by_whom(world: World) -> None:
    changes.note("letterhead_saved", None, by=world.ha, at=MONDAY, agency=world.agency(), kind="01", number=2)

    [line] = telling.lines(Change.objects.select_related("account", "agency"))

    assert line["what"] == "Lưu kiểu giấy của cơ quan"
    assert line["words"] == ["Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Bản 2"]
    assert line["who"] == f"Võ Thị Hà, {world.agency().short_name}"


def test_every_state_and_the_common_letterhead_have_words() -> None:
    assert set(telling.STATES) == set(LetterheadState)
    assert telling.kind_name("") == "Mọi loại giấy"
