"""Who sees what in which queue, and in which order."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.accounts.models import Account, Role
from motcua.accounts.officers import grant
from motcua.accounts.queries import held
from motcua.dossiers import actions, queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import Key, Queue, listing
from motcua.dossiers.states import ItemKind
from tests.world import BEGINNING, MONDAY, World

NOW = MONDAY + timedelta(hours=4)


def desk(account: Account) -> queries.Desk:
    return queries.desk_of(account, held(account, timezone.localdate(NOW)), NOW)


def codes(account: Account, queue: Queue = Queue.ALL) -> list[str]:
    return [row.code for row in listing(desk(account), queue).rows]


def test_the_queues_are_those_of_the_roles(world: World) -> None:
    assert queries.queues_of(desk(world.chi)) == (
        Queue.ALL, Queue.TO_ACCEPT, Queue.TO_RETURN, Queue.DUE_SOON, Queue.LATE, Queue.ANSWERED, Queue.WAITING,
    )  # fmt: skip
    assert queries.queues_of(desk(world.ha)) == (
        Queue.ALL, Queue.WITHDRAWALS, Queue.TO_APPROVE, Queue.DUE_SOON, Queue.LATE, Queue.ANSWERED, Queue.WAITING,
    )  # fmt: skip


def test_who_only_manages_has_no_queue(world: World) -> None:
    Account.objects.get(pk=world.ha.pk).roles.update(role=Role.MANAGER)

    assert queries.queues_of(desk(world.ha)) == ()
    assert queries.counts(desk(world.ha)) == {}
    assert listing(desk(world.ha), Queue.ALL).rows == ()


def test_a_queue_of_another_role_is_empty(world: World) -> None:
    world.dossier("file", at=MONDAY)

    assert codes(world.dung, Queue.TO_ACCEPT) == []


def test_what_is_sent_back_lies_with_the_handler_again(world: World) -> None:
    dossier = world.dossier("hand_over", at=MONDAY)
    assert (codes(world.dung), codes(world.ha)) == ([], [dossier.code])
    queries.counts(desk(world.ha))
    Dossier.objects.filter(pk=dossier.pk).update(stage=1)
    assert (codes(world.dung), codes(world.ha)) == ([dossier.code], [])


def test_the_most_urgent_is_on_top_and_what_waits_to_be_returned_last(world: World) -> None:
    grant(world.dung, role=Role.RETURNER, agency=world.agency(), at=BEGINNING)
    finished, undated, later, sooner = (
        world.dossier(last, at=MONDAY) for last in ("finish", "accept", "begin", "begin")
    )
    Dossier.objects.filter(pk=undated.pk).update(due_at=None)
    Dossier.objects.filter(pk=later.pk).update(due_at=NOW + timedelta(days=2))
    Dossier.objects.filter(pk=sooner.pk).update(due_at=NOW - timedelta(days=2))

    assert codes(world.dung) == [sooner.code, later.code, undated.code, finished.code]


def test_due_soon_begins_now_and_ends_with_the_day_after_tomorrow(world: World) -> None:
    at = {"late": -1, "soon": 1, "tonight": 11, "later": 13 + 48}
    found = {name: world.dossier("file", at=MONDAY) for name in at}
    for name, hours in at.items():
        Dossier.objects.filter(pk=found[name].pk).update(accept_by=NOW + timedelta(hours=hours, minutes=-1))

    assert codes(world.chi, Queue.DUE_SOON) == [found["soon"].code, found["tonight"].code]
    assert codes(world.chi, Queue.LATE) == [found["late"].code]
    assert queries.counts(desk(world.chi)) == {
        Queue.ALL: 4, Queue.TO_ACCEPT: 4, Queue.TO_RETURN: 0, Queue.DUE_SOON: 2, Queue.LATE: 1,
        Queue.ANSWERED: 0, Queue.WAITING: 0,
    }  # fmt: skip


def test_the_head_sees_what_is_late_at_whoever_s_stage(world: World) -> None:
    filed, begun = world.dossier("file", at=MONDAY), world.dossier("begin", at=MONDAY)
    Dossier.objects.filter(pk=filed.pk).update(accept_by=NOW - timedelta(hours=1))
    Dossier.objects.filter(pk=begun.pk).update(due_at=NOW + timedelta(hours=1))
    assert (codes(world.ha, Queue.LATE), codes(world.ha, Queue.DUE_SOON)) == ([filed.code], [begun.code])

    Dossier.objects.filter(pk=begun.pk).update(due_at=NOW - timedelta(hours=2))

    assert codes(world.ha, Queue.LATE) == [begun.code, filed.code]
    assert codes(world.ha) == []
    assert queries.counts(desk(world.ha))[Queue.LATE] == 2


def test_all_counts_are_one_statement_and_stop_counting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for _number in range(3):
        world.dossier("file", at=MONDAY)
    monkeypatch.setattr("motcua.dossiers.queries.worklist.MOST", 1)
    place = desk(world.chi)
    with CaptureQueriesContext(connection) as asked:
        found = queries.counts(place)

    assert len(asked) == 1
    assert found[Queue.ALL] == 2


def test_a_role_over_a_subtree_covers_what_lies_below(world: World) -> None:
    dossier = world.dossier("accept", at=MONDAY)
    province = world.agency("ubnd_tinh", "82")
    grant(world.giang, role=Role.HANDLER, agency=province, at=BEGINNING, subtree=True)

    assert codes(world.giang) == [dossier.code]


def test_a_role_over_the_province_alone_does_not(world: World) -> None:
    world.dossier("accept", at=MONDAY)
    grant(world.giang, role=Role.HANDLER, agency=world.agency("ubnd_tinh", "82"), at=BEGINNING)

    assert codes(world.giang) == []


@pytest.mark.parametrize("text", ["", "0", "a_b_c", "0_2026-11-23_x", "0_2026-11-23T08:00:00_x", "1_2_3_4"])
def test_a_key_that_is_none_of_ours_is_nothing(text: str) -> None:
    assert Key.read(text) is None


def test_a_key_survives_its_address(world: World) -> None:
    world.dossier("file", at=MONDAY)
    key = listing(desk(world.chi), Queue.ALL).rows[0].key

    assert Key.read(str(key)) == key
    assert Key.read(str(key).replace("+", " ")) == key


def test_dossiers_of_one_moment_are_told_apart_across_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.dossiers.queries.worklist.PAGE", 2)
    for _number in range(5):
        world.dossier("file", at=MONDAY)
    Dossier.objects.update(accept_by=NOW)
    seen: list[str] = []
    after: Key | None = None
    for _page in range(3):
        page = listing(desk(world.chi), Queue.ALL, after=after)
        seen += [row.code for row in page.rows]
        after = page.following

    assert after is None
    assert len(seen) == len(set(seen)) == 5


def test_a_party_s_dossier_is_nobody_s_own_work(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    dossier.parties.filter(role="recipient").update(id_number=world.chi.id_number)

    assert codes(world.chi) == []
    assert [row.action for row in queries.search(desk(world.chi), str(dossier.code))] == [None]


def test_the_stage_of_a_version_that_names_its_own_is_followed(world: World) -> None:
    dossier = world.dossier("begin", code="1.001193", at=MONDAY)
    row = listing(desk(world.dung), Queue.TO_WORK).rows[0]

    assert (row.code, row.stage_role) == (dossier.code, world.page("1.001193").stages[0].role)


def test_what_waits_for_the_citizen_and_what_they_answered_have_lists_of_their_own(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Ảnh mờ")], by=world.chi, at=MONDAY)
    assert codes(world.chi, Queue.WAITING) == [dossier.code]

    item = dossier.open_request().items.get()  # type: ignore[union-attr]
    actions.answer_item(dossier, item.pk, actions.Answered("Ảnh mới"), by=world.an, at=NOW)
    actions.supplement(dossier, by=world.an, at=NOW)

    assert codes(world.chi, Queue.WAITING) == []
    assert codes(world.chi, Queue.ANSWERED) == [dossier.code]


def test_a_withdrawal_waits_with_those_who_answer_it(world: World) -> None:
    dossier = world.dossier("begin", at=MONDAY)
    actions.withdraw(dossier, by=world.an, at=MONDAY + timedelta(minutes=5))

    assert codes(world.dung, Queue.WITHDRAWALS) == codes(world.ha, Queue.WITHDRAWALS) == [dossier.code]
    assert codes(world.chi, Queue.WITHDRAWALS) == []
