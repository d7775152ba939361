"""The page of a version is read once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import content
from motcua.catalogue.models import Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.reading import version_page
from motcua.common.ids import new_id

from .making import NOON, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("cases", [1, 20])
def test_many_cases_cost_one_statement(cases: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one = said().cases[0]
    many = tuple(content.Case(name=str(n), channels=one.channels, papers=one.papers) for n in range(cases))
    publish("1.000001", said(cases=many), origin="imported", at=NOON)
    version = Version.objects.get()

    with django_assert_num_queries(1):
        assert len(version_page(version.id).cases) == cases


def test_a_version_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Version.DoesNotExist):
        version_page(new_id())
