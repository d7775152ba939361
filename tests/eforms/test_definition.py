"""Shipped definitions are checked before they are published."""

import json
from pathlib import Path

import pytest

from motcua.eforms import definition
from motcua.eforms.form import Form

SHARED = Path(__file__).parents[3] / "shared/data/forms.json"
FORM = """
title: Đơn
source: Một Cửa
sections:
  - name: only
    title: Phần
    questions:
      - {name: it, type: text, label: Điều hỏi}
"""


def read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "don.yaml"
    path.write_text(text, encoding="utf-8")
    definition.read(path)


def test_a_sound_form_passes(tmp_path: Path) -> None:
    read(tmp_path, FORM)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("type: telepathy", "unknown"),
        ("type: text, colour: red", "colour"),
        ("type: choice", "nothing to choose"),
        ("type: text, more: {most: 3}", "most"),
        ("type: text, party: owner.shoes", "no party"),
    ],
)
def test_nonsense_is_named(tmp_path: Path, wrong: str, words: str) -> None:
    with pytest.raises(definition.BadDefinition, match=words):
        read(tmp_path, FORM.replace("type: text", wrong))


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    with pytest.raises(definition.BadDefinition, match="asked twice"):
        read(tmp_path, FORM + "      - {name: it, type: text, label: Lại hỏi}\n")


def test_there_are_54_ethnic_groups() -> None:
    birth = next(told for told in definition.shipped() if told["code"] == "to-khai-dang-ky-khai-sinh")
    group = Form.of(birth).questions["child_ethnic_group"]

    assert len({option.label for option in group.options}) == 54


def test_the_birth_form_asks_what_the_law_s_form_asks() -> None:
    if not SHARED.exists():
        pytest.skip("shared/data is not beside this checkout")
    told = json.loads(SHARED.read_text(encoding="utf-8"))
    law = next(form for form in told["forms"] if "1.001193" in form.get("procedure_codes", ()))
    asked = [field for section in law["sections"] for field in section["fields"]]
    ours = list(
        Form.of(
            next(form for form in definition.shipped() if form["code"] == "to-khai-dang-ky-khai-sinh")
        ).questions.values()
    )

    assert [question.required for question in ours] == [field["required"] for field in asked]
    assert [question.label for question in ours] == [field["label"].replace(" … bản", " bản sao") for field in asked]
