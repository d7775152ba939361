"""What managers do to the catalogue holds in the database, however it is asked for."""

from pathlib import Path

import pytest

from motcua.catalogue import edition, keeping
from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Confirmation, Difference, Listing, Procedure, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version, withdrawn
from tests.accounts.citizens import citizen

from .making import IN_BRIEF, LATER, NOON, SHIPPED, record, said, write

pytestmark = pytest.mark.django_db
FLAG = ({"path": "conditions", "why": "from_memory"},)


def procedure() -> Procedure:
    return Procedure.objects.select_related("current").get(code="1.000001")


def test_what_nobody_doubts_cannot_be_confirmed() -> None:
    publish("1.000001", said(flags=FLAG), origin="imported", at=NOON)
    version = procedure().current
    assert version is not None

    with pytest.raises(keeping.Refused, match="no_such_value"):
        keeping.confirm(version, "name", by=citizen(), at=LATER)


def test_a_confirmed_value_turns_the_edition_once() -> None:
    publish("1.000001", said(flags=FLAG, conditions="Đủ 18"), origin="imported", at=NOON)
    version, by = procedure().current, citizen()
    assert version is not None
    before = edition.current()

    assert keeping.confirm(version, "conditions", by=by, at=LATER)
    turned = edition.current()
    assert not keeping.confirm(version, "conditions", by=by, at=LATER)

    assert turned != before
    assert edition.current() == turned
    assert Confirmation.objects.count() == 1
    publish("1.000001", said(conditions="Khác"), origin="imported", at=LATER)
    assert procedure().current.conditions == "Đủ 18"  # type: ignore[union-attr]


def test_a_difference_without_what_the_source_said_cannot_be_taken() -> None:
    publish("1.000001", said(conditions="Một", sources=SHIPPED), origin="shipped", at=NOON)
    publish("1.000001", said(conditions="Hai"), origin="imported", at=LATER)
    row = Difference.objects.get(path="conditions")

    with pytest.raises(keeping.Refused, match="no_source"):
        keeping.take(row, at=LATER)
    assert keeping.keep(row, at=LATER)
    assert not keeping.keep(row, at=LATER)
    with pytest.raises(keeping.Refused, match="decided"):
        keeping.take(row, at=LATER)


def test_a_withdrawal_leaves_nothing_in_force_and_neither_import_nor_start_brings_it_back() -> None:
    publish("1.000001", said(name="Việc"), origin="imported", at=NOON)
    keeping.withdraw(procedure(), reason="Bỏ", replaced_by="", at=LATER)

    publish("1.000001", said(name="Việc khác"), origin="imported", at=LATER)
    publish("1.000001", said(name="Việc khác", sources=SHIPPED), origin="shipped", at=LATER)

    assert current_version("1.000001") is None
    assert not Listing.objects.exists()
    gone = withdrawn("1.000001")
    assert gone is not None
    assert (gone.name, gone.because, gone.replaced_by) == ("Việc", "Bỏ", None)
    with pytest.raises(keeping.Refused, match="not_in_force"):
        keeping.withdraw(procedure(), reason="Bỏ", replaced_by="", at=LATER)


def test_what_is_in_force_is_not_restored() -> None:
    publish("1.000001", said(), origin="imported", at=NOON)

    with pytest.raises(keeping.Refused, match="in_force"):
        keeping.restore(Version.objects.get(), at=LATER)
    assert withdrawn("1.000001") is None


def test_sentences_are_doubted_when_the_fees_of_the_source_come_into_force(tmp_path: Path) -> None:
    publish("1.000001", said(in_brief=IN_BRIEF, sources=SHIPPED), origin="shipped", at=NOON)
    import_procedures(write(tmp_path / "in.jsonl", record()), at=LATER)

    keeping.take(Difference.objects.get(path="cases.fees"), at=LATER)

    version = procedure().current
    assert version is not None
    assert version.in_brief == IN_BRIEF
    assert {"path": "in_brief", "why": "brief_is_older"} in version.flags
    assert keeping.confirm(version, "in_brief", by=citizen(), at=LATER)
