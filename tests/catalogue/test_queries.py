"""What is in force, in two statements, then in one, and in none for a few seconds."""

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import content
from motcua.catalogue.models import Case, CaseChannel, PaperKind, Procedure, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import case_channel, current_version, in_force, version_page
from motcua.common import kept
from motcua.common.ids import new_id

from .making import IMPORTED, LATER, NOON, channel, fee, paper, said

pytestmark = pytest.mark.django_db
CODE = "1.000001"


def test_a_page_costs_two_statements_and_one_from_then_on(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publish(CODE, said(), origin="imported", at=NOON)

    with django_assert_num_queries(2):
        first = current_version(CODE)
    with django_assert_num_queries(0):
        assert current_version(CODE) is first
    kept.forget()
    with django_assert_num_queries(1):
        assert current_version(CODE) is first


def test_what_was_just_published_is_seen_at_once() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    before = current_version(CODE)
    publish(CODE, said(name="Tên khác"), origin="imported", at=LATER)

    after = current_version(CODE)

    assert before is not None
    assert after is not None
    assert (before.id != after.id, after.name) == (True, "Tên khác")


def test_the_page_says_what_was_published() -> None:
    fees = (fee(8000, per="bản", when="Xin thêm"),)
    papers = (paper("Đơn", channels=("counter",)), paper("Lưu ý", kind="note", originals=0))
    case = content.Case(name="Một", channels=(channel("post", fees=fees), channel("online", None, "")), papers=papers)
    stage = content.Stage(name="Duyệt", role="approver", share=100, approves=True)
    flags = ({"path": "legal", "why": "no_legal"},)
    publish(CODE, said(cases=(case,), stages=(stage,), flags=flags), origin="imported", at=NOON)

    page = current_version(CODE)

    assert page is not None
    told = page.cases[0]
    assert [(row.channel, row.usable) for row in told.channels] == [("online", False), ("post", True)]
    assert [(one.amount, one.per, one.when) for one in told.channels[1].fees] == [(8000, "bản", "Xin thêm")]
    assert [one.name for one in told.papers_of(PaperKind.SUBMIT)] == ["Đơn"]
    assert not told.papers[0].asked_by("online")
    assert told.papers[1].asked_by("online")
    assert (page.stages[0].name, page.stages[0].approves) == ("Duyệt", True)
    assert (page.flags[0].path, page.flags[0].why) == ("legal", "no_legal")
    assert page.channels == ("online", "post")
    assert page.case(told.id) is told
    assert page.case(new_id()) is None
    assert told.channel("counter") is None


def test_the_nearest_source_speaks_for_a_value() -> None:
    sources = {**IMPORTED, "cases.0.channels": {"origin": "person", "source": "Chi"}}
    publish(CODE, said(sources=sources), origin="person", at=NOON)

    page = current_version(CODE)

    assert page is not None
    assert page.source_of("cases.0.channels.1.fees")["source"] == "Chi"
    assert page.source_of("name")["source"] == "Nguồn"


def test_an_old_version_can_still_be_read() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    first = Version.objects.get()
    publish(CODE, said(name="Tên mới"), origin="imported", at=LATER)

    assert version_page(first.id).name == "Cấp giấy xác nhận"
    now = current_version(CODE)
    assert now is not None
    assert now.name == "Tên mới"


def test_what_does_not_exist_is_none() -> None:
    Procedure.objects.create(code="1.000009")

    assert current_version("9.999999") is None
    assert current_version("1.000009") is None


def test_a_procedure_that_vanished_says_since_when() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    Procedure.objects.update(missing_since=LATER)

    found = in_force(CODE)

    assert found is not None
    assert found.missing_since == LATER


def test_one_way_to_hand_in_a_case() -> None:
    publish(CODE, said(), origin="imported", at=NOON)
    case = Case.objects.get()

    assert case_channel(case.id, "counter").case == case
    with pytest.raises(CaseChannel.DoesNotExist):
        case_channel(case.id, "post")
