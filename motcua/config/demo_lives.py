"""Demo dossiers with a story: asked to supplement or to pay, withdrawn, extended, stopped, refused on the merits."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from motcua.accounts.models import Account
from motcua.common.ids import new_id
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.results import known_values
from motcua.dossiers.results.templates import BIRTH_EXTRACT
from motcua.dossiers.states import Delivery, ItemKind
from motcua.payments.actions import Line

from .demo_filing import BIRTH, MARITAL, file_on_line, staff

GROUND = "Luật Hộ tịch 60/2014/QH13, điều 16"
MINUTE = timedelta(minutes=1)


def seed(an: Account, at: datetime) -> None:
    """Make each life that is missing."""
    for name, live in LIVES.items():
        _live(name, at, live, an, BIRTH if name in OF_BIRTH else MARITAL)


@transaction.atomic
def _live(name: str, begins: datetime, live: Callable[[Dossier, datetime], object], an: Account, code: str) -> None:
    dossier = file_on_line(name, code, Delivery.COUNTER, an, begins)
    if dossier is not None:
        live(dossier, begins + MINUTE)


def agree_to_draft(dossier: Dossier, at: datetime) -> None:
    """The person says that the result's draft is right, where they are shown one."""
    if draft := dossier.result_drafts.first():
        actions.answer_draft(draft, actions.DraftAnswer(right=True), by=dossier.started_by, at=at)


def _to_work(dossier: Dossier, at: datetime) -> datetime:
    actions.accept(dossier, by=staff("chi"), at=at)
    actions.begin(dossier, by=staff("dung"), at=at + MINUTE)
    return at + 2 * MINUTE


def _items() -> list[actions.Item]:
    plain = "Ảnh mờ, không đọc được số. Chụp lại đủ bốn góc, đủ sáng"
    return [actions.Item(ItemKind.OTHER, "Ảnh giấy tờ tùy thân", plain, GROUND)]


def _asked_first(dossier: Dossier, at: datetime) -> None:
    actions.ask_supplement(dossier, _items(), by=staff("chi"), at=at)


def _asked(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    actions.ask_supplement(dossier, _items(), by=staff("dung"), at=later)


def _fee_asked(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    lines = [Line(kind="le_phi", amount=15_000, per="bản", label="Lệ phí xác nhận")]
    actions.ask_fee(dossier, lines, by=staff("dung"), at=later, ground="Nghị quyết của Hội đồng nhân dân tỉnh")


def _withdrawing(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    actions.withdraw(dossier, by=dossier.started_by, at=later, reason="Không cần giấy này nữa")


def _extended(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    actions.extend(dossier, by=staff("ha"), at=later, days=3, reason="Cần hỏi nơi thường trú cũ")


def _in_work(dossier: Dossier, at: datetime) -> None:
    _to_work(dossier, at)


def _stopped(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    actions.stop(dossier, by=staff("ha"), at=later, reason="Người khai trùng với hồ sơ đã có", ground=GROUND)


def _answered_no(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    actions.finish_refused(dossier, by=staff("ha"), at=later, reason="Không đủ điều kiện xác nhận", ground=GROUND)


def _paid(dossier: Dossier, at: datetime) -> None:
    later = _to_work(dossier, at)
    lines = [Line(kind="le_phi", amount=15_000, per="bản", label="Lệ phí xác nhận")]
    actions.ask_fee(dossier, lines, by=staff("dung"), at=later, ground="Nghị quyết của Hội đồng nhân dân tỉnh")
    received = actions.Received(new_id(), 15_000, "cash", f"BL-{dossier.code}")
    actions.record_payment(dossier, received, by=staff("chi"), at=later + MINUTE)


REGISTERED = {
    "registered_at": "Ủy ban nhân dân xã Thanh Mỹ",
    "registered_number": "15, quyển số 01/2026",
    "registered_on": "02/11/2026",
}


def _draft_shown(dossier: Dossier, at: datetime) -> datetime:
    """A result from a template, shown to the person."""
    later = _to_work(dossier, at)
    values = {key: value for key, value in known_values(BIRTH_EXTRACT, dossier).items() if value} | REGISTERED
    prepared = actions.Prepared(template=BIRTH_EXTRACT.code, values=values)
    actions.prepare_result(dossier, prepared, by=staff("dung"), at=later)
    return later


def _issued(dossier: Dossier, at: datetime) -> None:
    later = _draft_shown(dossier, at)
    agree_to_draft(dossier, later)
    actions.hand_over(dossier, by=staff("dung"), at=later + MINUTE)
    actions.finish(dossier, by=staff("ha"), at=later + 2 * MINUTE)


LIVES: dict[str, Callable[[Dossier, datetime], object]] = {
    "supplement asked first": _asked_first,
    "supplement asked": _asked,
    "fee asked": _fee_asked,
    "withdrawal asked": _withdrawing,
    "extended": _extended,
    "in work": _in_work,
    "stopped": _stopped,
    "refused on the merits": _answered_no,
    "paid": _paid,
    "draft shown": _draft_shown,
    "extract issued": _issued,
}
"""Name of the dossier, and what happened to it; `motcua duties --at` shows what becomes of it."""
OF_BIRTH = frozenset({"draft shown", "extract issued"})
"""Lives of a birth registration; the others are of a confirmation of marital status."""
