"""A new version is begun, saved without losing anybody's work, published once, on its day, by a person's word."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.accounts.models import Account
from motcua.catalogue import drafting, keeping
from motcua.catalogue.models import CopyState, Procedure, Version, WorkingCopy
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from motcua.catalogue.tasks import publish_due_versions
from tests.accounts.citizens import citizen

from .making import LATER, NOON, said

pytestmark = pytest.mark.django_db
CODE = "1.000001"


@pytest.fixture
def by() -> Account:
    return citizen()


def begun(by: Account, **changes: Any) -> WorkingCopy:
    publish(CODE, said(**changes), origin="imported", at=NOON)
    copy, made = drafting.begin(Procedure.objects.get(code=CODE), by=by, at=NOON)
    assert made
    return copy


def test_there_is_one_open_copy(by: Account) -> None:
    copy = begun(by)

    again, made = drafting.begin(copy.procedure, by=by, at=LATER)

    assert (again.pk, made) == (copy.pk, False)
    drafting.discard(copy, revision=1, by=by, at=LATER)
    assert drafting.begin(copy.procedure, by=by, at=LATER)[1]


def test_who_saves_on_an_older_revision_overwrites_nobody(by: Account) -> None:
    copy = begun(by)
    drafting.save(copy, {"conditions": "Của tôi"}, revision=1, by=by, at=LATER)

    with pytest.raises(drafting.Stale):
        drafting.save(copy, {"conditions": "Của ai"}, revision=1, by=by, at=LATER)
    assert WorkingCopy.objects.get().content["conditions"] == "Của tôi"


def test_what_was_changed_is_a_persons_word_and_its_doubt_is_answered(by: Account) -> None:
    flags = ({"path": "conditions", "why": "from_memory"}, {"path": "cases.0.papers", "why": "no_papers"})
    copy = begun(by, flags=flags)
    copy = drafting.save(copy, {"conditions": "Đủ 18 tuổi"}, revision=1, by=by, at=LATER)

    number = drafting.publish(copy, revision=2, source="163/QĐ-BTP", by=by, at=LATER)

    page = current_version(CODE)
    assert page is not None
    assert (number, page.number, page.conditions) == (2, 2, "Đủ 18 tuổi")
    assert page.source_of("conditions") == {"origin": "person", "source": "163/QĐ-BTP", "date": "2026-03-03"}
    assert page.source_of("name")["origin"] == "imported"
    assert [flag.path for flag in page.flags] == ["cases.0.papers"]
    publish(CODE, said(conditions="Nguồn nói khác"), origin="imported", at=LATER)
    later = current_version(CODE)
    assert later is not None
    assert later.conditions == "Đủ 18 tuổi"


def test_a_copy_of_an_older_version_is_not_published(by: Account) -> None:
    copy = begun(by)
    publish(CODE, said(name="Nguồn vừa đổi"), origin="imported", at=LATER)

    with pytest.raises(drafting.Stale):
        drafting.publish(copy, revision=1, source="1/QĐ", by=by, at=LATER)


@pytest.mark.parametrize("changed", [{"level": 9}, {"name": " "}, {"rules": {"fee_first": True}}, {"cases": "x"}])
def test_what_cannot_be_is_not_published(changed: dict[str, Any], by: Account) -> None:
    copy = drafting.save(begun(by), changed, revision=1, by=by, at=LATER)

    with pytest.raises(drafting.Unsound) as refused:
        drafting.send(copy, revision=2, by=by, at=LATER)
    assert refused.value.problems
    with pytest.raises(drafting.Unsound):
        drafting.publish(copy, revision=2, source="1/QĐ", by=by, at=LATER)
    assert Version.objects.count() == 1


def test_a_version_comes_into_force_on_its_day_and_once(by: Account) -> None:
    copy = drafting.save(begun(by), {"conditions": "Mới"}, revision=1, by=by, at=NOON)
    drafting.schedule(copy, revision=2, source="1/QĐ", publish_at=LATER, by=by, at=NOON)

    assert drafting.publish_due(LATER - timedelta(minutes=1)) == []
    assert drafting.publish_due(LATER) == [CODE]
    assert drafting.publish_due(LATER) == []
    publish_due_versions(0)

    assert Version.objects.count() == 2
    assert WorkingCopy.objects.get().state == CopyState.PUBLISHED


def test_a_scheduled_copy_that_became_stale_is_a_draft_again(by: Account) -> None:
    copy = drafting.save(begun(by), {"conditions": "Mới"}, revision=1, by=by, at=NOON)
    drafting.schedule(copy, revision=2, source="1/QĐ", publish_at=LATER, by=by, at=NOON)
    publish(CODE, said(name="Nguồn vừa đổi"), origin="imported", at=NOON)

    assert drafting.publish_due(LATER) == []
    assert WorkingCopy.objects.get().state == CopyState.DRAFT


def test_a_review_is_asked_for_and_taken_back(by: Account) -> None:
    copy = begun(by)

    assert drafting.send(copy, revision=1, by=by, at=LATER).state == CopyState.REVIEW
    assert drafting.take_back(copy, revision=2, by=by, at=LATER).state == CopyState.DRAFT


def test_a_page_from_before_a_move_does_not_undo_it(by: Account) -> None:
    copy = drafting.save(begun(by), {"conditions": "Mới"}, revision=1, by=by, at=NOON)
    drafting.schedule(copy, revision=2, source="1/QĐ", publish_at=LATER, by=by, at=NOON)

    with pytest.raises(drafting.Stale):
        drafting.save(copy, {"conditions": "Cũ hơn"}, revision=2, by=by, at=NOON)
    assert WorkingCopy.objects.get().state == CopyState.SCHEDULED


def test_what_says_nothing_new_is_not_published(by: Account) -> None:
    copy = begun(by, flags=({"path": "conditions", "why": "from_memory"},))

    with pytest.raises(drafting.NothingNew):
        drafting.publish(copy, revision=1, source="1/QĐ", by=by, at=LATER)
    with pytest.raises(drafting.NothingNew):
        drafting.schedule(copy, revision=1, source="1/QĐ", publish_at=LATER, by=by, at=NOON)
    assert Version.objects.count() == 1
    assert WorkingCopy.objects.get().state == CopyState.DRAFT


def test_what_was_withdrawn_comes_back_under_the_number_that_is_told(by: Account) -> None:
    copy = begun(by)
    keeping.withdraw(copy.procedure, reason="Luật bỏ", replaced_by="", at=NOON)

    number = drafting.publish(copy, revision=1, source="1/QĐ", by=by, at=LATER)

    page = current_version(CODE)
    assert page is not None
    assert (number, page.number) == (2, 2)


def test_nothing_is_done_with_what_was_thrown_away(by: Account) -> None:
    copy = begun(by)
    drafting.discard(copy, revision=1, by=by, at=LATER)

    with pytest.raises(drafting.Stale):
        drafting.publish(copy, revision=1, source="1/QĐ", by=by, at=LATER)
    assert drafting.open_copy(copy.procedure) is None
