"""The words of banner and road for what pages of the journey do not reach."""

from datetime import timedelta

import pytest

from motcua.dossiers.queries import turn_of
from motcua.dossiers.states import Status
from motcua.portal import telling
from tests.world import World


def test_ended_dossiers_show_no_road() -> None:
    assert telling.track(Status.REFUSED) is None
    assert telling.track(Status.STOPPED) is None


@pytest.mark.parametrize(
    ("status", "point"), [(Status.FILED, 2), (Status.ACCEPTED, 3), (Status.FINISHED, 5), (Status.RETURNED, 6)]
)
def test_the_road_has_five_points(status: Status, point: int) -> None:
    road = telling.track(status)

    assert road is not None
    assert (len(road[0]), road[1]) == (5, point)


def test_a_broken_promise_is_told_with_an_apology(world: World) -> None:
    dossier = world.dossier("begin")
    assert dossier.due_at is not None
    late = dossier.due_at + timedelta(minutes=1)

    banner = telling.banner(turn_of(dossier), Status.PROCESSING, dossier, 0, late)

    assert "Đã quá hạn" in banner.after


def test_by_post_it_is_the_offices_turn(world: World) -> None:
    dossier = world.dossier("finish")
    dossier.delivery = "post"

    banner = telling.banner(turn_of(dossier), Status.FINISHED, dossier, None, dossier.started_at)

    assert banner.kind == "work"
    assert "qua bưu chính" in banner.title


def test_the_last_day_says_the_hour(world: World) -> None:
    dossier = world.dossier("begin")
    assert dossier.due_at is not None

    banner = telling.banner(turn_of(dossier), Status.PROCESSING, dossier, 0, dossier.due_at - timedelta(hours=1))

    assert banner.after == "hạn hôm nay, 17:00"
