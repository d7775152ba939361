"""The demo's citizen files by the verbs that everybody uses, and never twice."""

import pytest

from motcua.config import demo_filing
from tests.world import BIRTH, MONDAY, World


def test_a_dossier_is_filed_once(world: World) -> None:
    first = demo_filing.file_on_line("x", BIRTH, "counter", world.an, MONDAY)

    assert first is not None
    assert first.code
    assert demo_filing.file_on_line("x", BIRTH, "counter", world.an, MONDAY) is None


def test_an_unknown_procedure_is_named(world: World) -> None:
    with pytest.raises(LookupError, match=r"9\.9"):
        demo_filing.page_of("9.9")
