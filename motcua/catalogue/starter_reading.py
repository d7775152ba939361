"""Reads plain data into dataclasses and says, key by key, what has to be written instead."""

from __future__ import annotations

import dataclasses
import datetime
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one key of one file, in words that say what to write."""

    file: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.words}"


class ShapeError(ValueError):
    """Everything that is wrong, not only the first thing found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Reading:
    """Collects problems while one file is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, key: str, words: str) -> None:
        self.problems.append(Problem(self.file, key or "(cả tệp)", words))

    def done(self) -> None:
        if self.problems:
            raise ShapeError(self.problems)


Reader = Callable[[Reading, str, object], Any]


def key(reader: Reader, *, name: str = "", **rest: Any) -> Any:
    """One key of a node; without a default the key must be written."""
    return dataclasses.field(metadata={"reader": reader, "name": name}, **rest)


def join(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)


def words(pattern: re.Pattern[str] | None = None, *, like: str = "", empty: bool = False) -> Reader:
    def read(reading: Reading, path: str, value: object) -> str | None:
        if empty and value == "":
            return ""
        if not isinstance(value, str) or not value:
            reading.wrong(path, f"ghi chữ, đặt trong dấu nháy nếu là số; đang ghi {value!r}")
        elif unicodedata.normalize("NFC", value) != value:
            reading.wrong(path, f"chữ {value!r} không ở dạng NFC; gõ lại bằng bộ gõ Unicode dựng sẵn")
        elif value != " ".join(value.split()):
            reading.wrong(path, f"bỏ dấu cách thừa hoặc xuống dòng trong {value!r}")
        elif pattern and not pattern.fullmatch(value):
            reading.wrong(path, f"ghi như {like}; đang ghi {value!r}")
        else:
            return value
        return None

    return read


def choice(*words: object) -> Reader:
    def read(reading: Reading, path: str, value: object) -> object:
        if value not in words or isinstance(value, bool) != isinstance(words[0], bool):
            reading.wrong(path, f"ghi một trong: {', '.join(str(word) for word in words)}; đang ghi {value!r}")
            return None
        return value

    return read


def whole(least: int, most: int = 10**9) -> Reader:
    def read(reading: Reading, path: str, value: object) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            reading.wrong(path, f"ghi số nguyên từ {least} đến {most}, không dấu chấm; đang ghi {value!r}")
            return None
        return value

    return read


def day(reading: Reading, path: str, value: object) -> datetime.date | None:
    if type(value) is not datetime.date:
        reading.wrong(path, f"ghi ngày như 2026-07-18, không có dấu nháy; đang ghi {value!r}")
        return None
    return value


def yes_no(reading: Reading, path: str, value: object) -> bool | None:
    if not isinstance(value, bool):
        reading.wrong(path, f"ghi true hoặc false; đang ghi {value!r}")
        return None
    return value


def or_null(reader: Reader) -> Reader:
    return lambda reading, path, value: None if value is None else reader(reading, path, value)


def many(reader: Reader, *, least: int = 1) -> Reader:
    def read(reading: Reading, path: str, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) < least:
            reading.wrong(path, f"ghi danh sách có ít nhất {least} dòng; đang ghi {value!r}")
            return ()
        return tuple(reader(reading, join(path, place), item) for place, item in enumerate(value))

    return read


def node(kind: Callable[[], type[Any]]) -> Reader:
    """`kind` is a function because a node is named before it is written."""
    return lambda reading, path, value: read_node(reading, path, value, kind())


def read_node(reading: Reading, path: str, value: object, kind: type[Any]) -> Any:
    if not isinstance(value, Mapping):
        reading.wrong(path, f"ghi các khóa {', '.join(names_of(kind))}; đang ghi {value!r}")
        return None
    names = names_of(kind)
    for name in value:
        if name not in names:
            reading.wrong(join(path, name), f"khóa lạ; chỉ dùng: {', '.join(names)}")
    before = len(reading.problems)
    found: dict[str, Any] = {}
    for name, item in names.items():
        if name in value:
            found[item.name] = item.metadata["reader"](reading, join(path, name), value[name])
        elif item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING:
            reading.wrong(join(path, name), "thiếu khóa này; thêm vào")
    if len(reading.problems) > before:
        return None
    made = kind(**found)
    check = getattr(made, "check", None)
    if check:
        check(reading, path)
    return made


def names_of(kind: type[Any]) -> dict[str, dataclasses.Field[Any]]:
    return {item.metadata["name"] or item.name: item for item in dataclasses.fields(kind)}
