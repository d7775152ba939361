"""Publishing makes the next version, closes the last one, and lets nobody change either."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from motcua.accounts.people import make_citizen
from motcua.catalogue import content
from motcua.catalogue.models import (
    Case,
    CaseChannel,
    Confirmation,
    Difference,
    Fee,
    Paper,
    Procedure,
    Stage,
    TimeUnit,
    Version,
)
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.rows import content_of, with_everything
from motcua.common.ids import new_id

from .making import LATER, NOON, SHIPPED, channel, fee, said

pytestmark = pytest.mark.django_db
CODE = "1.000001"


def current() -> Version:
    version = Procedure.objects.select_related("current").get(code=CODE).current
    assert version is not None
    return version


def confirm(path: str) -> None:
    person = make_citizen(
        id_number="087080000042",
        full_name="Phạm Văn Dũng",
        birth_on=date(1980, 1, 1),
        phone="+84987654321",
        password="ba-từ-dễ-nhớ",
        email="",
        at=NOON,
    )
    Confirmation.objects.create(version=current(), path=path, by=person, at=NOON)


def test_the_first_version_is_number_one_and_in_force() -> None:
    outcome = publish(CODE, said(), origin="imported", at=NOON)

    assert (outcome.new, outcome.changed, outcome.unchanged) == ([CODE], [], [])
    assert (current().number, current().in_force_from, current().in_force_to) == (1, NOON, None)


def test_what_is_stored_reads_back_as_it_was_said() -> None:
    stage = content.Stage(name="Duyệt", role="approver", share=100, approves=True)
    whole = said(keywords=("giấy độc thân",), minutes=5, stages=(stage,))
    publish(CODE, whole, origin="imported", at=NOON)

    assert content_of(with_everything(Version.objects.all()).get()) == whole


def test_the_same_content_again_publishes_nothing() -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    outcome = publish(CODE, said(), origin="imported", at=LATER)

    assert outcome.unchanged == [CODE]
    assert Version.objects.count() == 1


def test_a_change_closes_the_last_version_at_the_moment_the_next_begins() -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    publish(CODE, said(name="Tên mới"), origin="imported", at=LATER)

    first, second = Version.objects.order_by("number")
    assert first.in_force_to == second.in_force_from == LATER
    assert current() == second


def test_a_difference_is_opened_once_and_closed_when_it_is_gone() -> None:
    publish(CODE, said(sources=SHIPPED), origin="shipped", at=NOON)

    for at in (NOON, LATER):
        publish(CODE, said(level=4), origin="imported", at=at)
    opened = Difference.objects.get()
    publish(CODE, said(), origin="imported", at=LATER)

    assert (opened.path, opened.kept, opened.imported, opened.found_at) == ("level", 3, 4, NOON)
    assert opened.source == "Nguồn, 2026-01-01"
    assert not Difference.objects.exists()


def test_a_difference_that_a_person_decided_is_not_asked_again() -> None:
    publish(CODE, said(sources=SHIPPED), origin="shipped", at=NOON)
    publish(CODE, said(level=4), origin="imported", at=NOON)
    Difference.objects.update(decided_at=NOON)

    publish(CODE, said(level=4), origin="imported", at=LATER)
    assert not Difference.objects.filter(decided_at=None).exists()

    publish(CODE, said(level=2), origin="imported", at=LATER)
    assert Difference.objects.get(decided_at=None).imported == 2


def test_a_new_shipped_version_keeps_what_an_import_said_otherwise() -> None:
    publish(CODE, said(sources=SHIPPED), origin="shipped", at=NOON)
    publish(CODE, said(level=4), origin="imported", at=NOON)

    publish(CODE, said(sources=SHIPPED, level=2), origin="shipped", at=LATER)
    assert (Difference.objects.get().kept, Difference.objects.get().imported) == (2, 4)

    publish(CODE, said(sources=SHIPPED, level=4), origin="shipped", at=LATER)
    assert not Difference.objects.exists()


def test_a_confirmed_value_outlives_every_later_import() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    confirm("name")

    publish(CODE, said(name="Tên khác", minutes=9), origin="imported", at=LATER)
    publish(CODE, said(name="Tên khác nữa", minutes=9), origin="imported", at=LATER)

    assert (current().name, current().minutes) == ("Cấp giấy xác nhận", 9)
    assert Difference.objects.get().imported == "ten khac nua"


def test_confirming_alone_publishes_nothing() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    confirm("name")

    assert publish(CODE, said(), origin="imported", at=LATER).unchanged == [CODE]


def test_a_person_may_change_everything() -> None:
    publish(CODE, said(sources=SHIPPED), origin="shipped", at=NOON)

    publish(CODE, said(name="Người sửa", sources={"": {"origin": "person"}}), origin="person", at=LATER)
    publish(CODE, said(sources=SHIPPED), origin="shipped", at=LATER)

    assert current().name == "Người sửa"


def test_a_renamed_field_is_renamed_for_all() -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    publish(CODE, said(field=content.Named(code="HT", name="Hộ tịch mới")), origin="imported", at=LATER)

    assert current().field.name == "Hộ tịch mới"


def test_many_offers_cost_as_many_statements_as_one() -> None:
    def statements(codes: list[str]) -> int:
        offers = [Offer(code=code, content=said()) for code in codes]
        with connection.execute_wrapper(count):
            seen.clear()
            publish_all(offers, origin="imported", at=NOON)
        return len(seen)

    seen: list[str] = []

    def count(execute: object, sql: str, *rest: object) -> object:
        seen.append(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    statements(["1.000000"])  # the first turns the edition for the first time
    assert statements(["1.000001"]) == statements([f"1.0000{n:02}" for n in range(2, 22)])


@pytest.mark.parametrize("table", [Version, Case, CaseChannel, Fee, Paper])
def test_the_database_refuses_to_delete_what_is_published(table: type[Model]) -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"delete from {table._meta.db_table}")


@pytest.mark.parametrize(
    "change",
    [
        "update catalogue_version set name = 'x'",
        "update catalogue_version set in_force_to = now(), name = 'x'",
        "update catalogue_case set name = 'x'",
        "update catalogue_casechannel set amount = 1",
        "update catalogue_fee set amount = 1",
        "update catalogue_paper set name = 'x'",
    ],
)
def test_the_database_refuses_to_change_what_is_published(change: str) -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_the_end_of_a_version_is_written_once() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    publish(CODE, said(name="Mới"), origin="imported", at=LATER)

    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(number=1).update(in_force_to=None)


def test_nothing_is_added_to_a_published_version() -> None:
    publish(CODE, said(cases=(content.Case(channels=(channel(fees=(fee(),)),)),)), origin="imported", at=NOON)
    case, row = Case.objects.get(), CaseChannel.objects.get()
    late: list[Model] = [
        Case(version=current(), position=9),
        CaseChannel(case=case, channel="post", unit=TimeUnit.DAY, amount=1),
        Fee(channel=row, position=9, kind="phi", amount=1),
        Paper(case=case, position=9, name="Giấy", kind="submit"),
        Stage(version=current(), position=9, name="Bước", role="handler", share=1),
    ]

    for added in late:
        with pytest.raises(IntegrityError), transaction.atomic():
            added.save(force_insert=True)


def test_a_version_that_nobody_points_to_yet_may_be_filled() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    copy = current()
    procedure = Procedure.objects.create(code="1.000002")
    copy.pk, copy.procedure, copy._state.adding = new_id(), procedure, True
    copy.save(force_insert=True)

    Case.objects.create(version=copy, position=0)

    assert copy.cases.count() == 1
