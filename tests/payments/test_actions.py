"""What is owed, paid and waived; nothing twice."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError

from motcua.common.errors import Conflict
from motcua.common.ids import new_id
from motcua.payments import actions, queries
from motcua.payments.actions import Line
from motcua.payments.models import Settlement
from motcua.payments.telling import charge_in_words

AT = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
COPY = Line("le_phi", 8_000, per="bản", quantity=2, when_due="nộp tại quầy khi nhận kết quả")
UNKNOWN = Line("le_phi", None)

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject() -> uuid.UUID:
    return new_id()


def pay(subject: uuid.UUID, pk: uuid.UUID | None = None, amount: int = 16_000, number: str = "BL1") -> Settlement:
    return actions.pay(pk or new_id(), subject, amount=amount, means="cash", receipt_number=number, at=AT)


def test_nothing_charged_is_settled(subject: uuid.UUID) -> None:
    account = queries.account(subject)

    assert account.settled
    assert (account.total, account.owed, account.unknown) == (0, 0, False)


def test_a_charge_is_owed_until_it_is_paid(subject: uuid.UUID) -> None:
    actions.charge(subject, [COPY], at=AT)
    assert (queries.account(subject).owed, queries.account(subject).settled) == (16_000, False)

    pay(subject, amount=10_000)
    assert queries.account(subject).owed == 6_000
    pay(subject, amount=6_000, number="BL2")
    assert queries.account(subject).settled


def test_what_no_document_has_set_yet_is_not_settled_by_money(subject: uuid.UUID) -> None:
    [charge] = actions.charge(subject, [UNKNOWN], at=AT)
    assert queries.account(subject).unknown

    actions.set_amount(subject, charge.pk, amount=5_000, quantity=3)
    assert queries.account(subject).owed == 15_000


def test_a_waiver_of_everything_settles_the_unknown_too(subject: uuid.UUID) -> None:
    actions.charge(subject, [UNKNOWN, COPY], at=AT)
    actions.waive(new_id(), subject, ground="Nghị quyết 1", at=AT)

    account = queries.account(subject)
    assert account.settled
    assert account.waived == 16_000


def test_the_same_press_again_is_the_same_payment(subject: uuid.UUID) -> None:
    actions.charge(subject, [COPY], at=AT)
    pk = new_id()

    assert pay(subject, pk).pk == pay(subject, pk).pk
    assert Settlement.objects.count() == 1
    assert queries.is_recorded(pk)
    with pytest.raises(Conflict):
        pay(subject, pk, number="khác")


def test_a_receipt_is_recorded_once(subject: uuid.UUID) -> None:
    pay(subject)
    with pytest.raises(Conflict):
        pay(subject)
    pay(new_id())  # the same number of another book, for another subject


def test_an_amount_is_not_changed_under_money_that_came_in(subject: uuid.UUID) -> None:
    [charge] = actions.charge(subject, [COPY], at=AT)
    pay(subject)

    with pytest.raises(Conflict):
        actions.set_amount(subject, charge.pk, amount=1, quantity=1)
    with pytest.raises(Conflict):
        actions.set_amount(new_id(), charge.pk, amount=1, quantity=1)


def test_later_charges_follow_the_earlier_ones(subject: uuid.UUID) -> None:
    actions.charge(subject, [COPY], at=AT, first=True)
    actions.charge(subject, [COPY, UNKNOWN], at=AT)

    assert [charge.position for charge in queries.account(subject).charges] == [1, 2, 3]


def test_what_came_in_is_never_rewritten_and_never_nameless(subject: uuid.UUID) -> None:
    settlement = pay(subject)
    with pytest.raises(IntegrityError, match="never changed"):
        Settlement.objects.filter(pk=settlement.pk).update(amount=1)


@pytest.mark.parametrize(("amount", "number"), [(0, "BL1"), (5, "")])
def test_the_database_refuses_a_payment_without_amount_or_receipt(subject: uuid.UUID, amount: int, number: str) -> None:
    with pytest.raises(IntegrityError, match="a_payment_has_amount"):
        Settlement.objects.create(
            id=new_id(), subject=subject, kind="payment", amount=amount, means="cash", receipt_number=number, at=AT
        )


def test_accounts_of_many_take_two_statements(subject: uuid.UUID, django_assert_num_queries: object) -> None:
    actions.charge(subject, [COPY], at=AT)
    with django_assert_num_queries(2):  # type: ignore[operator]
        found = queries.accounts([subject, new_id()])

    assert [account.owed for account in found.values()] == [16_000, 0]


def test_a_charge_in_words(subject: uuid.UUID) -> None:
    known, unknown = actions.charge(subject, [COPY, UNKNOWN], at=AT)

    assert charge_in_words(known).replace("\xa0", " ") == "8.000 đ/bản × 2, nộp tại quầy khi nhận kết quả"
    assert charge_in_words(unknown) == "theo văn bản"
