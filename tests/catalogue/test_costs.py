"""What is not known is never zero."""

import pytest

from motcua.catalogue import content
from motcua.catalogue.costs import fee_lines
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version

from .making import NOON, channel, fee, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fees", "lines"),
    [
        ((), ["Lệ phí: theo văn bản"]),
        ((fee(0),), ["Lệ phí: miễn phí"]),
        ((fee(8000, per="bản"),), ["Lệ phí: 8.000 đ mỗi bản"]),
        ((fee(None, text="Theo nghị quyết của tỉnh"),), ["Lệ phí: Theo nghị quyết của tỉnh"]),
    ],
)
def test_a_line_per_fee(fees: tuple[content.Fee, ...], lines: list[str]) -> None:
    case = content.Case(channels=(channel("counter", fees=fees),))
    publish("1.000001", said(cases=(case,)), origin="imported", at=NOON)
    page = current_version("1.000001")
    assert page is not None

    told = [line.replace("\N{NO-BREAK SPACE}", " ") for line in fee_lines(page.cases[0].channels[0])]

    assert told == lines
