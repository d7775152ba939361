"""Hard limits of size. When one bites, split by facet; there is no list of exceptions."""

import ast
from pathlib import Path

import pytest

from . import house

FILE, TEST_FILE, SETTINGS, CONFTEST, TEMPLATE = 400, 500, 250, 250, 150
FUNCTION, VIEW, PARAMETERS = 50, 25, 6


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From the first decorator to the last line."""
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return (function.end_lineno or function.lineno) - first + 1


def is_view(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A view takes the request first and stands among views."""
    names = [argument.arg for argument in function.args.args]
    return "views" in {path.stem, path.parent.name} and names[:1] == ["request"]


def too_long(paths: list[Path], most: int) -> list[str]:
    return [f"{house.called(path)}: {found} lines" for path in paths if (found := lines(path)) > most]


def test_no_module_is_longer_than_a_reader_holds_in_mind() -> None:
    assert too_long(house.modules(), FILE) == []


def test_no_test_file_is_longer_than_its_limit() -> None:
    assert too_long(house.committed("tests/*.py", "bench/*.py"), TEST_FILE) == []
    assert too_long([house.ROOT / "tests/conftest.py"], CONFTEST) == []


def test_settings_stay_short() -> None:
    assert too_long([house.PACKAGE / "config/settings.py"], SETTINGS) == []


def test_no_template_is_longer_than_its_limit() -> None:
    assert too_long(house.templates(), TEMPLATE) == []


@pytest.mark.parametrize("root", ["motcua", "tests", "bench"])
def test_functions_fit_the_screen(root: str) -> None:
    paths = house.modules() if root == "motcua" else house.committed(f"{root}/*.py")
    found = [
        f"{house.called(path)}: {function.name} has {length(function)} lines"
        for path in paths
        for function in house.functions(path)
        if length(function) > (VIEW if is_view(path, function) else FUNCTION)
    ]
    assert found == []


def test_nobody_has_to_pass_more_than_six_things() -> None:
    found = []
    for path in house.modules():
        for function in house.functions(path):
            arguments = function.args
            names = [row.arg for row in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
            if len([name for name in names if name not in {"self", "cls", "by", "at"}]) > PARAMETERS:
                found.append(f"{house.called(path)}: {function.name}({', '.join(names)})")
    assert found == []
