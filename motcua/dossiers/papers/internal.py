"""06, the control slip, and 07, the register (Thông tư 03/2025/TT-VPCP): papers of the office, not of the person."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from motcua.agencies import queries as agencies
from motcua.common import words
from motcua.documents import letterheads
from motcua.documents.drawing import Drawing
from motcua.documents.models import IssuedPaper

from ..lifecycle import Action
from ..models import Dossier, HistoryLine
from ..saying import in_hours
from ..states import PartyRole
from .composing import Body, Composer, Facts, headed_by, person_rows, rows, seal_of, signing, table, text, when

MOST_DAYS = 92  # a register of a quarter
PASSED_ON = frozenset(
    {
        *(Action.FILE, Action.ACCEPT, Action.BEGIN, Action.HAND_OVER, Action.TAKE_BACK, Action.SEND_BACK),
        *(Action.ASK_SUPPLEMENT, Action.SUPPLEMENT, Action.FINISH, Action.FINISH_REFUSED, Action.RETURN_RESULT),
    }
)
DONE = {
    Action.FILE: "Nộp hồ sơ",
    Action.ACCEPT: "Tiếp nhận",
    Action.BEGIN: "Nhận xử lý",
    Action.HAND_OVER: "Chuyển bước sau",
    Action.TAKE_BACK: "Thu hồi việc vừa chuyển",
    Action.SEND_BACK: "Trả lại bước trước",
    Action.ASK_SUPPLEMENT: "Yêu cầu bổ sung",
    Action.SUPPLEMENT: "Nhận bổ sung",
    Action.FINISH: "Duyệt kết quả",
    Action.FINISH_REFUSED: "Từ chối giải quyết",
    Action.RETURN_RESULT: "Trả kết quả",
}


def control(facts: Facts) -> Body:
    """06: one line per hand-over: who gave it on, when, and whether in time."""
    lines = facts.dossier.history.filter(action__in=PASSED_ON, kind="move").select_related("actor", "agency", "words")
    passed = [_passed(number, line) for number, line in enumerate(lines, 1)]
    due = facts.dossier.due_at
    return Body(
        [
            person_rows(facts),
            rows(("Hẹn trả kết quả chậm nhất", when(due))),
            table(
                ["STT", "Việc", "Người giao, người làm", "Giờ, ngày", "Kết quả", "Ghi chú"],
                [0.8, 2.4, 3.2, 2.6, 2.4, 2.6],
                passed,
            ),
            text(f"Phiếu này có {len(passed)} dòng."),
        ],
        signer="Nơi lập phiếu",
        landscape=True,
    )


def _passed(number: int, line: HistoryLine) -> list[str]:
    who = ", ".join(
        part
        for part in (
            line.actor.full_name if line.actor else "Hệ thống",
            line.agency.short_name if line.agency else "",
        )
        if part
    )
    said = line.words.words if hasattr(line, "words") else {}
    note = said.get("note") or said.get("reason") or ""
    return [str(number), DONE[Action(line.action)], who, words.moment(line.at), _in_time(line.facts), note]


def _in_time(facts: dict[str, Any]) -> str:
    held, budget = facts.get("held_minutes"), facts.get("budget_minutes")
    if held is None or budget is None:
        return ""
    if held > budget:
        return f"trễ, giữ {in_hours(held)} trong {in_hours(budget)}"
    return f"{'sớm' if held < budget else 'đúng'} hạn, giữ {in_hours(held)} trong {in_hours(budget)}"


COMPOSERS: dict[str, Composer] = {"06": control}


def register(paper: IssuedPaper) -> Drawing:
    """07: one line per dossier received or resolved by the agency and filed within the period of the paper's data."""
    agency = agencies.agency(paper.agency_id)
    first, last = date.fromisoformat(paper.data["first"]), date.fromisoformat(paper.data["last"])
    begin = timezone.make_aware(datetime.combine(first, datetime.min.time()))
    end = timezone.make_aware(datetime.combine(last + timedelta(days=1), datetime.min.time()))
    found = (
        Dossier.objects.filter(Q(receiving_agency=agency) | Q(resolving_agency=agency), filed_at__gte=begin)
        .filter(filed_at__lt=end)
        .select_related("resolving_agency", "version")
        .prefetch_related("parties")
        .order_by("filed_at", "id")
    )
    body = [_registered(number, dossier) for number, dossier in enumerate(found, 1)]
    letterhead = letterheads.in_force(agency.pk, paper.kind)
    return replace(
        headed_by(agency, letterhead),
        subtitle=f"Từ ngày {words.date_only(first)} đến ngày {words.date_only(last)}: {len(body)} hồ sơ",
        blocks=[table(COLUMNS, WIDTHS, body), text(f"Sổ này có {len(body)} hồ sơ.")]
        if body
        else [text("Không có hồ sơ nào.")],
        signings=(signing(letterhead, "Nơi lập sổ", "", (seal_of(agency, paper.owed_at),)),),
        landscape=True,
    )


COLUMNS = [
    "STT",
    "Mã hồ sơ",
    "Thủ tục",
    "Chủ hồ sơ",
    "Điện thoại",
    "Nơi giải quyết",
    "Nhận",
    "Hẹn trả",
    "Trả",
    "Cách trả",
]
WIDTHS = [0.8, 3, 3, 2.4, 2, 2.2, 1.9, 1.9, 1.9, 1.6]
HANDED = {"counter": "tại quầy", "other_counter": "quầy khác", "post": "bưu chính", "online": "trên mạng"}


def _registered(number: int, dossier: Dossier) -> list[str]:
    parties = {party.role: party for party in dossier.parties.all()}
    owner, submitter = parties.get(PartyRole.OWNER), parties.get(PartyRole.SUBMITTER)
    phone = next((one.phone for one in (owner, submitter) if one and one.phone), "")
    return [
        str(number),
        dossier.code or "",
        dossier.version.name,
        owner.name if owner else "",
        words.phone(phone),
        dossier.resolving_agency.short_name,
        *(_short(moment) for moment in (dossier.filed_at, dossier.due_at, dossier.returned_at)),
        HANDED.get(dossier.delivery, ""),
    ]


def _short(moment: datetime | None) -> str:
    return f"{words.clock(moment)} {words.date_only(moment)}" if moment else ""
