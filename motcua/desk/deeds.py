"""What officers can press: one row per action with its words, what it asks, and the verb that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Account
from motcua.dossiers import actions
from motcua.dossiers.lifecycle import Action
from motcua.dossiers.models import Dossier

from .forms import acting, asking, deciding, filling


class Way(StrEnum):
    """Where the action leads: on, aside, back, out, or to putting a mistake right.

    A page fills the button of the first one that leads on.
    """

    ON = "on"
    ASIDE = "aside"
    BACK = "back"
    OUT = "out"
    MISTAKE = "mistake"


@dataclass(frozen=True)
class Deed:
    """One action at the desk. With `shows_result` the officer sees the result before agreeing.

    `shows` names a part of the page with what else is to be seen before the press.
    """

    action: str
    way: Way
    label: Promise
    title: Promise
    done: Promise
    form: type[acting.ActForm]
    carry_out: Callable[..., object]
    shows_result: bool = False
    shows: str = ""

    def asks(self, dossier: Dossier) -> bool:
        """Whether there is a page between the press and the deed."""
        return (
            self.shows_result
            or bool(self.shows)
            or bool(self.form.look_page)
            or bool(self.form(dossier=dossier).fields)
        )


FILL_RESULT, REFILL_RESULT = "fill_result", "refill_result"
PREPARE_RESULT, ASK_AGENCY, AGENCY_ANSWERED = "prepare_result", "ask_agency", "agency_answered"
BESIDE = frozenset({FILL_RESULT, REFILL_RESULT, PREPARE_RESULT, ASK_AGENCY, AGENCY_ANSWERED})
"""What an officer does that is no row of the lifecycle."""


def _deed(
    action: str, way: Way, words: tuple[Promise, Promise, Promise], form: type[acting.ActForm], verb: Any, **more: Any
) -> Deed:
    return Deed(action, way, words[0], words[1], words[2], form, verb, **more)


ASK = (_("Yêu cầu bổ sung"), _("Yêu cầu bổ sung"), _("Đã gửi yêu cầu bổ sung"))
FEE = (_("Yêu cầu nộp tiền"), _("Yêu cầu nộp tiền"), _("Đã yêu cầu nộp tiền"))
RECALL = (_("Thu hồi yêu cầu"), _("Thu hồi yêu cầu"), _("Đã thu hồi yêu cầu, ngày hẹn tính như chưa dừng"))
REOPEN = (_("Mở lại hồ sơ"), _("Mở lại hồ sơ đã dừng"), _("Đã mở lại hồ sơ"))

ROWS = (
    _deed(
        Action.ACCEPT,
        Way.ON,
        (_("Tiếp nhận"), _("Tiếp nhận hồ sơ"), _("Đã tiếp nhận hồ sơ")),
        acting.AcceptForm,
        actions.accept,
    ),
    _deed(Action.ASK_SUPPLEMENT_FIRST, Way.ASIDE, ASK, asking.AskForm, actions.ask_supplement),
    _deed(Action.ASK_FEE_FIRST, Way.ASIDE, FEE, deciding.AskFeeForm, actions.ask_fee),
    _deed(
        Action.REDIRECT,
        Way.ASIDE,
        (_("Chuyển cơ quan khác"), _("Chuyển cơ quan khác"), _("Đã chuyển hồ sơ, mã hồ sơ giữ nguyên")),
        deciding.RedirectForm,
        actions.redirect,
    ),
    _deed(
        Action.REFUSE,
        Way.OUT,
        (_("Từ chối"), _("Từ chối tiếp nhận"), _("Đã từ chối tiếp nhận, người nộp được báo lý do")),
        acting.RefuseForm,
        actions.refuse,
    ),
    _deed(
        Action.BEGIN,
        Way.ON,
        (_("Bắt đầu xử lý"), _("Bắt đầu xử lý"), _("Đã bắt đầu xử lý")),
        acting.ActForm,
        actions.begin,
    ),
    _deed(
        FILL_RESULT,
        Way.ON,
        (_("Soạn kết quả theo mẫu"), _("Soạn kết quả theo mẫu"), _("Đã soạn kết quả")),
        filling.FillForm,
        actions.prepare_result,
    ),
    _deed(
        PREPARE_RESULT,
        Way.ON,
        (_("Ghi kết quả"), _("Ghi kết quả"), _("Đã ghi kết quả")),
        acting.ResultForm,
        actions.prepare_result,
    ),
    _deed(
        Action.HAND_OVER,
        Way.ON,
        (_("Chuyển bước"), _("Chuyển bước"), _("Đã chuyển bước")),
        acting.HandOverForm,
        actions.hand_over,
        shows_result=True,
    ),
    _deed(
        Action.TAKE_BACK,
        Way.BACK,
        (_("Thu hồi việc vừa chuyển"), _("Thu hồi việc vừa chuyển"), _("Đã thu hồi, hồ sơ về lại bước trước")),
        acting.ActForm,
        actions.take_back,
    ),
    _deed(
        Action.SEND_BACK,
        Way.BACK,
        (_("Trả lại bước trước"), _("Trả lại bước trước"), _("Đã trả lại bước trước")),
        acting.SendBackForm,
        actions.send_back,
    ),
    _deed(Action.ASK_SUPPLEMENT, Way.ASIDE, ASK, asking.AskForm, actions.ask_supplement),
    _deed(Action.ASK_FEE, Way.ASIDE, FEE, deciding.AskFeeForm, actions.ask_fee),
    _deed(
        ASK_AGENCY,
        Way.ASIDE,
        (_("Hỏi cơ quan khác"), _("Hỏi ý kiến cơ quan khác"), _("Đã ghi việc hỏi ý kiến")),
        deciding.AskAgencyForm,
        actions.ask_agency,
    ),
    _deed(
        AGENCY_ANSWERED,
        Way.ASIDE,
        (_("Cơ quan khác đã trả lời"), _("Cơ quan khác đã trả lời"), _("Đã ghi câu trả lời")),
        deciding.NoteForm,
        actions.agency_answered,
    ),
    _deed(Action.RECALL_REQUEST_FIRST, Way.BACK, RECALL, acting.ActForm, actions.recall_request),
    _deed(Action.RECALL_REQUEST, Way.BACK, RECALL, acting.ActForm, actions.recall_request),
    _deed(
        Action.EXTEND,
        Way.ASIDE,
        (_("Gia hạn"), _("Gia hạn một lần"), _("Đã gia hạn, người nộp được báo ngày mới")),
        deciding.ExtendForm,
        actions.extend,
        shows="dates",
    ),
    _deed(
        Action.APOLOGISE,
        Way.ASIDE,
        (_("Xin lỗi vì trễ"), _("Xin lỗi vì trễ hẹn"), _("Đã gửi lời xin lỗi; ngày hẹn giữ nguyên")),
        deciding.ApologiseForm,
        actions.apologise,
        shows="dates",
    ),
    _deed(
        Action.FINISH,
        Way.ON,
        (_("Duyệt, kết thúc"), _("Duyệt, kết thúc"), _("Đã duyệt, hồ sơ xử lý xong")),
        acting.ConfirmForm,
        actions.finish,
        shows_result=True,
    ),
    _deed(
        Action.AGREE_WITHDRAWAL,
        Way.ON,
        (_("Cho rút hồ sơ"), _("Cho rút hồ sơ"), _("Đã cho rút hồ sơ, người nộp được báo")),
        acting.ConfirmForm,
        actions.agree_withdrawal,
        shows="giving_back",
    ),
    _deed(
        Action.DECLINE_WITHDRAWAL,
        Way.OUT,
        (_("Không cho rút"), _("Không cho rút hồ sơ"), _("Hồ sơ được làm tiếp, người nộp được báo lý do")),
        deciding.GroundForm,
        actions.decline_withdrawal,
    ),
    _deed(
        Action.STOP_UNANSWERED,
        Way.OUT,
        (_("Dừng vì quá hạn bổ sung"), _("Dừng vì quá hạn bổ sung"), _("Đã dừng hồ sơ, người nộp được báo")),
        acting.ConfirmForm,
        actions.stop_unanswered,
        shows="giving_back",
    ),
    _deed(
        Action.STOP,
        Way.OUT,
        (_("Dừng xử lý"), _("Dừng xử lý"), _("Đã dừng hồ sơ, người nộp được báo lý do")),
        deciding.GroundForm,
        actions.stop,
    ),
    _deed(
        Action.FINISH_REFUSED,
        Way.OUT,
        (_("Từ chối giải quyết"), _("Từ chối giải quyết"), _("Đã từ chối giải quyết, hồ sơ xử lý xong")),
        deciding.GroundForm,
        actions.finish_refused,
    ),
    _deed(
        Action.RETURN_RESULT,
        Way.ON,
        (_("Trả kết quả"), _("Trả kết quả"), _("Đã trả kết quả")),
        acting.CollectForm,
        actions.return_result,
        shows_result=True,
    ),
    _deed(
        Action.UNDO_ACCEPT,
        Way.MISTAKE,
        (_("Hủy tiếp nhận"), _("Hủy việc tiếp nhận"), _("Đã hủy việc tiếp nhận, hồ sơ được xem lại")),
        deciding.MistakeForm,
        actions.undo_accept,
    ),
    _deed(
        Action.UNDO_REFUSE,
        Way.MISTAKE,
        (_("Hủy từ chối"), _("Hủy việc từ chối"), _("Đã hủy việc từ chối, hồ sơ được xem lại")),
        deciding.MistakeForm,
        actions.undo_refuse,
    ),
    _deed(Action.REOPEN_FIRST, Way.MISTAKE, REOPEN, deciding.MistakeForm, actions.reopen),
    _deed(Action.REOPEN, Way.MISTAKE, REOPEN, deciding.MistakeForm, actions.reopen),
    _deed(
        Action.UNDO_FINISH,
        Way.MISTAKE,
        (_("Làm lại kết quả"), _("Làm lại kết quả"), _("Hồ sơ về lại bước xử lý")),
        deciding.MistakeForm,
        actions.undo_finish,
    ),
    _deed(
        Action.UNDO_RETURN,
        Way.MISTAKE,
        (_("Kết quả chưa được trả"), _("Kết quả chưa được trả"), _("Hồ sơ về lại chỗ chờ trả")),
        deciding.UndoReturnForm,
        actions.undo_return,
    ),
    _deed(
        Action.REPLACE_RESULT,
        Way.MISTAKE,
        (_("Thay kết quả"), _("Thay kết quả đã trả"), _("Đã thay kết quả, người nộp được báo")),
        deciding.ReplaceResultForm,
        actions.replace_result,
    ),
    _deed(
        REFILL_RESULT,
        Way.MISTAKE,
        (_("Thay kết quả theo mẫu"), _("Thay kết quả đã trả, theo mẫu"), _("Đã thay kết quả, người nộp được báo")),
        filling.RefillForm,
        actions.replace_result,
    ),
)
DEEDS: dict[str, Deed] = {deed.action: deed for deed in ROWS}


def perform(deed: Deed, dossier: Dossier, asked: dict[str, Any], *, by: Account, at: datetime) -> object:
    """Call the verb with what the form asked for."""
    return deed.carry_out(dossier, **asked, by=by, at=at)
