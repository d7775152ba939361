"""An import says beforehand, field by field, what it would do, and then does nothing."""

import hashlib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from motcua.catalogue.importing import Summary, import_procedures
from motcua.catalogue.models import SourceRecord

from .making import LATER, NOON, record, write

pytestmark = pytest.mark.django_db


def digest() -> str:
    """Of every row of the catalogue."""
    seen = hashlib.sha256()
    with connection.cursor() as cursor:
        for model in apps.get_app_config("catalogue").get_models():
            table = model._meta.db_table
            cursor.execute(f"select coalesce(string_agg(t::text, '' order by t::text), '') from {table} t")
            seen.update(cursor.fetchone()[0].encode())
    return seen.hexdigest()


def staged(tmp_path: Path, *records: dict[str, object]) -> Summary:
    return import_procedures(write(tmp_path / "in.jsonl", *records), at=LATER, dry_run=True)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record(), record("1.000003")), at=NOON)
    before = digest()

    summary = staged(tmp_path, record(name="Tên mới"), record("1.000002"))

    assert (summary.new, summary.changed, summary.vanished, summary.gone) == (1, 1, 1, ["1.000003"])
    assert summary.dry_run
    assert digest() == before


def test_each_field_that_changes_is_told_before_and_after(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record()), at=NOON)

    summary = staged(tmp_path, record(name="Tên mới", conditions="Đủ 18 tuổi"))

    told = {(change.code, change.field): (change.before, change.after) for change in summary.changes}
    assert told["1.000001", "name"] == ("Thủ tục cấp giấy xác nhận", "Tên mới")
    assert told["1.000001", "conditions"][1] == "Đủ 18 tuổi"
    assert {change.name for change in summary.changes} == {"Tên", "Điều kiện"}


def test_a_part_deep_inside_is_told_by_its_path(tmp_path: Path) -> None:
    slow = [{"methods": ["DIRECT"], "qty": 5, "unit": "WORKING_DAY", "fees": [{"kind": "FEE", "amount": 8000}]}]
    quick = [{"methods": ["DIRECT"], "qty": 3, "unit": "WORKING_DAY", "fees": [{"kind": "FEE", "amount": 8000}]}]
    import_procedures(write(tmp_path / "in.jsonl", record(channels=slow)), at=NOON)

    (change,) = staged(tmp_path, record(channels=quick)).changes

    assert (change.field, change.before, change.after) == ("cases.0.channels.0.amount", "5", "3")


def test_long_values_are_cut(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record()), at=NOON)

    (change,) = staged(tmp_path, record(note="x" * 1000)).changes

    assert len(change.after) == 160


def test_doubts_are_counted_with_examples(tmp_path: Path) -> None:
    odd = [{"methods": ["DIRECT"], "qty": 24, "unit": "HOUR", "fees": [{"kind": "FEE", "amount": 135}]}]
    summary = staged(tmp_path, *(record(f"1.00000{n}", channels=odd) for n in range(7)))

    assert summary.doubts["hours_of_what"].count == 7
    assert len(summary.doubts["hours_of_what"].examples) == 5
    assert summary.doubts["fee_too_small"].count == 7


def test_what_the_source_said_is_kept_once(tmp_path: Path) -> None:
    file = write(tmp_path / "in.jsonl", record())
    import_procedures(file, at=NOON)
    import_procedures(file, at=LATER)

    assert SourceRecord.objects.get().read_at == NOON
