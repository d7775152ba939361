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

from .forms import acting


class Way(StrEnum):
    """Where the action leads: on, back, or out; a page fills the button of the first one that leads on."""

    ON = "on"
    BACK = "back"
    OUT = "out"


@dataclass(frozen=True)
class Deed:
    """One action at the desk. With `shows_result` the officer sees the result before agreeing."""

    action: str
    way: Way
    label: Promise
    title: Promise
    done: Promise
    form: type[acting.ActForm]
    carry_out: Callable[..., object]
    shows_result: bool = False

    def asks(self, dossier: Dossier) -> bool:
        """Whether there is a page between the press and the deed."""
        return self.shows_result or bool(self.form(dossier=dossier).fields)


PREPARE_RESULT = "prepare_result"


ROWS = (
    Deed(
        Action.ACCEPT,
        Way.ON,
        _("Tiếp nhận"),
        _("Tiếp nhận hồ sơ"),
        _("Đã tiếp nhận hồ sơ"),
        acting.AcceptForm,
        actions.accept,
    ),
    Deed(
        Action.REFUSE,
        Way.OUT,
        _("Từ chối"),
        _("Từ chối tiếp nhận"),
        _("Đã từ chối tiếp nhận, người nộp được báo lý do"),
        acting.RefuseForm,
        actions.refuse,
    ),
    Deed(
        Action.BEGIN,
        Way.ON,
        _("Bắt đầu xử lý"),
        _("Bắt đầu xử lý"),
        _("Đã bắt đầu xử lý"),
        acting.ActForm,
        actions.begin,
    ),
    Deed(
        PREPARE_RESULT,
        Way.ON,
        _("Ghi kết quả"),
        _("Ghi kết quả"),
        _("Đã ghi kết quả"),
        acting.ResultForm,
        actions.prepare_result,
    ),
    Deed(
        Action.HAND_OVER,
        Way.ON,
        _("Chuyển bước"),
        _("Chuyển bước"),
        _("Đã chuyển bước"),
        acting.HandOverForm,
        actions.hand_over,
        shows_result=True,
    ),
    Deed(
        Action.SEND_BACK,
        Way.BACK,
        _("Trả lại bước trước"),
        _("Trả lại bước trước"),
        _("Đã trả lại bước trước"),
        acting.SendBackForm,
        actions.send_back,
    ),
    Deed(
        Action.FINISH,
        Way.ON,
        _("Duyệt, kết thúc"),
        _("Duyệt, kết thúc"),
        _("Đã duyệt, hồ sơ xử lý xong"),
        acting.ConfirmForm,
        actions.finish,
        shows_result=True,
    ),
    Deed(
        Action.RETURN_RESULT,
        Way.ON,
        _("Trả kết quả"),
        _("Trả kết quả"),
        _("Đã trả kết quả"),
        acting.CollectForm,
        actions.return_result,
        shows_result=True,
    ),
)
DEEDS: dict[str, Deed] = {deed.action: deed for deed in ROWS}


def perform(deed: Deed, dossier: Dossier, asked: dict[str, Any], *, by: Account, at: datetime) -> object:
    """Call the verb with what the form asked for."""
    return deed.carry_out(dossier, **asked, by=by, at=at)
