"""What is charged for a case: the unconditional fees of the way in which it is handed in."""

import uuid

from motcua.catalogue.fees import lines_of
from motcua.catalogue.pages import CasePage, ChannelPage, FeePage


def case_of(*fees: FeePage) -> CasePage:
    channel = ChannelPage(channel="online", amount=3, unit="working_day", text="", usable=True, fees=fees)
    return CasePage(id=uuid.UUID(int=1), name="", channels=(channel,), papers=())


def fee(kind: str, amount: int | None, **more: str) -> FeePage:
    return FeePage(kind=kind, amount=amount, per=more.pop("per", ""), text=more.pop("text", ""), **more)


def test_an_amount_is_charged_with_its_unit_and_basis() -> None:
    [line] = lines_of(case_of(fee("le_phi", 8_000, per="bản", basis="281/2016/TT-BTC")), "online")

    assert (line.amount, line.per, line.basis, line.when_due) == (
        *(8_000, "bản", "281/2016/TT-BTC", "nộp tại quầy khi nhận kết quả"),
    )


def test_what_is_free_or_depends_is_not_charged() -> None:
    assert lines_of(case_of(fee("le_phi", 0), fee("phi", 5_000, when="nếu làm nhanh")), "online") == ()


def test_another_way_of_handing_in_owes_nothing_of_it() -> None:
    assert lines_of(case_of(fee("le_phi", 8_000)), "post") == ()


def test_alternatives_and_documents_leave_the_amount_open() -> None:
    two, council = lines_of(case_of(fee("le_phi", 1), fee("le_phi", 2), fee("phi", None, text="HĐND tỉnh")), "online")

    assert (two.amount, council.amount) == (None, None)
    assert council.label == "HĐND tỉnh"
