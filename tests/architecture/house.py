"""The house as data: its files, its layers, its models."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "motcua"


def committed(*patterns: str) -> list[Path]:
    """Files that git knows or would take, so a stray build product is nobody's fault."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return sorted(path for name in set(listed.split("\0")) - {""} if (path := ROOT / name).is_file())


def modules() -> list[Path]:
    """Our Python, migrations left out: they are written once and never read again."""
    return [path for path in committed("motcua/*.py") if "migrations" not in path.parts]


def templates() -> list[Path]:
    """Every template of ours."""
    return committed("motcua/*/templates/*")


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def called(path: Path) -> str:
    """How messages name a file."""
    return path.relative_to(ROOT).as_posix()


def layers() -> dict[str, int]:
    """Each app's storey, the ground floor 0, from the contract that also rules the imports."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    storeys = next(contract["layers"] for contract in contracts if contract["id"] == "apps")
    return {app.strip(" ()"): height for height, storey in enumerate(reversed(storeys)) for app in storey.split("|")}
