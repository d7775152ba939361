"""The starter catalogue is loaded on each start and costs nothing while nothing changed."""

import shutil
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from motcua.catalogue import starter_shape
from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Difference, Procedure, Version
from motcua.catalogue.queries import VersionPage, current_version
from motcua.catalogue.starter import load_starter
from motcua.catalogue.starter_reading import ShapeError

from .making import LATER, NOON, form, record, write

pytestmark = pytest.mark.django_db
BIRTH = "1.001193"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two of the shipped files, free to be changed."""
    for code in (BIRTH, "1.011607"):
        shutil.copy(starter_shape.FOLDER / f"{code}.yaml", tmp_path)
    return tmp_path


def page(code: str = BIRTH) -> VersionPage:
    found = current_version(code)
    assert found is not None
    return found


def change(folder: Path, old: str, new: str) -> None:
    file = folder / f"{BIRTH}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_every_shipped_procedure_is_in_force() -> None:
    general, birth = form(), form("to-khai-dang-ky-khai-sinh")

    outcome = load_starter(at=NOON)

    assert len(outcome.new) == len(list(starter_shape.FOLDER.glob("*.yaml"))) >= 100
    assert page().form_version_id == birth.id
    assert page("1.011607").form_version_id == general.id
    assert not Version.objects.filter(cases=None).exists()


def test_birth_registration_says_what_its_file_says() -> None:
    load_starter(at=NOON)

    told = page()

    assert (told.name, told.level, told.body, told.files_online) == ("Đăng ký khai sinh", 3, "ubnd_xa", True)
    assert [row.channel for row in told.cases[0].channels] == ["online", "counter", "post"]
    assert [fee.amount for fee in told.cases[0].channels[0].fees] == [0, 8000]
    assert told.glance["fee"] == {"low": 0, "high": 0, "per": ""}
    assert sum(stage.share for stage in told.stages) == 100
    assert told.stages[-1].approves
    assert told.source_of("level")["inferred"] is True
    assert told.source_of("summary")["source"] == "Một Cửa"


def test_a_second_start_costs_two_statements(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    form()
    load_starter(at=NOON)

    with django_assert_num_queries(2):
        outcome = load_starter(at=LATER)

    assert outcome.changed == outcome.new == outcome.unchanged == []


def test_a_changed_file_publishes_one_version(folder: Path) -> None:
    load_starter(at=NOON, folder=folder)
    change(folder, "minutes: 10", "minutes: 12")

    outcome = load_starter(at=LATER, folder=folder)

    assert outcome.changed == [BIRTH]
    assert (page().minutes, page().number) == (12, 2)


def test_a_new_form_is_taken_at_the_next_start(folder: Path) -> None:
    form("to-khai-dang-ky-khai-sinh")
    load_starter(at=NOON, folder=folder)
    newer = form("to-khai-dang-ky-khai-sinh", 2)

    load_starter(at=LATER, folder=folder)

    assert page().form_version_id == newer.id


def test_hours_that_are_not_called_working_hours_are_no_term(folder: Path) -> None:
    change(folder, "unit: same_day", "unit: hour")

    load_starter(at=NOON, folder=folder)

    assert not page().cases[0].channels[0].usable
    assert ("cases.0.channels.0.time", "hours_of_what") in [(flag.path, flag.why) for flag in page().flags]


def test_a_value_from_memory_is_flagged() -> None:
    load_starter(at=NOON)

    assert ("conditions", "from_memory") in [(flag.path, flag.why) for flag in page().flags]


def test_an_import_lies_beside_what_is_shipped(folder: Path, tmp_path: Path) -> None:
    load_starter(at=NOON, folder=folder)
    before = page()
    fees = [{"kind": "SERVICE_FEE", "amount": 5000}]
    channels = [{"methods": ["ONLINE", "DIRECT", "POSTAL"], "qty": 2, "unit": "WORKING_DAY", "fees": fees}]
    file = write(tmp_path / "in.jsonl", record(BIRTH, channels=channels, authority=[{"name": "UBND xã"}]))

    import_procedures(file, at=LATER)

    assert page().cases[0].channels == before.cases[0].channels
    assert page().bodies == {"authority": ["UBND xã"]}
    told = {row.path: row.imported for row in Difference.objects.all()}
    assert told["cases.fees"] == {"counter": [5000], "online": [5000], "post": [5000]}
    assert told["cases.times"] == {name: [[2, "working_day"]] for name in ("counter", "online", "post")}


def test_what_was_imported_first_is_taken_over_by_what_is_shipped(folder: Path, tmp_path: Path) -> None:
    import_procedures(write(tmp_path / "in.jsonl", record(BIRTH, note="Gọi trước khi đến")), at=NOON)

    load_starter(at=LATER, folder=folder)

    assert page().name == "Đăng ký khai sinh"
    assert page().note == "Gọi trước khi đến"
    assert Difference.objects.filter(path="name", procedure__code=BIRTH).exists()


def test_a_broken_file_publishes_nothing(folder: Path) -> None:
    change(folder, "level: 3", "level: 9")

    with pytest.raises(ShapeError, match="level"):
        load_starter(at=NOON, folder=folder)

    assert not Procedure.objects.exists()


def test_the_four_sentences_are_own_words_that_an_import_leaves(folder: Path, tmp_path: Path) -> None:
    load_starter(at=NOON, folder=folder)
    before = page()

    import_procedures(write(tmp_path / "in.jsonl", record(BIRTH, note="Gọi trước khi đến")), at=LATER)

    assert page().note == "Gọi trước khi đến"
    assert page().in_brief == before.in_brief
    assert page().in_brief["get"] == "Trẻ có Giấy khai sinh và số định danh."
    assert page().source_of("in_brief") == {"origin": "shipped", "source": "Một Cửa"}
