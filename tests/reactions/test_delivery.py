"""On line the result is returned the moment it lies in the person's account."""

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Status
from motcua.reactions import delivery
from tests.world import MONDAY, World, a_picture


def finished(world: World, way: str, *, with_file: bool) -> Dossier:
    dossier = world.dossier("begin")
    Dossier.objects.filter(pk=dossier.pk).update(delivery=way)
    given = {"upload": a_picture()} if with_file else {"no_file_reason": "Bản giấy"}
    actions.prepare_result(dossier, actions.Prepared("1", MONDAY.date(), **given), by=world.dung, at=MONDAY)
    actions.hand_over(dossier, by=world.dung, at=MONDAY)
    world.settle_fees(dossier, MONDAY)
    actions.finish(dossier, by=world.ha, at=MONDAY)
    return dossier


def status_after(dossier: Dossier) -> int:
    line = dossier.history.get(action="finish")
    delivery.hand_over_on_line(str(line.pk), MONDAY)
    delivery.hand_over_on_line(str(line.pk), MONDAY)
    dossier.refresh_from_db()
    return dossier.status


def test_on_line_with_a_file_the_system_returns_it_once(world: World) -> None:
    dossier = finished(world, "online", with_file=True)

    assert status_after(dossier) == Status.RETURNED
    last = dossier.history.get(action="return_result")
    assert (last.actor, last.role) == (None, "system")


def test_without_a_file_or_at_a_counter_an_officer_returns_it(world: World) -> None:
    assert status_after(finished(world, "online", with_file=False)) == Status.FINISHED
    assert status_after(finished(world, "counter", with_file=True)) == Status.FINISHED
