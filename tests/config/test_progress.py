"""The bar of long work."""

import pytest

from motcua.config.progress import progress_bar


def test_it_speaks_on_standard_error_only(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("Procedures") as show:
        show(1, 4)
        show(4, 4)

    said = capsys.readouterr()
    assert said.out == ""
    assert "Procedures" in said.err
