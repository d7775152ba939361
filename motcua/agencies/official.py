"""Identifiers of agencies that are publicly known (QĐ 20/2020/QĐ-TTg, QĐ 09/2025/QĐ-TTg)."""

import csv
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def province_identifier(province_code: str) -> str | None:
    """The identifier of a province's People's Committee, such as H20; None where none was found in use."""
    return _identifiers().get(province_code)


@cache
def _identifiers() -> dict[str, str]:
    with (DATA / "province_identifiers.csv").open(encoding="utf-8", newline="") as file:
        return {row["province"]: row["identifier"] for row in csv.DictReader(file)}
