"""A file of the national catalogue: published once, repeated without effect, never overwriting, never guessing."""

from pathlib import Path

import pytest

from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Procedure, Version
from motcua.catalogue.queries import VersionPage, current_version

from .making import LATER, NOON, form, record, write

pytestmark = pytest.mark.django_db


def page(code: str = "1.000001") -> VersionPage:
    found = current_version(code)
    assert found is not None
    return found


def test_a_record_becomes_a_version_with_everything(tmp_path: Path) -> None:
    general = form()
    legal = '[{"id": "60/2014/QH13", "code": "60/2014/QH13", "name": "Luật Hộ tịch"}]'
    (tmp_path / "legal_docs.json").write_text(legal, encoding="utf-8")

    summary = import_procedures(write(tmp_path / "in.jsonl", record()), at=NOON)

    assert (summary.total, summary.new, summary.flagged, summary.skipped) == (1, 1, 0, [])
    told = page()
    assert (told.level, told.service_class, told.files_online, told.body) == (3, "mot_phan", True, "ubnd_xa")
    assert [(row.channel, row.amount, row.unit) for row in told.cases[0].channels] == [
        ("online", 3, "working_day"),
        ("counter", 3, "working_day"),
    ]
    assert told.cases[0].channels[0].fees[0].amount == 8000
    assert [(one.name, one.kind, one.originals) for one in told.cases[0].papers] == [("Tờ khai", "submit", 1)]
    assert told.instructions == ("Bước 1: Nộp.", "Bước 2: Nhận.")
    assert told.legal == ({"number": "60/2014/QH13", "name": "Luật Hộ tịch"},)
    assert told.form_version_id == general.id
    assert told.source_of("name") == {
        "origin": "imported",
        "source": "Cơ sở dữ liệu quốc gia về thủ tục hành chính",
        "date": "2026-04-15",
    }
    assert told.source_of("level")["inferred"] is True


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "in.jsonl.gz", record(), record("1.000002"))
    import_procedures(file, at=NOON)

    summary = import_procedures(file, at=LATER)

    assert (summary.new, summary.changed, summary.unchanged) == (0, 0, 2)
    assert Version.objects.count() == 2


def test_a_change_is_published_at_once(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record()), at=NOON)

    summary = import_procedures(write(tmp_path / "in.jsonl", record(name="Tên mới")), at=LATER)

    assert summary.changed == 1
    assert (page().name, page().number) == ("Tên mới", 2)


def test_what_vanished_stays_published_with_a_flag_and_may_come_back(tmp_path: Path) -> None:
    both = write(tmp_path / "both.jsonl", record(), record("1.000002"))
    one = write(tmp_path / "one.jsonl", record())
    import_procedures(both, at=NOON)

    assert import_procedures(one, at=LATER).vanished == 1
    gone = Procedure.objects.get(code="1.000002")
    assert gone.missing_since == LATER
    assert gone.current is not None

    assert import_procedures(both, at=LATER).vanished == 0
    assert Procedure.objects.get(code="1.000002").missing_since is None


def test_another_list_makes_nothing_vanish(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "national.jsonl", record()), at=NOON)

    summary = import_procedures(write(tmp_path / "local.jsonl", record("1.000002", kind="noi_bo")), at=LATER)

    assert summary.vanished == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (record(" 1.014325"), "dòng 1: mã thủ tục"),
        (record("1.0133611"), "dòng 1: mã thủ tục"),
        (record("", code_raw="1.014955-Xoa"), "1.014955-Xoa"),
        (record(name=""), "thiếu tên"),
        (record(field={"code": "HT"}), "thiếu mã hoặc tên ở field"),
        (record(publisher={"code": "G" * 36, "name": "Bộ"}), "dài quá"),
        (record(channels=["x"]), "không đúng cấu trúc"),
        ("{", "dòng 1"),
        ("[]", "không phải một bản ghi"),
    ],
)
def test_what_cannot_be_read_is_skipped_and_said(line: object, said: str, tmp_path: Path) -> None:
    summary = import_procedures(write(tmp_path / "in.jsonl", line, record("1.000007")), at=NOON)

    assert said in summary.skipped[0]
    assert list(Procedure.objects.values_list("code", flat=True)) == ["1.000007"]


def test_a_code_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    summary = import_procedures(write(tmp_path / "in.jsonl", record(), record(name="Khác")), at=NOON)

    assert summary.skipped == ["dòng 2: mã 1.000001 đã có ở dòng trước"]
    assert page().number == 1


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file = write(tmp_path / "in.jsonl", *(record(f"1.{n:06}") for n in range(300)))

    import_procedures(file, at=NOON, progress=lambda done, total: told.append((done, total)))

    assert told == [(250, 300), (300, 300)]


def test_text_that_the_database_cannot_hold_is_cleaned(tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record(conditions="Có\x00 căn cước")), at=NOON)

    assert page().conditions == "Có căn cước"


def test_a_name_that_several_codes_share_is_a_doubt_about_each_and_counted(tmp_path: Path) -> None:
    same = "Thủ tục  đăng ký lại"
    file = write(
        tmp_path / "in.jsonl",
        *(record("1.000001", name=same), record("1.000002", name=same.lower()), record("1.000003"), "không đọc được"),
    )

    staged = import_procedures(file, at=NOON, dry_run=True)
    summary = import_procedures(file, at=NOON)

    for told in (staged, summary):
        assert (told.doubts["same_name"].count, told.doubts["same_name"].examples) == (2, ["1.000001", "1.000002"])
    assert [(flag.path, flag.why) for flag in page("1.000002").flags] == [("name", "same_name")]
    assert page("1.000003").flags == ()
    assert import_procedures(file, at=LATER).unchanged == 3
