"""tests/ mirrors motcua/: who changes a module knows where its test stands."""

import ast
from pathlib import Path

from . import house

# Proved by what stands on them: addresses by the access list, models by the verbs and questions over them.
MIRRORED_ELSEWHERE = {"urls", "models", "apps"}


def has_behaviour(path: Path) -> bool:
    """Whether there is a function to prove, not only names, tables and types."""
    return any(not function.name.startswith("__") for function in house.functions(path))


def mirrors(path: Path) -> list[Path]:
    """Where the test of a module may stand: under its own name, split by facet, or under its package's name."""
    app, *inner = path.relative_to(house.PACKAGE).with_suffix("").parts
    folder = house.ROOT / "tests" / app
    deeper = folder.joinpath(*inner[:-1])
    names = [inner[-1], *inner[:-1]]
    return [
        found
        for name in names
        for place in {folder, deeper}
        for found in (*place.glob(f"test_{name}.py"), *place.glob(f"test_{name}_*.py"))
    ]


def test_every_module_with_behaviour_has_its_test() -> None:
    missing = [
        house.called(path)
        for path in house.modules()
        if path.stem != "__init__" and path.parent != house.PACKAGE
        if not MIRRORED_ELSEWHERE & set(path.relative_to(house.PACKAGE).with_suffix("").parts)
        if has_behaviour(path) and not mirrors(path)
    ]

    assert missing == []


def test_every_test_file_holds_a_test() -> None:
    empty = [
        house.called(path)
        for path in house.committed("tests/**/test_*.py", "tests/test_*.py")
        if not any(function.name.startswith("test_") for function in house.functions(path))
    ]

    assert empty == []


def test_no_test_is_asleep() -> None:
    """Skipping hides; what cannot run says so and fails, but for the national data that may be absent."""
    found = [
        f"{house.called(path)}:{node.lineno}"
        for path in house.committed("tests/*.py")
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"xfail", "skip"} and path != Path(__file__)
        if "shared" not in path.read_text(encoding="utf-8")
    ]

    assert found == []
