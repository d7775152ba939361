"""The shape of a starter catalogue file: reads the YAML and says, in words, what is wrong with it."""

from __future__ import annotations

# ruff: noqa: RUF009 - `key` is dataclasses.field that also carries a reader
import datetime
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from motcua.catalogue.in_brief import wrong
from motcua.catalogue.starter_reading import (
    Problem,
    Reading,
    ShapeError,
    choice,
    day,
    join,
    key,
    many,
    node,
    or_null,
    read_node,
    whole,
    words,
    yes_no,
)
from motcua.catalogue.version_rules import NAMES, NONE, VersionRules, rules_of, stored

FOLDER: Final = Path(__file__).parent / "data" / "procedures"
CHANNELS: Final = ("online", "counter", "post")
UNITS: Final = ("same_day", "hour", "working_day", "day", "month", "none")
BODIES: Final = ("ubnd_xa", "cong_an_xa", "ubnd_tinh", "")
CLASS_OF_LEVEL: Final = {1: "thong_tin", 2: "thong_tin", 3: "mot_phan", 4: "toan_trinh"}
# Written by us about the procedure, never taken from the national catalogue.
OWN_KEYS: Final = ("summary", "in_brief", "minutes", "steps", "stages", "search_words", "related")

_CODE: Final = words(re.compile(r"\d\.\d{6}"), like="1.001193")
_FIELD: Final = words(re.compile(r"G\d\d-[A-ZĐ]+\d+"), like="G15-TP07")
_PUBLISHER: Final = words(re.compile(r"G\d\d"), like="G15")
# A few results are published with codes of another shape; they are kept as published.
_RESULT: Final = words(re.compile(r"KQ\.G\d\d\.\d{6}|H\d\d\.\d{3}|KQ_TT\d\d_[A-Z]+"), like="KQ.G15.000031")
_SLUG: Final = words(re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), like="don-chung")
_LEGAL: Final = words(re.compile(r"\d[\d.]*/\d{4}/[A-ZĐ][A-Za-zĐ0-9-]*"), like="60/2014/QH13")
_DECISION: Final = words(re.compile(r"\d+/QĐ-[A-ZĐ][A-ZĐ0-9-]*"), like="163/QĐ-BTP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Something with an official code."""

    code: str
    name: str = key(words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Coded):
    """Field of administration (lĩnh vực)."""

    code: str = key(_FIELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher(Coded):
    """The ministry that announced the procedure."""

    code: str = key(_PUBLISHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision that announced it."""

    number: str = key(_DECISION)
    date: datetime.date = key(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Coded):
    """What one gets; some procedures list a refusal or a notice to amend among their results."""

    code: str = key(_RESULT)
    kind: str = key(choice("result", "notice", "refusal"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal:
    """A legal document by its number; the name is a short one of ours."""

    number: str = key(_LEGAL)
    name: str = key(words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """`none` means that the source gives no usable term; `text` then says what it does give."""

    amount: int | None = key(or_null(whole(1, 400)))
    unit: str = key(choice(*UNITS))
    text: str = key(words(), default="")
    # Only for hours: does the source say working hours? null: it does not say.
    working_hours: bool | None = key(or_null(yes_no), default=None)

    def check(self, reading: Reading, path: str) -> None:
        if (self.amount is None) != (self.unit == "none"):
            reading.wrong(join(path, "amount"), "ghi null khi unit là none, ghi số khi có đơn vị")
        if self.unit == "same_day" and self.amount != 1:
            reading.wrong(join(path, "amount"), "ghi 1 khi unit là same_day")
        if self.unit in ("none", "hour", "same_day") and not self.text:
            reading.wrong(join(path, "text"), f"thêm khóa này: nguồn nói thế nào về thời hạn {self.unit}")
        if self.working_hours is not None and self.unit != "hour":
            reading.wrong(join(path, "working_hours"), "bỏ khóa này, chỉ dùng khi unit là hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """`amount` 0 is free, null is "as the text says"; `when` makes it conditional, never part of a total."""

    kind: str = key(choice("le_phi", "phi"))
    amount: int | None = key(or_null(whole(0)))
    per: str = key(words(), default="")
    text: str = key(words(), default="")
    when: str = key(words(), default="")
    basis: str = key(words(), default="")
    # The province's People's Council sets the amount.
    set_by: str = key(choice("province"), default="")
    # Who pays less or nothing.
    exempt: str = key(words(), default="")

    def check(self, reading: Reading, path: str) -> None:
        if self.amount is None and not self.text:
            reading.wrong(join(path, "text"), "thêm khóa này: không ghi số tiền thì phải nói mức thu ở đâu")
        if self.amount and not self.per:
            reading.wrong(join(path, "per"), "thêm khóa này: thu theo bản, lần, người, trang…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way of filing a case: how long it takes and what it costs."""

    channel: str = key(choice(*CHANNELS))
    time: Time = key(node(lambda: Time))
    fees: tuple[Fee, ...] = key(many(node(lambda: Fee), least=0))
    note: str = key(words(), default="")

    def check(self, reading: Reading, path: str) -> None:
        certain = [(fee.kind, fee.per) for fee in self.fees if not fee.when]
        if len(certain) != len(set(certain)):
            reading.wrong(join(path, "fees"), "hai khoản cùng loại: thêm when để biết khi nào thu khoản nào")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """`submit` is handed in (a slot on line), `show` is looked at and given back, `note` is no paper."""

    name: str = key(words())
    kind: str = key(choice("submit", "show", "note"))
    originals: int = key(whole(0, 20), default=0)
    certified: int = key(whole(0, 20), default=0)
    copies: int = key(whole(0, 20), default=0)
    photo_ok: bool | None = key(or_null(yes_no), default=None)
    required: bool = key(yes_no)
    when: str = key(words(), default="")
    replaced_by: str = key(words(), default="")
    # Ways of filing that ask for this paper; absent: all.
    channels: tuple[str, ...] = key(many(choice(*CHANNELS)), default=CHANNELS)

    def check(self, reading: Reading, path: str) -> None:
        sheets = self.originals + self.certified + self.copies
        if self.kind == "note" and (sheets or self.required):
            reading.wrong(join(path, "kind"), "lời dặn (note) không có số bản và required phải là false")
        if self.kind != "note" and not sheets:
            reading.wrong(join(path, "originals"), "ghi số bản: originals, certified hoặc copies từ 1 trở lên")
        if self.kind != "note" and not self.required and not self.when:
            reading.wrong(join(path, "when"), "thêm khóa này: giấy không bắt buộc thì khi nào mới cần")
        if self.kind == "submit" and "online" in self.channels and self.photo_ok is None:
            reading.wrong(join(path, "photo_ok"), "thêm khóa này: nộp trên mạng thì ảnh chụp có được không")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case (trường hợp); the only one of a procedure has no name."""

    name: str = key(words(empty=True), default="")
    channels: tuple[Channel, ...] = key(many(node(lambda: Channel)))
    papers: tuple[Paper, ...] = key(many(node(lambda: Paper)))

    def check(self, reading: Reading, path: str) -> None:
        _distinct(reading, join(path, "channels"), [item.channel for item in self.channels])
        names = [(item.name, item.channels) for item in self.papers]
        _distinct(reading, join(path, "papers"), names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage inside the office with its share of the term."""

    name: str = key(words())
    role: str = key(choice("handler", "approver", "chair"))
    share: int = key(whole(1, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class InBrief:
    """“Trong 30 giây”: four short sentences."""

    get: str = key(words())
    need: str = key(words())
    cost: str = key(words())
    time: str = key(words())

    def check(self, reading: Reading, path: str) -> None:
        for part, instead in wrong(asdict(self)).items():
            reading.wrong(join(path, part), instead)


def _rules(reading: Reading, path: str, value: object) -> VersionRules:
    """Rules by name; what is not written is not ruled."""
    try:
        return rules_of(dict(value)) if isinstance(value, Mapping) else rules_of({"": value})
    except (TypeError, ValueError) as wrong:
        reading.wrong(path, f"ghi một trong: {', '.join(NAMES)}; {wrong}")
        return NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a value comes from: `found` in a text we can show, `memory` needs a person."""

    name: str = key(words())
    confidence: str = key(choice("found", "memory"))
    published_on: datetime.date | None = key(or_null(day), default=None)
    updated_on: datetime.date | None = key(or_null(day), default=None)
    checked_on: datetime.date | None = key(or_null(day), default=None)
    note: str = key(words(), default="")

    def check(self, reading: Reading, path: str) -> None:
        if self.confidence == "found" and not self.checked_on:
            reading.wrong(join(path, "checked_on"), "thêm khóa này: ngày đã xem nguồn")


def _sources(reading: Reading, path: str, value: object) -> dict[str, Source]:
    if not isinstance(value, Mapping):
        reading.wrong(path, f"ghi đường dẫn của giá trị rồi đến nguồn của nó; đang ghi {value!r}")
        return {}
    return {str(name): read_node(reading, f"{path}[{name}]", item, Source) for name, item in value.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One file of the starter catalogue."""

    code: str = key(_CODE)
    name: str = key(words())
    # As published, where our shorter name leaves words out.
    official_name: str = key(words(), default="")
    summary: str = key(words())
    in_brief: InBrief | None = key(node(lambda: InBrief), default=None)
    field: Field = key(node(lambda: Field))
    level: int = key(choice(1, 2, 3, 4))
    class_: str = key(choice("thong_tin", "mot_phan", "toan_trinh"), name="class")
    level_is: str = key(choice("suy_ra", "xac_nhan"))
    publisher: Publisher = key(node(lambda: Publisher))
    executing: str = key(words())
    body: str = key(choice(*BODIES))
    admin_levels: tuple[str, ...] = key(many(choice("bo", "tinh", "xa", "nganh_doc", "khac")))
    subjects: tuple[str, ...] = key(many(words()))
    in_person: bool | None = key(or_null(yes_no))
    visits: str = key(words())
    minutes: int = key(whole(1, 240))
    form: str | None = key(or_null(_SLUG))
    form_name: str | None = key(or_null(words()))
    decision: Decision = key(node(lambda: Decision))
    results: tuple[Result, ...] = key(many(node(lambda: Result)))
    legal: tuple[Legal, ...] = key(many(node(lambda: Legal)))
    conditions: str | None = key(or_null(words()))
    steps: tuple[str, ...] = key(many(words(), least=2))
    cases: tuple[Case, ...] = key(many(node(lambda: Case)))
    stages: tuple[Stage, ...] = key(many(node(lambda: Stage)))
    search_words: tuple[str, ...] = key(many(words()))
    related: tuple[str, ...] = key(many(_CODE), default=())
    rules: VersionRules = key(_rules, default=NONE)
    source: Source = key(node(lambda: Source))
    sources: dict[str, Source] = key(_sources, default_factory=dict)

    def check(self, reading: Reading, path: str) -> None:
        self._check_level(reading)
        self._check_lists(reading)
        for name in set(stored(self.rules)) - {path.removeprefix("rules.") for path in self.sources}:
            reading.wrong(f"rules.{name}", "thêm nguồn của quy định này vào sources")
        if path == "" and reading.file != f"{self.code}.yaml":
            reading.wrong("code", f"tên tệp phải là {self.code}.yaml")

    def _check_level(self, reading: Reading) -> None:
        if self.class_ != CLASS_OF_LEVEL[self.level]:
            reading.wrong("class", f"mức độ {self.level} đi với {CLASS_OF_LEVEL[self.level]}")
        on_line = any(item.channel == "online" for case in self.cases for item in case.channels)
        if on_line != (self.level >= 3):
            reading.wrong("level", "mức độ 3, 4 phải có kênh online; mức độ 1, 2 thì không")
        if bool(self.form) != (self.level >= 3):
            reading.wrong("form", "mức độ 3, 4 ghi tên mẫu điện tử; mức độ 1, 2 ghi null")
        if self.level == 2 and not self.form_name:
            reading.wrong("form_name", "mức độ 2 phải ghi tên mẫu giấy")
        if self.level == 1 and self.form_name:
            reading.wrong("form_name", "có mẫu giấy thì là mức độ 2; mức độ 1 ghi null")

    def _check_lists(self, reading: Reading) -> None:
        _distinct(reading, "results", [item.code for item in self.results])
        _distinct(reading, "legal", [item.number for item in self.legal])
        _distinct(reading, "cases", [item.name for item in self.cases])
        _distinct(reading, "search_words", list(self.search_words))
        _distinct(reading, "related", list(self.related))
        if self.code in self.related:
            reading.wrong("related", "bỏ mã của chính thủ tục này")
        if not any(item.kind == "result" for item in self.results):
            reading.wrong("results", "thêm ít nhất một kết quả có kind: result")
        if sum(item.share for item in self.stages) != 100:
            reading.wrong("stages", "cộng share của các bước phải được 100")
        if self.stages[-1].role not in ("approver", "chair"):
            reading.wrong("stages", "bước cuối phải do người duyệt làm: role approver hoặc chair")

    def source_of(self, path: str) -> Source | None:
        """Source of the value at a path like `cases.0.channels.1.fees`; None where the words are our own."""
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            if source := self.sources.get(".".join(parts[:length])):
                return source
        return None if parts[0] in OWN_KEYS else self.source


def parse(content: str, file: str) -> Procedure:
    """One procedure; raises ShapeError with everything that is wrong."""
    reading = Reading(file)
    try:
        raw = _read(content)
    except yaml.YAMLError as error:
        raise ShapeError([Problem(file, "(cả tệp)", f"không đọc được YAML: {error}")]) from error
    procedure = read_node(reading, "", raw, Procedure)
    if isinstance(procedure, Procedure):
        for path in procedure.sources:
            if not _reaches(raw, path):
                reading.wrong(f"sources[{path}]", "không có giá trị nào ở đường dẫn này; sửa đường dẫn")
    if reading.problems or not isinstance(procedure, Procedure):
        raise ShapeError(reading.problems)
    return procedure


def read_folder(folder: Path = FOLDER) -> tuple[Procedure, ...]:
    """Every procedure of the folder in the order of codes; one error for all files together."""
    found: list[Procedure] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found.append(parse(path.read_text(encoding="utf-8"), path.name))
        except ShapeError as error:
            problems += error.problems
    if problems:
        raise ShapeError(problems)
    return tuple(found)


class _Loader(yaml.CSafeLoader):
    """Refuses a key written twice, which YAML would let the last one win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        names = [self.construct_object(name, deep=True) for name, _ in node.value]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"khóa ghi hai lần: {twice}", node.start_mark)
        return super().construct_mapping(node, deep)


def _read(content: str) -> object:
    loader = _Loader(content)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _distinct(reading: Reading, path: str, values: list[Any]) -> None:
    if twice := [value for value in values if values.count(value) > 1]:
        reading.wrong(path, f"ghi hai lần: {twice[0]!r}")


def _reaches(raw: object, path: str) -> bool:
    return next(_walk(raw, path.split(".")), None) is not None


def _walk(raw: object, parts: list[str]) -> Iterator[bool]:
    if not parts:
        yield True
    elif isinstance(raw, Mapping) and parts[0] in raw:
        yield from _walk(raw[parts[0]], parts[1:])
    elif isinstance(raw, list) and parts[0].isdigit() and int(parts[0]) < len(raw):
        yield from _walk(raw[int(parts[0])], parts[1:])
