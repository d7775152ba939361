"""Readers of the environment: the only way a deployer speaks to the program."""

import os
from pathlib import Path


class EnvironmentMistake(Exception):
    """A variable holds what cannot be meant; the message names it and says what to write."""


def env(name: str, default: str = "") -> str:
    """The variable's text, stripped."""
    return os.environ.get(name, default).strip()


def env_bool(name: str, default: bool) -> bool:
    """`1` or `0`.

    :raises EnvironmentMistake: anything else.
    """
    value = env(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise EnvironmentMistake(f"{name} must be 1 or 0, not {value!r}")
    return value == "1"


def env_secret(name: str) -> str:
    """A secret: the variable itself, or the content of the file named by `<name>_FILE`.

    :raises EnvironmentMistake: neither is set.
    """
    if value := env(name):
        return value
    if path := env(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    raise EnvironmentMistake(f"{name} (or {name}_FILE) is not set")
