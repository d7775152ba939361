"""Deployers read docs/reference/settings.md; it names what the program reads, no more and no less."""

import ast
import re

from . import house

READERS = {"env", "env_bool", "env_secret", "_whole_number"}


def variables_read() -> set[str]:
    """Names given to the readers; `X_FILE` is the other way to give the secret X."""
    found = set()
    for path in house.modules():
        for node in ast.walk(house.tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in READERS and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    found.add(str(name.value).removesuffix("_FILE"))
    return found


def test_every_variable_is_explained_and_no_other() -> None:
    text = (house.ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^## `([A-Z_]+)`", text, re.MULTILINE))

    assert explained == variables_read()


def test_the_environment_is_read_in_one_place() -> None:
    """Elsewhere it is only handed on to children."""
    found = [
        f"{house.called(path)}:{node.lineno}"
        for path in house.modules()
        if not house.called(path).startswith("motcua/config/")
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]

    assert found == []
