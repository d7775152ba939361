"""Two at once: exactly one wins, the other learns what happened and has written nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from motcua.common.errors import Conflict
from motcua.common.ids import new_id
from motcua.dossiers import actions, answering, chain, duties
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import ItemKind, Status
from motcua.payments.models import Settlement
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db(transaction=True)
LATER = MONDAY + timedelta(hours=1)
ITEM = actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")


def at_once(*presses: Callable[[], object]) -> list[str]:
    """Run them in threads that start together; what became of each."""
    barrier, outcomes = Barrier(len(presses)), [""] * len(presses)

    def run(place: int, press: Callable[[], object]) -> None:
        barrier.wait()
        try:
            outcomes[place] = "done" if press() is not None else "again"
        except (Conflict, actions.Blocked) as refused:
            outcomes[place] = type(refused).__name__
        finally:
            connection.close()

    threads = [Thread(target=run, args=found) for found in enumerate(presses)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def fresh(dossier: Dossier) -> Dossier:
    return Dossier.objects.get(pk=dossier.pk)


def whole(dossier: Dossier) -> bool:
    return chain.first_break(list(dossier.history.order_by("number"))) is None


def test_two_officers_accept_at_once(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    first, second = fresh(dossier), fresh(dossier)

    outcomes = at_once(
        lambda: actions.accept(first, by=world.chi, at=LATER), lambda: actions.accept(second, by=world.chi, at=LATER)
    )

    assert outcomes == ["NotAllowed", "done"]
    assert dossier.history.filter(action="accept").count() == 1


def test_the_citizen_withdraws_while_the_officer_accepts(world: World) -> None:
    for _ in range(3):
        dossier = world.dossier("file", at=MONDAY)
        first, second = fresh(dossier), fresh(dossier)
        outcomes = at_once(
            lambda: actions.accept(first, by=world.chi, at=LATER),  # noqa: B023
            lambda: actions.withdraw(second, by=world.an, at=LATER),  # noqa: B023
        )

        status = fresh(dossier).status
        # Accepted first, the withdrawal waits for its answer; withdrawn first, there is nothing to accept.
        assert (outcomes, status) in (
            (["done", "done"], Status.WITHDRAWING),
            (["NotAllowed", "done"], Status.STOPPED),
        )
        assert whole(dossier)


def test_a_supplement_arrives_while_the_deadline_job_runs(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.ask_supplement(dossier, [ITEM], by=world.dung, at=LATER)
    [item] = answering.items_of(dossier)
    actions.answer_item(dossier, item.pk, actions.Answered("Đây"), by=world.an, at=LATER)
    friday, sent = MONDAY + timedelta(days=11), fresh(dossier)

    def sweep() -> object:
        return duties.run_all(at=friday) or True

    outcomes = at_once(sweep, lambda: actions.supplement(sent, by=world.an, at=friday))

    assert outcomes == ["done", "done"]
    assert fresh(dossier).status == Status.PROCESSING
    assert whole(dossier)


@pytest.mark.parametrize("press", ["supplement", "ask", "withdraw"])
def test_the_same_request_sent_twice_is_done_once(world: World, press: str) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    if press == "supplement":
        actions.ask_supplement(dossier, [ITEM], by=world.dung, at=LATER)
        [item] = answering.items_of(dossier)
        actions.answer_item(dossier, item.pk, actions.Answered("Đây"), by=world.an, at=LATER)
    verbs: dict[str, Callable[[Dossier, datetime], object]] = {
        "supplement": lambda d, at: actions.supplement(d, by=world.an, at=at),
        "ask": lambda d, at: actions.ask_supplement(d, [ITEM], by=world.dung, at=at),
        "withdraw": lambda d, at: actions.withdraw(d, by=world.an, at=at),
    }
    first, second = fresh(dossier), fresh(dossier)

    outcomes = at_once(lambda: verbs[press](first, LATER), lambda: verbs[press](second, LATER))

    assert outcomes == ["NotAllowed", "done"]
    assert dossier.requests.count() <= 1
    assert whole(dossier)


def test_money_is_taken_once(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    received = actions.Received(new_id(), 10_000, "cash", "BL1")
    first, second = fresh(dossier), fresh(dossier)

    outcomes = at_once(
        lambda: actions.record_payment(first, received, by=world.chi, at=LATER),
        lambda: actions.record_payment(second, received, by=world.chi, at=LATER),
    )

    assert outcomes == ["again", "done"]
    assert Settlement.objects.count() == 1
