"""CATALOGUE is imported at a start, once."""

import gzip
import itertools
from pathlib import Path

import pytest

from motcua.agencies.starter import load_units
from motcua.catalogue.models import Procedure
from motcua.config.catalogue_file import import_file, import_once
from motcua.config.failures import CommandFailed

pytestmark = pytest.mark.django_db
NATIONAL = Path(__file__).parents[3] / "shared" / "data" / "procedures.jsonl.gz"


@pytest.fixture
def some(tmp_path: Path) -> Path:
    """The first twenty lines of the national catalogue."""
    if not NATIONAL.exists():
        pytest.skip("the national catalogue is not beside this checkout: ../shared/data/procedures.jsonl.gz")
    load_units()
    file = tmp_path / "some.jsonl"
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        file.write_text("".join(itertools.islice(lines, 20)), encoding="utf-8")
    return file


def test_a_second_start_imports_nothing(some: Path) -> None:
    assert import_once(some)
    assert Procedure.objects.count() == 20
    assert not import_once(some)


def test_a_changed_file_is_imported_again(some: Path) -> None:
    import_once(some)
    lines = some.read_text(encoding="utf-8").splitlines(keepends=True)
    some.write_text("".join(lines[:19]), encoding="utf-8")

    assert import_once(some)
    assert Procedure.objects.exclude(missing_since=None).count() == 1


@pytest.mark.parametrize(
    "content", [b"", b"not a record\n", gzip.compress(b"x" * 999, mtime=0)[:20]], ids=["empty", "words", "torn"]
)
def test_a_file_that_is_no_catalogue_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "wrong.jsonl.gz"
    file.write_bytes(content)

    with pytest.raises(CommandFailed, match=r"wrong\.jsonl\.gz"):
        import_file(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match=r"CATALOGUE .* cannot be read"):
        import_once(tmp_path / "nowhere")
