"""What the page “Kiểm tra giấy tờ” says of a paper's state: one sign, one sentence."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.common import words
from motcua.documents.models import IssuedPaper, PaperState


@dataclass(frozen=True)
class Verdict:
    """`tone` picks colour and sign, `title` is the word beside it, `sentence` says what it means."""

    tone: str
    title: str
    sentence: str


def signature_of(paper: IssuedPaper, *, demo: bool) -> str:
    """How the paper is signed, in words."""
    if paper.by_hand:
        if paper.hand_signed_on is None:
            return _("ký tay; cơ quan chưa ghi ai ký")
        told = {"name": paper.hand_signer, "day": words.date_only(paper.hand_signed_on)}
        return _("ký tay: %(name)s, %(day)s (theo cơ quan ghi)") % told
    if paper.issued_at is None or not any(one["fields"] for one in paper.data.get("signatures", ())):
        return _("giấy này không ký số")
    return _("đã ký số bằng khóa thử (demo)") if demo else _("đã ký số")


def verdict_of(state: PaperState, since: datetime | None, *, signed: bool = True) -> Verdict:
    """The verdict on a paper in this state; one that is to be signed by hand counts once it is on record who did."""
    moment = words.moment(since) if since else ""
    match state:
        case PaperState.VALID if not signed:
            return Verdict("work", _("Chờ ký tay"), _("Giấy đã in; cơ quan chưa ghi ai ký. Chưa dùng được."))
        case PaperState.VALID:
            return Verdict("done", _("Còn giá trị"), _("Giấy này do cơ quan phát hành và đang có giá trị."))
        case PaperState.SUPERSEDED:
            said = _("Đã có giấy mới thay từ %(moment)s. Giấy này không dùng được nữa.") % {"moment": moment}
            return Verdict("wait", _("Đã được thay"), said)
        case PaperState.REVOKED:
            said = _("Cơ quan đã thu hồi giấy này từ %(moment)s. Giấy không có giá trị.") % {"moment": moment}
            return Verdict("son", _("Đã thu hồi"), said)
    return Verdict("work", _("Chưa phát hành"), _("Giấy này đang chờ ký; chưa ai được cầm bản nào."))
