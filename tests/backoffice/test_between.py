"""What was done to a copy since a page of it was opened."""

import pytest

from motcua.accounts import changes
from motcua.backoffice.between import Seen, done_since
from motcua.common.ids import new_id
from tests.accounts.citizens import citizen
from tests.catalogue.making import NOON

pytestmark = pytest.mark.django_db


def test_what_came_after_is_told_newest_first_and_no_further() -> None:
    procedure, copy, by = new_id(), str(new_id()), citizen()

    def note(word: str, revision: int, of: str = copy) -> None:
        changes.note(word, procedure, by=by, at=NOON, copy=of, revision=revision)

    note("copy_begun", 1)
    note("copy_saved", 2)
    note("copy_saved", 3)
    note("copy_discarded", 3)
    note("copy_begun", 1, of="another")

    assert [change.word for change in done_since(procedure, Seen(copy, 2))] == [
        "copy_begun",
        "copy_discarded",
        "copy_saved",
    ]
    assert [change.word for change in done_since(procedure, Seen(copy, 3))] == ["copy_begun", "copy_discarded"]
    assert [change.word for change in done_since(procedure, Seen("another", 1))] == []
