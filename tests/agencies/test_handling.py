"""Who handles it at a place."""

import pytest

from motcua.agencies.actions import set_up_commune, set_up_province
from motcua.agencies.handling import who_handles

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")


def test_an_old_name_leads_to_the_body_and_the_desk_of_today() -> None:
    bodies = set_up_commune("30073", at=AT)

    found = who_handles("ubnd_xa", "xã Phú Điền, huyện Tháp Mười")

    assert found.meant.place is not None
    assert found.meant.place.former == "xã Phú Điền"
    assert (found.resolver, found.receiver, found.call) == (bodies.committee, bodies.centre, None)
    assert found.anywhere


def test_the_police_take_in_at_their_own_desk_only() -> None:
    bodies = set_up_commune("30073", at=AT)

    found = who_handles("cong_an_xa", "30073")

    assert (found.resolver, found.receiver, found.anywhere) == (bodies.police, bodies.police, False)


def test_a_body_of_the_province_is_found_from_each_of_its_communes() -> None:
    committee = set_up_province("82", at=AT)

    assert who_handles("ubnd_tinh", "hai nga").resolver is None
    assert who_handles("ubnd_tinh", "Đạo Thạnh").resolver == committee


def test_where_the_body_is_not_set_up_or_not_known_it_says_whom_to_call() -> None:
    bodies = set_up_commune("30073", at=AT, phone="02773000000")

    for kind in ("ubnd_tinh", ""):
        found = who_handles(kind, "Thanh Mỹ")
        assert (found.resolver, found.call) == (None, bodies.centre)
        assert not found.anywhere


@pytest.mark.parametrize("typed", ["", "không có nơi này", "phu dien"])
def test_without_one_place_there_is_nobody_to_name(typed: str) -> None:
    found = who_handles("ubnd_xa", typed)

    assert (found.meant.place, found.resolver, found.call) == (None, None, None)


def test_a_province_alone_suffices_for_a_body_of_the_province() -> None:
    committee = set_up_province("92", at=AT)

    found = who_handles("ubnd_tinh", "Hậu Giang")

    assert found.meant.place is None
    assert found.resolver == committee
    assert who_handles("ubnd_xa", "Hậu Giang").resolver is None
