"""Filing: once, whole, with a code and a promise; on line and at the counter."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.agencies.models import Agency
from motcua.catalogue.models import PaperKind
from motcua.common.ids import new_id
from motcua.common.kept import forget
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, HistoryLine, Party
from motcua.dossiers.states import Delivery, IdKind, PartyRole, Status
from tests.world import BIRTH, MARITAL, MONDAY, World, a_picture

PREFIX = f"H20.X30073-{MONDAY:%y%m%d}"


def jobs() -> list[str]:
    return list(ProcrastinateJob.objects.order_by("id").values_list("args__event", flat=True))


def test_filing_gives_code_parties_promise_and_one_job(world: World) -> None:
    draft = world.draft(BIRTH)

    line = actions.file(draft, by=world.an, at=MONDAY)

    draft.refresh_from_db()
    assert draft.code == f"{PREFIX}-0001"
    assert draft.status == Status.FILED
    assert draft.accept_by is not None
    assert draft.promised_at is not None
    assert set(draft.parties.values_list("role", flat=True)) == {"submitter", "owner", "recipient"}
    assert (line.number, line.action, line.role) == (1, "file", "submitter")
    assert jobs() == ["dossier.file"]


def test_the_child_is_the_owner_and_has_no_dummy_number(world: World) -> None:
    filed = world.dossier("file", code=BIRTH)

    owner = filed.parties.get(role=PartyRole.OWNER)
    assert (owner.id_number, owner.id_kind, owner.account) == ("", IdKind.NONE_NEWBORN, None)
    assert filed.parties.get(role=PartyRole.SUBMITTER).account == world.an


def test_a_draft_whose_agency_ended_is_filed_at_its_successor(world: World) -> None:
    draft, other = world.draft(), world.agency("ubnd_xa", "30037")
    Agency.objects.filter(pk=draft.resolving_agency_id).update(valid_to=MONDAY.date(), successor=other)
    forget()

    actions.file(draft, by=world.an, at=MONDAY)

    draft.refresh_from_db()
    assert (draft.resolving_agency, draft.receiving_agency) == (other, other.desk)
    assert draft.code is not None
    assert draft.code.startswith("H20.X30037-")


def test_a_draft_whose_desk_ended_is_filed_at_the_desk_that_followed(world: World) -> None:
    draft, other = world.draft(), world.agency("trung_tam_xa", "30037")
    Agency.objects.filter(pk=draft.receiving_agency_id).update(valid_to=MONDAY.date(), successor=other)
    forget()

    actions.file(draft, by=world.an, at=MONDAY)

    draft.refresh_from_db()
    assert draft.receiving_agency == other
    assert draft.resolving_agency == world.agency()


def test_a_second_press_files_nothing(world: World) -> None:
    filed = world.dossier("file", code=BIRTH)

    with pytest.raises(actions.NotAllowed):
        actions.file(filed, by=world.an, at=MONDAY)
    assert HistoryLine.objects.count() == 1


def test_codes_count_up_per_agency_and_day(world: World) -> None:
    first, second = world.dossier("file", code=BIRTH), world.dossier("file", code=MARITAL)

    assert [first.code, second.code] == [f"{PREFIX}-0001", f"{PREFIX}-0002"]


def test_nothing_is_written_when_something_is_missing(world: World) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)

    with pytest.raises(actions.Blocked) as blocked:
        actions.file(draft, by=world.an, at=MONDAY)

    assert any("Còn thiếu" in problem for problem in blocked.value.problems)
    assert "Chọn nơi nhận kết quả" in blocked.value.problems
    draft.refresh_from_db()
    assert (draft.status, draft.code, jobs()) == (Status.DRAFT, None, [])


def test_the_nine_digit_card_is_asked_for_twelve_digits(world: World) -> None:
    world.an.id_number = "301234567"
    draft = world.draft(BIRTH)

    with pytest.raises(actions.Blocked, match="31/12/2024"):
        actions.file(draft, by=world.an, at=MONDAY)


def test_a_rolled_back_filing_leaves_no_job(world: World) -> None:
    draft = world.draft(BIRTH)

    class Crash(Exception):
        pass

    def crash() -> None:
        with transaction.atomic():
            actions.file(draft, by=world.an, at=MONDAY)
            raise Crash

    with pytest.raises(Crash):
        crash()
    assert jobs() == []
    assert Dossier.objects.get().status == Status.DRAFT


def together(*calls: Callable[[], object]) -> list[object]:
    """Run calls in threads that start at one moment; their results, or what they raised."""
    barrier, outcomes = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number: int) -> None:
        barrier.wait()
        try:
            outcomes[number] = calls[number]()  # type: ignore[call-overload]
        except actions.NotAllowed as raised:
            outcomes[number] = raised  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(outcomes)


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_press_at_once_file_one_dossier(world: World) -> None:
    draft = world.draft(BIRTH)

    def press() -> object:
        return actions.file(Dossier.objects.get(pk=draft.pk), by=world.an, at=MONDAY)

    outcomes = together(press, press)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["HistoryLine", "NotAllowed"]
    assert HistoryLine.objects.count() == 1
    assert Party.objects.filter(dossier=draft).count() == 3
    assert jobs() == ["dossier.file"]


@pytest.mark.django_db(transaction=True)
def test_dossiers_filed_at_once_never_share_a_code(world: World) -> None:
    drafts = [world.draft(BIRTH) for _ in range(6)]

    outcomes = together(*(lambda d=draft: actions.file(d, by=world.an, at=MONDAY) for draft in drafts))

    assert all(isinstance(outcome, HistoryLine) for outcome in outcomes)
    assert len(set(Dossier.objects.values_list("code", flat=True))) == 6


@pytest.mark.django_db(transaction=True)
def test_two_threads_that_begin_one_draft_begin_one(world: World) -> None:
    start = world.start(BIRTH)

    outcomes = together(*[lambda: actions.start_draft(start, by=world.an, at=MONDAY)] * 2)

    assert {getattr(outcome, "pk", outcome) for outcome in outcomes} == {start.id}


def reception(world: World, **changed: object) -> actions.Reception:
    start = world.start(BIRTH, channel="counter")
    given = {
        "start": start,
        "owner": actions.Person("Lâm Gia Hân", id_kind=IdKind.NONE_NEWBORN),
        "submitter": actions.Person("Lâm Văn Phúc", "+84912345678", "087060000108"),
        "receiving": actions.Receiving(Delivery.COUNTER),
        "handed": tuple(
            actions.Handed(paper.id, "original")
            for paper in start.page.cases[0].papers_of(PaperKind.SUBMIT)
            if paper.required and paper.asked_by("counter")
        ),
    }
    return actions.Reception(**(given | changed))  # type: ignore[arg-type]


def test_the_counter_files_and_accepts_in_one_press(world: World) -> None:
    dossier = actions.receive(reception(world), by=world.chi, at=MONDAY)

    lines = list(dossier.history.values_list("action", "role", "actor__login"))
    assert lines == [("file", "intake", "chi"), ("accept", "intake", "chi")]
    assert (dossier.channel, dossier.status) == ("counter", Status.ACCEPTED)
    assert dossier.due_at is not None
    assert {paper.form for paper in dossier.handed_papers.all()} == {"original"}
    assert dossier.parties.get(role=PartyRole.RECIPIENT).name == "Lâm Văn Phúc"


def test_pressing_twice_at_the_counter_receives_one(world: World) -> None:
    given = reception(world)

    first, second = (actions.receive(given, by=world.chi, at=MONDAY) for _ in range(2))

    assert first.pk == second.pk
    assert HistoryLine.objects.count() == 2


@pytest.mark.parametrize("who", ["dung", "giang", "an"])
def test_only_the_intake_of_the_desk_receives(world: World, who: str) -> None:
    with pytest.raises(actions.NotAllowed):
        actions.receive(reception(world), by=getattr(world, who), at=MONDAY)
    assert not Dossier.objects.exists()


def test_an_officer_receives_no_dossier_of_their_own(world: World) -> None:
    own = actions.Person("Lê Thị Chi", "+84912345678", world.chi.id_number)

    with pytest.raises(actions.NotAllowed):
        actions.receive(reception(world, submitter=own), by=world.chi, at=MONDAY)


def test_a_bad_scan_undoes_the_whole_reception(world: World) -> None:
    bad = type(a_picture())("x.docx", b"PK\x03\x04 word")

    with pytest.raises(actions.RefusedScans):
        actions.receive(reception(world, scans=((None, bad),)), by=world.chi, at=MONDAY)
    assert not Dossier.objects.exists()


def test_an_on_line_dossier_is_never_received_at_the_counter(world: World) -> None:
    with pytest.raises(ValueError, match="submitter"):
        actions.receive(reception(world, start=world.start(BIRTH)), by=world.chi, at=MONDAY)


def test_a_paper_of_another_case_is_refused_by_the_draft(world: World) -> None:
    draft = actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY)

    with pytest.raises(actions.NotAllowed):
        actions.add_files(draft, [(new_id(), a_picture())], by=world.an, at=MONDAY)
