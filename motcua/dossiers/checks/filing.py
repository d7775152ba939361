"""Before a dossier is filed: the version, the answers, the papers, the way of the result."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.catalogue import queries as catalogue
from motcua.catalogue.local.holding import held_at
from motcua.catalogue.models import Channel, PaperKind
from motcua.eforms import queries as eforms

from ..states import Delivery
from .act import Act

if TYPE_CHECKING:
    from ..models import Dossier

OLD_CARD_DIGITS = 9
DRAFT_NOTICES = 2


def outdated() -> str:
    """What is said of a draft from before the procedure changed."""
    return _("Thủ tục này vừa đổi. Điều đã khai vẫn còn; xem điều gì đổi rồi nộp theo quy định mới")


def not_done_here(page: catalogue.VersionPage) -> str:
    """What is said where the agency states that it does not take this procedure in."""
    why = page.local.why_not if page.local else ""
    said = _("Nơi này chưa nhận hồ sơ của thủ tục")
    return f"{said}: {why}" if why else said


def version_in_force(dossier: "Dossier", act: Act) -> list[str]:
    """A draft begins and is filed only under the version in force, at the agency that resolves it, at that moment."""
    held = held_at(dossier.version_id, dossier.resolving_agency_id)
    if act.at < held.begins or (held.ends is not None and act.at >= held.ends):
        return [outdated()]
    if held.nearest not in (None, dossier.version_id):
        return [outdated()]
    return [] if held.offered else [not_done_here(dossier.procedure)]


def offered_on_line(dossier: "Dossier", _act: Act) -> list[str]:
    """What is handed in on paper only is never filed on line, whoever asks."""
    if dossier.channel == Channel.ONLINE and dossier.is_to_print:
        return [_("Thủ tục này không nộp trên mạng. In tờ khai, ký rồi mang đến nơi tiếp nhận")]
    return []


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


def _notices(dossier: "Dossier") -> int:
    """How often it was said since the draft was saved last."""
    return dossier.notices.filter(duty="draft_expires", owed_at__gt=dossier.saved_at).count()


def two_notices_given(dossier: "Dossier", act: Act) -> list[str]:
    """The program throws a draft away only after it said so twice; a person may at any time."""
    if act.by is not None or _notices(dossier) >= DRAFT_NOTICES:
        return []
    return [_("Bản nháp chỉ bị xóa sau hai lần báo trước")]
