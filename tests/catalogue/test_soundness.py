"""What the database would refuse is told in words first."""

from typing import Any

import pytest

from motcua.catalogue import content
from motcua.catalogue.soundness import problems

from .making import channel, fee, paper, said


def test_a_usual_content_is_sound() -> None:
    assert problems(said()) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": " "}, "thiếu tên"),
        ({"level": 5}, "level"),
        ({"service_class": "x"}, "service_class"),
        ({"decision_number": "x" * 81}, "decision_number"),
        ({"rules": {"fee_first": True}}, "nguồn"),
        ({"stages": (content.Stage(name="x", role="y", share=1, approves=False),)}, "stages"),
        ({"cases": (content.Case(channels=(channel("x"),)),)}, "channel"),
        ({"cases": (content.Case(channels=(channel(), channel())),)}, "hai lần"),
        ({"cases": (content.Case(channels=(channel(amount=0),)),)}, "thời hạn"),
        ({"cases": (content.Case(channels=(channel(fees=(fee(-1),)),)),)}, "số tiền"),
        ({"cases": (content.Case(papers=(paper(kind="x"),)),)}, "giấy tờ"),
        ({"cases": (content.Case(papers=(paper(originals=-1),)),)}, "số bản"),
        ({"cases": (content.Case(papers=(paper(channels=("x",)),)),)}, "cách nộp của giấy tờ"),
    ],
)
def test_what_cannot_be_is_named(changes: dict[str, Any], told: str) -> None:
    assert any(told in problem for problem in problems(said(**changes)))
