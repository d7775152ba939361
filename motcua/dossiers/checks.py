"""“Not yet, because …”: each check returns the reasons, in words for the person who acts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts.models import Account
from motcua.catalogue import queries as catalogue
from motcua.catalogue.models import Channel, PaperKind, TimeUnit
from motcua.common import statements
from motcua.eforms import queries as eforms

from .states import Delivery

if TYPE_CHECKING:
    from .models import Dossier

OLD_CARD_DIGITS = 9
IN_FORCE = "select in_force_from, in_force_to from catalogue_version where id = %s"


@dataclass(frozen=True)
class Act:
    """An attempt: who, when, in which roles, with which words."""

    by: Account | None
    at: datetime
    roles: frozenset[str]
    words: dict[str, str] = field(default_factory=dict)


def version_in_force(dossier: "Dossier", act: Act) -> list[str]:
    """A draft begins and is filed only under the version in force at that moment."""
    [(begins, ends)] = statements.rows(IN_FORCE, [dossier.version_id])
    if begins <= act.at and (ends is None or act.at < ends):
        return []
    return [_("Thủ tục này vừa đổi. Điều đã khai vẫn còn; mở lại thủ tục để nộp theo quy định mới")]


def answers_valid(dossier: "Dossier", act: Act) -> list[str]:
    """On line every required question has a valid answer; at the counter the paper form is in hand."""
    if dossier.channel != Channel.ONLINE:
        return []
    problems = eforms.form(dossier.form_version_id).problems(dossier.current_answers(), on=timezone.localdate(act.at))
    return list(problems.values())


def papers_there(dossier: "Dossier", _act: Act) -> list[str]:
    """On line each required paper has at least one file."""
    if dossier.channel != Channel.ONLINE:
        return []
    case = next(case for case in catalogue.version_page(dossier.version_id).cases if case.id == dossier.case_id)
    asked = [paper for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(dossier.channel)]
    needed = [paper for paper in asked if paper.required]
    held = set(dossier.paper_ids_of_files())
    return [_("Còn thiếu %(paper)s") % {"paper": paper.name} for paper in needed if paper.id not in held]


def delivery_chosen(dossier: "Dossier", _act: Act) -> list[str]:
    """The way of receiving the result is chosen, with its address where it needs one."""
    if not dossier.delivery:
        return [_("Chọn nơi nhận kết quả")]
    if dossier.delivery == Delivery.POST and not dossier.delivery_address:
        return [_("Ghi địa chỉ nhận kết quả qua bưu chính")]
    return []


def number_is_current(dossier: "Dossier", act: Act) -> list[str]:
    """The nine-digit card expired on 31/12/2024 (Luật Căn cước 26/2023/QH15, art. 46)."""
    if dossier.channel == Channel.ONLINE and act.by is not None and len(act.by.id_number) == OLD_CARD_DIGITS:
        return [_("Chứng minh nhân dân 9 số đã hết giá trị từ 31/12/2024. Ghi số định danh 12 số trước khi nộp")]
    return []


def term_known(dossier: "Dossier", _act: Act) -> list[str]:
    """Acceptance promises a date, so the term must be known; where the version states none, the officer states it."""
    if dossier.term_unit in {TimeUnit.SAME_DAY, TimeUnit.NO_DATE}:
        return []
    if dossier.term_unit and dossier.term_amount:
        return []
    return [_("Thủ tục không ghi thời hạn. Ghi số, đơn vị và căn cứ của thời hạn")]


def reason_and_ground(dossier: "Dossier", act: Act) -> list[str]:
    """A refusal says why, and by which article."""
    problems = reason_given(dossier, act)
    if not act.words.get("ground"):
        problems.append(_("Ghi căn cứ pháp lý"))
    return problems


def reason_given(_dossier: "Dossier", act: Act) -> list[str]:
    """Whoever sends something back says why."""
    return [] if act.words.get("reason") else [_("Ghi lý do")]


def result_prepared(dossier: "Dossier", _act: Act) -> list[str]:
    """There is a result with number and date, and its file or why there is none."""
    return [] if dossier.has_result() else [_("Chưa có kết quả: ghi số, ngày và tải tệp kết quả")]


def on_own_stage(dossier: "Dossier", act: Act) -> list[str]:
    """The stage at hand is done by the role it names."""
    stage = dossier.stage_now()
    if stage.role in act.roles:
        return []
    return [_("Bước “%(stage)s” do người khác làm") % {"stage": stage.name}]


def another_stage_follows(dossier: "Dossier", _act: Act) -> list[str]:
    """Handing over needs someone to hand over to."""
    return [] if dossier.stage_after() else [_("Đây là bước cuối; bấm “Duyệt, kết thúc”")]


def a_stage_came_before(dossier: "Dossier", _act: Act) -> list[str]:
    """Sending back needs an earlier stage."""
    return [] if dossier.stage_before() else [_("Đây là bước đầu, không có bước trước để trả lại")]


def on_last_stage(dossier: "Dossier", _act: Act) -> list[str]:
    """Only the last stage finishes."""
    return [] if dossier.stage_after() is None else [_("Còn bước sau; bấm “Chuyển bước”")]


def approved_by_another(dossier: "Dossier", act: Act) -> list[str]:
    """Nobody approves alone what they prepared."""
    stage = dossier.stage_now()
    if not stage.approves or act.by is None or not dossier.has_result():
        return []
    if dossier.result.prepared_by_id == act.by.id:
        return [_("Người chuẩn bị kết quả không tự duyệt")]
    return []


def collector_known(dossier: "Dossier", act: Act) -> list[str]:
    """At a counter the officer notes who collected; on line and by post the system of delivery knows."""
    if dossier.delivery in {Delivery.COUNTER, Delivery.OTHER_COUNTER} and not act.words.get("collector"):
        return [_("Ghi họ tên người đến nhận")]
    if dossier.delivery == Delivery.POST and not act.words.get("post_number"):
        return [_("Ghi số hiệu bưu gửi")]
    return []
