"""The starter catalogue keeps its shape, and whoever breaks it is told file, key and remedy."""

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from motcua.catalogue.starter_reading import Problem, ShapeError
from motcua.catalogue.starter_shape import CHANNELS, FOLDER, Procedure, Source, parse, read_folder

NATIONAL = Path(__file__).parents[3] / "shared" / "data" / "procedures.jsonl.gz"
BIRTH = "1.001193.yaml"
A_NAME = 120  # what is published as longer than this is a sentence, and is said shortly


def birth() -> str:
    return (FOLDER / BIRTH).read_text(encoding="utf-8")


def problems_of(words: str, file: str = BIRTH) -> tuple[Problem, ...]:
    with pytest.raises(ShapeError) as caught:
        parse(words, file)
    return caught.value.problems


def changed(old: str, new: str, file: str = BIRTH) -> str:
    words = (FOLDER / file).read_text(encoding="utf-8")
    assert old in words, f"{file} no longer holds {old!r}"
    return words.replace(old, new, 1)


def test_thirty_complete_procedures() -> None:
    procedures = read_folder()
    assert len(procedures) == len({item.code for item in procedures}) >= 100
    assert [item.code for item in procedures] == sorted(item.code for item in procedures)
    levels = Counter(item.level for item in procedures)
    assert all(levels[level] >= least for level, least in ((4, 3), (3, 3), (2, 1), (1, 1)))
    publishers = Counter(item.publisher.name for item in procedures)
    assert min(publishers["Bộ Công an"], publishers["Bộ Tư pháp"]) >= 3


def test_the_police_desk_resolves_residence_with_a_fee_per_channel() -> None:
    residence = {item.code: item for item in read_folder() if item.field.name == "Đăng ký, quản lý cư trú"}
    assert {item.body for item in residence.values()} == {"cong_an_xa"}
    fees = {way.channel: way.fees[0].amount for way in residence["1.004222"].cases[0].channels}
    assert fees == {"online": 10_000, "counter": 20_000}


def test_birth_registration_is_exact() -> None:
    birth_registration = parse(birth(), BIRTH)
    [case] = birth_registration.cases
    assert birth_registration.name == "Đăng ký khai sinh"
    assert birth_registration.form == "to-khai-dang-ky-khai-sinh"
    assert {way.channel for way in case.channels} == set(CHANNELS)
    assert {(way.time.amount, way.time.unit) for way in case.channels} == {(1, "same_day")}
    assert {way.fees[0].amount for way in case.channels} == {0}
    on_line = [paper.name for paper in case.papers if paper.required and "online" in paper.channels]
    assert on_line == ["Giấy chứng sinh"]


COUNTEREXAMPLES: list[tuple[str, str, str, str]] = [
    ("name: Đăng ký khai sinh\n", "", "name", "thiếu khóa này"),
    ("source:\n  name: Cơ sở", "nguon:\n  name: Cơ sở", "source", "thiếu khóa này"),
    ("source:\n  name: Cơ sở", "nguon:\n  name: Cơ sở", "nguon", "khóa lạ"),
    ("unit: same_day", "unit: ngay", "cases.0.channels.0.time.unit", "ghi một trong: same_day, hour"),
    ("amount: 8000", "amount: -8000", "cases.0.channels.0.fees.1.amount", "ghi số nguyên từ 0"),
    ("amount: 8000", "amount: 8.000", "cases.0.channels.0.fees.1.amount", "không dấu chấm"),
    ("amount: 8000", "amount: true", "cases.0.channels.0.fees.1.amount", "ghi số nguyên từ 0"),
    ("amount: 8000", "amount: null", "cases.0.channels.0.fees.1.text", "mức thu ở đâu"),
    ("            per: bản\n", "", "cases.0.channels.0.fees.1.per", "thu theo bản"),
    ("channel: counter", "channel: fax", "cases.0.channels.1.channel", "ghi một trong: online, counter, post"),
    ("channel: counter", "channel: online", "cases.0.channels", "ghi hai lần: 'online'"),
    ("          amount: 1\n", "          amount: null\n", "cases.0.channels.0.time.amount", "khi có đơn vị"),
    ("          amount: 1\n", "          amount: 2\n", "cases.0.channels.0.time.amount", "ghi 1 khi unit là same_day"),
    ("        photo_ok: true\n", "", "cases.0.papers.1.photo_ok", "ảnh chụp có được không"),
    ("        originals: 1\n", "", "cases.0.papers.0.originals", "ghi số bản"),
    ("        when: Trẻ sinh ra do mang thai hộ\n", "", "cases.0.papers.7.when", "khi nào mới cần"),
    ('code: "1.001193"', "code: 1.001193", "code", "đặt trong dấu nháy"),
    ('code: "1.001193"', 'code: "1.001194"', "code", "tên tệp phải là 1.001194.yaml"),
    ("number: 60/2014/QH13", "number: Luật 60/2014/QH13", "legal.0.number", "ghi như 60/2014/QH13"),
    ("number: 87/2020/NĐ-CP", "number: 60/2014/QH13", "legal", "ghi hai lần: '60/2014/QH13'"),
    ("date: 2026-01-16", "date: 16/01/2026", "decision.date", "ghi ngày như 2026-07-18"),
    ("class: mot_phan", "class: toan_trinh", "class", "mức độ 3 đi với mot_phan"),
    ("level: 3", "level: 5", "level", "ghi một trong: 1, 2, 3, 4"),
    ("level: 3", "level: true", "level", "ghi một trong: 1, 2, 3, 4"),
    ("form: to-khai-dang-ky-khai-sinh", "form: null", "form", "ghi tên mẫu điện tử"),
    ("share: 30", "share: 20", "stages", "phải được 100"),
    ("role: approver", "role: handler", "stages", "role approver hoặc chair"),
    ("kind: result}", "kind: refusal}", "results", "kind: result"),
    ("minutes: 10", "minutes: 10\nminutes: 12", "(cả tệp)", "khóa ghi hai lần"),
    ("minutes: 10", "minutes: [10", "(cả tệp)", "không đọc được YAML"),
    ("  checked_on: 2026-11-23\n", "", "source.checked_on", "ngày đã xem nguồn"),
    ("  cases.0.channels.0.fees.1:", "  cases.0.channels.7.fees:", "sources[cases.0.channels.7.fees]", "sửa đường dẫn"),
    ("confidence: memory", "confidence: chac_chan", "sources[cases.0.channels.0.fees.1].confidence", "found, memory"),
    ("summary: Trẻ được", "summary: Trẻ  được", "summary", "bỏ dấu cách thừa"),
]


@pytest.mark.parametrize(("old", "new", "key", "words"), COUNTEREXAMPLES)
def test_a_broken_file_is_told_file_key_and_remedy(old: str, new: str, key: str, words: str) -> None:
    problems = problems_of(changed(old, new))
    assert any(problem.key == key and words in problem.words for problem in problems), problems
    assert all(str(problem).startswith(f"{BIRTH}: {problem.key}: ") for problem in problems)


def test_decomposed_letters_are_refused() -> None:
    name = "Đăng ký khai sinh"
    problems = problems_of(changed(f"\nname: {name}\n", f"\nname: {unicodedata.normalize('NFD', name)}\n"))
    assert [(problem.key, "NFC" in problem.words) for problem in problems] == [("name", True)]


def test_every_problem_is_told_at_once() -> None:
    words = changed("unit: same_day", "unit: ngay").replace("amount: 8000", "amount: -1")
    assert len(problems_of(words)) == 4


def test_an_hour_and_an_unknown_term_must_say_what_the_source_says() -> None:
    words = changed("          text: Tiếp nhận ngay", "          note: Tiếp nhận ngay", "2.001159.yaml")
    assert "cases.0.channels.0.time.note" in {problem.key for problem in problems_of(words, "2.001159.yaml")}
    words = re.sub(r"\n +text: Tiếp nhận ngay.*", "", (FOLDER / "2.001159.yaml").read_text(encoding="utf-8"))
    assert [problem.key for problem in problems_of(words, "2.001159.yaml")] == [
        "cases.0.channels.0.time.text",
        "cases.0.channels.1.time.text",
    ]


def test_a_level_two_procedure_names_its_paper_form() -> None:
    words = re.sub(r"form_name: .*", "form_name: null", (FOLDER / "1.011607.yaml").read_text(encoding="utf-8"))
    assert [problem.key for problem in problems_of(words, "1.011607.yaml")] == ["form_name"]


def test_a_file_that_is_no_mapping_is_told_so() -> None:
    [problem] = problems_of("- một\n- hai\n")
    assert problem.key == "(cả tệp)"
    assert "ghi các khóa code" in problem.words


def test_a_folder_reports_all_its_files(tmp_path: Path) -> None:
    for file in (BIRTH, "1.011607.yaml"):
        words = (FOLDER / file).read_text(encoding="utf-8")
        (tmp_path / file).write_text(words.replace("level_is: suy_ra", "level_is: doan"), encoding="utf-8")
    with pytest.raises(ShapeError) as caught:
        read_folder(tmp_path)
    assert {problem.file for problem in caught.value.problems} == {BIRTH, "1.011607.yaml"}


def source_name(source: Source | None) -> str | None:
    return source.name if source else None


def test_the_source_of_a_value_is_the_nearest_one_named() -> None:
    procedure = parse(birth(), BIRTH)
    assert source_name(procedure.source_of("decision")) == procedure.source.name
    assert source_name(procedure.source_of("cases.0.channels.2.fees.1.amount")) == "Thông tư 281/2016/TT-BTC"
    assert source_name(procedure.source_of("cases.0.channels.2.fees.0.amount")) == procedure.source.name
    assert procedure.source_of("summary") is None


def own_words(procedure: Procedure) -> list[str]:
    papers = [paper for case in procedure.cases for paper in case.papers]
    told = [procedure.summary, procedure.visits, procedure.conditions or "", *procedure.steps]
    return told + [words for paper in papers for words in (paper.name, paper.when, paper.replaced_by)]


@pytest.mark.parametrize("word", ["vui lòng", "!", "tiến hành", "đính kèm", "theo quy định", "tại đây", "VNĐ"])
def test_our_words_are_plain(word: str) -> None:
    assert [item.code for item in read_folder() if any(word in words for words in own_words(item))] == []


@pytest.fixture(scope="module")
def national() -> dict[str, dict[str, Any]]:
    if not NATIONAL.exists():
        pytest.skip(f"the national catalogue is not beside the checkout: {NATIONAL.name}")
    codes = {item.code for item in read_folder()}
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return {record["code"]: record for record in records if record["code"] in codes}


def test_facts_agree_with_the_national_catalogue(national: dict[str, dict[str, Any]]) -> None:
    for procedure in read_folder():
        record = national[procedure.code]
        assert (procedure.official_name or procedure.name).rstrip(".") == " ".join(record["name"].split()).rstrip(".")
        assert procedure.decision.number == record["decision"]["no"]
        assert procedure.decision.date.isoformat() == record["decision"]["date"]
        assert procedure.field.code == record["field"]["code"]
        assert procedure.publisher.code == record["publisher"]["code"]
        assert set(procedure.subjects) == set(record["subjects"])
        published = {item["code"]: item["name"].strip(" -.") for item in record["results"]}
        assert {item.code for item in procedure.results} == set(published), procedure.code
        for item in procedure.results:
            assert item.name.strip(" -.") == published[item.code] or len(published[item.code]) > A_NAME, item.code


def test_levels_agree_with_the_national_catalogue(national: dict[str, dict[str, Any]]) -> None:
    level_of = {"toan_trinh": 4, "mot_phan": 3}
    for procedure in read_folder():
        said = level_of.get(national[procedure.code]["online"]["level"])
        if said and not any("ONLINE" in way["methods"] for way in national[procedure.code]["channels"]):
            said = None  # the source gives a class of on-line service and no way of handing in on line
        assert (procedure.level == said) if said else (procedure.level <= 2), procedure.code


def test_terms_with_a_unit_agree_with_the_national_catalogue(national: dict[str, dict[str, Any]]) -> None:
    for procedure in read_folder():
        given = national[procedure.code]["channels"]
        terms = {term for way in given for term in terms_of(way)}
        notes = " ".join(way.get("note") or "" for way in given).lower()
        times = [way.time for case in procedure.cases for way in case.channels]
        others = {(time.amount, time.unit) for time in times if time.unit != "none"} - terms  # "none" admits a doubt
        assert not terms or all(stands_in(notes, *term) for term in others), procedure.code


def stands_in(notes: str, amount: int | None, unit: str) -> bool:
    """Whether the words beside the number of the source say so: it has one number, its words tell cases apart."""
    return "trong ngày" in notes if unit == "same_day" else f"{amount} ngày" in notes


def terms_of(way: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """What a way of filing says in its number, and in the words of its note where these tell cases apart."""
    unit = {"WORKING_DAY": "working_day", "DAY": "day", "HOUR": "hour"}.get(way["unit"])
    if unit:
        yield way["qty"], unit
        for amount, working in re.findall(r"(\d+) ngày( làm việc)?", way.get("note") or ""):
            yield int(amount), "working_day" if working else unit
