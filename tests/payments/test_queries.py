"""An account never owes less than nothing."""

from datetime import UTC, datetime

import pytest

from motcua.common.ids import new_id
from motcua.payments import actions, queries

AT = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_paying_too_much_leaves_nothing_owed() -> None:
    subject = new_id()
    actions.charge(subject, [actions.Line("phi", 1_000)], at=AT)
    actions.pay(new_id(), subject, amount=5_000, means="pos", receipt_number="1", at=AT)

    account = queries.account(subject)
    assert (account.paid, account.owed, account.settled) == (5_000, 0, True)
