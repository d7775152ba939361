"""Words that say nothing are not names; time is an argument; what is postponed is an issue."""

import ast
import re
from pathlib import Path

from . import house

EMPTY = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "misc",
    "managers",
    "manager",
    "tools",
    "data",
    "info",
}
EMPTY_VERBS = re.compile(r"^_?(do|process|handle|perform|manage)_")
# Hooks whose names Django and argparse chose.
DICTATED = {"process_exception", "process_view", "process_request", "process_response", "handle_no_permission"}
LATER = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
CLOCKS = {"now", "today", "localtime", "localdate", "utcnow"}
# Where a person, a request or the system itself says when "now" is.
MAY_READ_THE_CLOCK = re.compile(
    r"^motcua/(config/|reactions/|[a-z]+/(views/|tasks|middleware|doors|sessions)|common/errors\.py)"
)


def test_no_module_has_an_empty_name() -> None:
    found = [house.called(path) for path in house.modules() if EMPTY & {path.stem, path.parent.name}]

    assert found == []


def test_no_function_has_an_empty_verb() -> None:
    found = [
        f"{house.called(path)}: {function.name}"
        for path in house.modules()
        for function in house.functions(path)
        if EMPTY_VERBS.match(function.name) and function.name not in DICTATED
    ]

    assert found == []


def reads_the_clock(node: ast.AST) -> bool:
    """`timezone.now()`, `date.today()`, and `localdate()` that is not told which moment."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"timezone", "datetime", "date"}
        and (node.func.attr in {"now", "today", "utcnow"} or not node.args)
    )


def test_time_is_an_argument() -> None:
    found = [
        f"{house.called(path)}:{node.lineno}"
        for path in house.modules()
        if not MAY_READ_THE_CLOCK.match(house.called(path))
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.expr) and reads_the_clock(node)
    ]

    assert found == []


def imports_inside(path: Path) -> list[str]:
    return [
        f"{house.called(path)}:{node.lineno}"
        for function in house.functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_imports_stand_at_the_top() -> None:
    assert [line for path in house.modules() for line in imports_inside(path)] == []


def test_what_is_postponed_is_an_issue_and_no_comment() -> None:
    found = [
        f"{house.called(path)}:{number}"
        for path in house.committed("motcua/*", "tests/*", "bench/*", "Makefile", "*.sh")
        if path.suffix in {".py", ".html", ".scss", ".js", ".sh", ".yaml"} and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LATER.search(line)
    ]

    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    found = []
    for path in house.modules():
        said = ast.get_docstring(house.tree(path))
        if house.tree(path).body and not said:
            found.append(house.called(path))

    assert found == []
