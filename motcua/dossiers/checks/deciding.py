"""In work: reasons, terms, stages, results, and nobody alone."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.catalogue import queries as catalogue
from motcua.catalogue.models import Channel, PaperKind, TimeUnit
from motcua.common import words

from ..results import is_stale
from .act import Act
from .filing import papers_there

if TYPE_CHECKING:
    from ..models import Dossier


def checklist_complete(dossier: "Dossier", act: Act) -> list[str]:
    """Every required paper is there: as a file, handed over, or answered for in a supplement."""
    if dossier.channel == Channel.ONLINE:
        return papers_there(dossier, act)
    case = next(case for case in catalogue.version_page(dossier.version_id).cases if case.id == dossier.case_id)
    asked = [paper for paper in case.papers_of(PaperKind.SUBMIT) if paper.asked_by(dossier.channel)]
    held = set(dossier.paper_ids_of_files()) | set(dossier.handed_papers.values_list("paper", flat=True))
    return [
        _("Còn thiếu %(paper)s") % {"paper": paper.name} for paper in asked if paper.required and paper.id not in held
    ]


def term_known(dossier: "Dossier", _act: Act) -> list[str]:
    """Acceptance promises a date, so the term must be known; where the version states none, the officer states it."""
    if dossier.term_unit in {TimeUnit.SAME_DAY, TimeUnit.NO_DATE}:
        return []
    if dossier.term_unit and dossier.term_amount:
        return []
    return [_("Thủ tục không ghi thời hạn. Ghi số, đơn vị và căn cứ của thời hạn")]


def newer_version(dossier: "Dossier") -> catalogue.VersionPage | None:
    """The version in force where it is no longer this dossier's own."""
    now = catalogue.in_force_at(dossier.procedure.code, dossier.resolving_agency_id)
    return now if now is not None and now.id != dossier.version_id else None


def newer_version_settled(dossier: "Dossier", act: Act) -> list[str]:
    """Where another version came into force since filing, its transition rule says what holds; else the officer does.

    Lifecycle rule 15: the dossier keeps its version either way.
    """
    newer = newer_version(dossier)
    if newer is None or newer.rules.transition == "old" or act.words.get("transition"):
        return []
    return [
        _("Thủ tục có quy định mới từ %(day)s. Ghi căn cứ để làm tiếp theo quy định lúc nộp")
        % {"day": words.date_only(newer.in_force_from)}
    ]


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
    if not dossier.has_result():
        return [_("Chưa có kết quả: ghi số, ngày và tải tệp kết quả")]
    return [_("Điều đã khai đã đổi sau khi soạn kết quả: soạn lại kết quả")] if is_stale(dossier) else []


def draft_settled(dossier: "Dossier", act: Act) -> list[str]:
    """Where the person sees the result first: they said it is right, or a working day went by, or they got a reply."""
    draft = dossier.result_drafts.first() if dossier.has_result() else None
    if draft is None:
        return []
    if draft.is_contested:
        return [_("Người nộp báo bản nháp chưa đúng: sửa kết quả, hoặc ghi vì sao giữ nguyên")]
    if draft.waits(act.at):
        waits = _("Người nộp đang xem bản nháp; không trả lời thì làm tiếp từ sau %(moment)s")
        return [waits % {"moment": words.moment(draft.answer_by)}]
    return []


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


def just_handed_over(dossier: "Dossier", act: Act) -> list[str]:
    """Taking back is for who handed over last, while nothing has happened since."""
    last = dossier.last_move()
    if last.action == "hand_over" and act.by is not None and last.actor_id == act.by.pk:
        return []
    return [_("Chỉ người vừa chuyển mới thu hồi được, khi bước sau chưa làm gì")]


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


def another_agency_named(dossier: "Dossier", act: Act) -> list[str]:
    """A redirect names the body that resolves, and it is not the one that has the dossier."""
    agency = act.given.get("agency")
    if agency is not None and agency.pk != dossier.resolving_agency_id:
        return []
    return [_("Chọn cơ quan khác sẽ giải quyết hồ sơ")]
