"""Slips 01 to 05 (Thông tư 03/2025/TT-VPCP) and the receipt of filing. Fields as the domain lists them."""

from datetime import date
from uuid import UUID

from motcua.catalogue.models import PaperKind
from motcua.common import words
from motcua.documents.drawing import Signing
from motcua.payments import queries as payments

from ..complaints import complaint_about
from ..lifecycle import Action
from ..models import PaperForm, Request
from ..states import Delivery, ItemKind, PartyRole
from .composing import Block, Body, Composer, Facts, desk_rows, heading, person_rows, rows, table, text, when

COUNTED = frozenset({"hour", "working_day", "day", "month"})
BY_HAND = "(Ký, ghi rõ họ tên)"
WAYS = {
    Delivery.COUNTER: "tại quầy nơi tiếp nhận",
    Delivery.OTHER_COUNTER: "tại quầy khác trong tỉnh",
    Delivery.POST: "qua bưu chính",
    Delivery.ONLINE: "trên mạng, ở trang hồ sơ",
}


def acceptance(facts: Facts) -> Body:
    """01: what was received, in which form, and when the result is due."""
    due = facts.moment("due_at")
    return Body(
        [
            person_rows(facts),
            heading("Giấy tờ đã nhận"),
            _papers(facts),
            heading("Hẹn trả kết quả"),
            rows(
                ("Số bộ hồ sơ", "01"),
                ("Thời hạn giải quyết", _term(facts)),
                ("Thời điểm tiếp nhận", when(facts.line.at if facts.line else None)),
                ("Hẹn trả kết quả chậm nhất", when(due) or "không hẹn ngày trả"),
                ("Cách nhận kết quả", _delivery(facts)),
            ),
            *_bring(facts),
            desk_rows(facts),
        ],
        signer="Người tiếp nhận",
        beside=(Signing("Người nộp hồ sơ", _name(facts, PartyRole.SUBMITTER), BY_HAND),),
    )


def receipt(facts: Facts) -> Body:
    """The receipt of filing: when, what came, and the two dates that were promised."""
    return Body(
        [
            person_rows(facts),
            heading("Giấy tờ đã nộp"),
            _papers(facts),
            heading("Nếu hồ sơ hợp lệ"),
            rows(
                ("Nộp lúc", when(facts.line.at if facts.line else None)),
                ("Tiếp nhận chậm nhất", when(facts.moment("accept_by"))),
                ("Có kết quả chậm nhất", when(facts.moment("promised_at"))),
                ("Cách nhận kết quả", _delivery(facts)),
            ),
            *_bring(facts),
            desk_rows(facts),
        ],
        signer="Nơi tiếp nhận",
    )


def supplement(facts: Facts) -> Body:
    """02: each thing with its reason, both dates, whom to ask."""
    request = Request.objects.prefetch_related("items").get(pk=facts.line.facts["request"]) if facts.line else None
    items = list(request.items.all()) if request else []
    asked = [
        [str(item.position), item.subject, " ".join(filter(None, (item.reason, item.ground and f"({item.ground})")))]
        for item in items
    ]
    return Body(
        [
            person_rows(facts),
            text(
                "Để có căn cứ giải quyết, đề nghị ông/bà bổ sung một lần, đầy đủ các nội dung sau:"
                if any(item.kind != ItemKind.OTHER for item in items)
                else "Đề nghị ông/bà bổ sung một lần các nội dung sau:"
            ),
            table(["STT", "Nội dung cần bổ sung", "Lý do và cách sửa"], [1, 5, 8], asked),
            *_dates_of(request, facts),
            rows(("Nơi nộp", "ở trang hồ sơ trên mạng, hoặc tại quầy"), ("Cán bộ yêu cầu", _actor(facts))),
            desk_rows(facts),
        ],
        signer="Người yêu cầu",
    )


def _dates_of(request: Request | None, facts: Facts) -> list[Block]:
    if request is None:
        return []
    after = "được tính lại từ đầu" if request.restarts else "được tính tiếp"
    if request.before_acceptance:
        after = "tính từ khi hồ sơ được tiếp nhận"
    left = f"{request.days_left} ngày làm việc" if request.days_left is not None else ""
    return [
        rows(
            ("Yêu cầu lúc", when(request.asked_at)),
            ("Ngày hẹn trước khi yêu cầu", when(request.due_before)),
            ("Thời hạn còn lại", left),
            ("Sau khi ông/bà bổ sung, thời hạn", after),
        )
    ]


def refusal(facts: Facts) -> Body:
    """03: of reception or of resolution, with reason, ground, and where to complain."""
    reception = facts.line is not None and facts.line.action == Action.REFUSE
    what = "không tiếp nhận" if reception else "từ chối giải quyết"
    return Body(
        [
            person_rows(facts),
            text(f"{facts.agency.name} {what} hồ sơ này."),
            rows(("Lý do", facts.said.get("reason")), ("Căn cứ pháp lý", facts.said.get("ground"))),
            *_complaint(facts),
            desk_rows(facts),
        ],
        signer="Người quyết định",
        title="Phiếu từ chối tiếp nhận hồ sơ" if reception else "Phiếu từ chối giải quyết hồ sơ",
    )


def apology(facts: Facts) -> Body:
    """04: the old date, why, the new one; an extension moves it, an apology does not."""
    extended = facts.line is not None and facts.line.action == Action.EXTEND
    expected = facts.line.facts.get("expected_on") if facts.line else None
    day = words.day(date.fromisoformat(expected)) if expected else ""
    old = facts.moment("due_before") if extended else facts.moment("due_at")
    opening = "xin gia hạn thời gian giải quyết hồ sơ" if extended else "xin lỗi vì chưa có kết quả đúng hẹn"
    return Body(
        [
            person_rows(facts),
            text(f"{facts.agency.name} {opening}."),
            rows(
                ("Ngày hẹn cũ", when(old)),
                ("Lý do", facts.said.get("reason")),
                ("Hẹn lại trả kết quả chậm nhất", when(facts.moment("due_at")) if extended else ""),
                ("Dự kiến có kết quả", day),
            ),
            *([] if extended else [text("Ngày hẹn không đổi; hồ sơ vẫn được tính là trễ hẹn.")]),
            *_complaint(facts),
            desk_rows(facts),
        ],
        signer="Lãnh đạo cơ quan",
        title="" if extended else "Văn bản xin lỗi vì trễ hẹn trả kết quả",
    )


def stop(facts: Facts) -> Body:
    """05: who asked to stop, at which point, and what goes back."""
    action = facts.line.action if facts.line else ""
    asked = {
        Action.AGREE_WITHDRAWAL: "theo yêu cầu rút hồ sơ của người nộp",
        Action.STOP_UNANSWERED: "vì quá thời hạn bổ sung theo quy định của thủ tục",
    }.get(Action(action), "theo quyết định của cơ quan giải quyết")
    paid = payments.account(facts.dossier.pk).paid
    return Body(
        [
            person_rows(facts),
            text(f"{facts.agency.name} dừng giải quyết hồ sơ này {asked}."),
            rows(
                ("Dừng lúc", when(facts.line.at if facts.line else None)),
                ("Lý do", facts.said.get("reason")),
                ("Căn cứ pháp lý", facts.said.get("ground")),
                ("Tiền đã nộp", words.money(paid) if paid else "không có"),
                ("Trả lại", facts.said.get("give_back")),
            ),
            *_complaint(facts),
            desk_rows(facts),
        ],
        signer="Người quyết định",
    )


def _complaint(facts: Facts) -> list[Block]:
    if facts.line is None:
        return []
    told = complaint_about(facts.dossier, facts.line)
    unsure = "" if told.confirmed else " Thời hạn này chưa được đối chiếu với văn bản luật."
    where = ", ".join(part for part in (told.office, told.address) if part)
    return [
        text(
            f"Nếu không đồng ý, ông/bà có quyền khiếu nại đến {where}, điện thoại {words.phone(told.phone)}, "
            f"chậm nhất {words.day(told.until)} ({told.law}).{unsure}"
        )
    ]


def _papers(facts: Facts) -> Block:
    """Papers in the forms they came in, and files sent on line."""
    case = facts.dossier.procedure.case(facts.dossier.case_id)
    counts: dict[object, dict[str, int]] = {}
    for row in facts.dossier.handed_papers.all():
        counts.setdefault(row.paper_id, {})[row.form] = row.count
    files: dict[object, int] = {}
    for slot in facts.dossier.attachments.values_list("paper_id", flat=True):
        files[slot] = files.get(slot, 0) + 1
    named: dict[UUID | None, str] = {one.id: one.name for one in case.papers} if case else {}
    body: list[list[str]] = []
    for paper_id, name in (named | {None: "Tệp kèm theo"}).items():
        handed, sent = counts.get(paper_id, {}), files.get(paper_id, 0)
        if handed or sent:
            forms = [str(handed.get(form, "")) for form in PaperForm]
            body.append([str(len(body) + 1), name, *forms, str(sent or "")])
    if not body:
        return text("Không có giấy tờ kèm theo.")
    columns = ["STT", "Tên giấy tờ", "Bản chính", "Bản sao chứng thực", "Bản chụp", "Tệp điện tử"]
    return table(columns, [1, 7, 1.7, 2.2, 1.7, 1.9], body, "llrrrr")


def _term(facts: Facts) -> str:
    units = {
        "hour": "giờ làm việc",
        "working_day": "ngày làm việc",
        "day": "ngày",
        "month": "tháng",
        "same_day": "trong ngày",
        "no_date": "không hẹn ngày trả",
    }
    amount, unit = facts.dossier.term_amount, facts.dossier.term_unit
    return f"{amount} {units[unit]}" if amount and unit in COUNTED else units.get(unit, "")


def _delivery(facts: Facts) -> str:
    dossier = facts.dossier
    said = WAYS.get(Delivery(dossier.delivery), "")
    if dossier.delivery_agency:
        return f"{said}: {dossier.delivery_agency.name}"
    return f"{said}: {dossier.delivery_address}" if dossier.delivery_address else said


def _bring(facts: Facts) -> list[Block]:
    """What to bring on the day: originals to show, money, one's card."""
    case = facts.dossier.procedure.case(facts.dossier.case_id)
    shown = [paper.name for paper in case.papers if paper.kind == PaperKind.SHOW] if case else []
    account = payments.account(facts.dossier.pk)
    owed = words.money(account.owed) if account.owed else "không phải nộp thêm"
    recipient = _name(facts, PartyRole.RECIPIENT)
    return [
        heading("Khi đến nhận kết quả"),
        rows(
            ("Mang theo", "; ".join(["căn cước của người nhận", "giấy này", *(f"bản chính {name}" for name in shown)])),
            ("Tiền còn phải nộp", "theo văn bản" if account.unknown else owed),
            ("Người được nhận", f"{recipient}, hoặc người được ủy quyền bằng văn bản" if recipient else ""),
        ),
    ]


def _name(facts: Facts, role: PartyRole) -> str:
    party = facts.parties.get(role)
    return party.name if party else ""


def _actor(facts: Facts) -> str:
    return facts.line.actor.full_name if facts.line and facts.line.actor else ""


COMPOSERS: dict[str, Composer] = {
    "01": acceptance,
    "02": supplement,
    "03": refusal,
    "04": apology,
    "05": stop,
    "receipt": receipt,
}
