"""Requests: what may be asked, by whom, and when they are answered."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.payments import queries as payments

from ..answering import unanswered
from .act import Act

if TYPE_CHECKING:
    from ..models import Dossier


def before_acceptance(dossier: "Dossier", _act: Act) -> list[str]:
    """The “first” action of a pair."""
    return [_("Hồ sơ đã được tiếp nhận")] if dossier.is_accepted else []


def after_acceptance(dossier: "Dossier", _act: Act) -> list[str]:
    """The other action of a pair."""
    return [] if dossier.is_accepted else [_("Hồ sơ chưa được tiếp nhận")]


def items_with_reasons(_dossier: "Dossier", act: Act) -> list[str]:
    """A request names at least one thing, and of each what is wrong with it (NĐ 118/2025/NĐ-CP: once, complete)."""
    items = act.given.get("items") or ()
    if not items:
        return [_("Chọn ít nhất một giấy tờ hoặc điều cần bổ sung")]
    return [_("Ghi lý do của “%(item)s”") % {"item": item.subject} for item in items if not item.reason.strip()]


def second_by_approver(dossier: "Dossier", act: Act) -> list[str]:
    """Asking a second time harms the person and the office's index: the head does it (lifecycle, rule 7)."""
    if "approver" in act.roles or not dossier.requests.filter(kind="supplement", counts=True).exists():
        return []
    return [_("Đã yêu cầu bổ sung một lần; lần thứ hai do lãnh đạo duyệt")]


def every_item_answered(dossier: "Dossier", _act: Act) -> list[str]:
    """A supplement goes back once: each item has a paper, a changed answer or words."""
    return [_("Chưa trả lời: %(item)s") % {"item": item.subject} for item in unanswered(dossier)]


def ground_given(_dossier: "Dossier", act: Act) -> list[str]:
    """Money is asked for on a legal ground."""
    return [] if act.words.get("ground") else [_("Ghi căn cứ pháp lý")]


def version_says_fee_first(dossier: "Dossier", act: Act) -> list[str]:
    """Money is asked before acceptance only where the procedure says so, and only while something is owed."""
    if not dossier.procedure.rules.fee_first:
        return [_("Thủ tục này không thu tiền trước khi tiếp nhận")]
    # An amount that a document sets is asked for as well: the counter says how much it is.
    settled = payments.account(dossier.pk).settled and not act.given.get("lines")
    return [_("Không còn khoản nào phải nộp")] if settled else []


def money_is_owed(dossier: "Dossier", act: Act) -> list[str]:
    """There is something to pay, and its amount is known."""
    account = payments.account(dossier.pk)
    if account.unknown and not act.given.get("lines"):
        return [_("Chưa biết số tiền phải nộp: ghi số tiền và căn cứ")]
    if account.settled and not act.given.get("lines"):
        return [_("Không còn khoản nào phải nộp")]
    return []


def fees_settled(dossier: "Dossier", _act: Act) -> list[str]:
    """What is owed was paid, or waived with its ground."""
    account = payments.account(dossier.pk)
    if account.settled:
        return []
    if account.unknown:
        return [_("Chưa ghi số tiền phải nộp. Ghi số tiền, hoặc miễn có căn cứ")]
    return [_("Chưa nộp đủ phí, lệ phí. Ghi khoản đã thu, hoặc miễn có căn cứ")]


def asked_it_or_approves(dossier: "Dossier", act: Act) -> list[str]:
    """Who asked takes the request back, or who approves."""
    request = dossier.open_request()
    if "approver" in act.roles or (request and act.by is not None and request.asked_by_id == act.by.pk):
        return []
    return [_("Chỉ người đã yêu cầu hoặc lãnh đạo thu hồi được yêu cầu")]


def still_unanswered(dossier: "Dossier", _act: Act) -> list[str]:
    """There is an open request: a request that was answered is not taken back."""
    return [] if dossier.open_request() else [_("Yêu cầu đã được trả lời")]
