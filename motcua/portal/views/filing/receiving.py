"""How the result is received and who collects it, asked with the same types of questions as a form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.agencies.models import Agency
from motcua.dossiers.actions import Receiving
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Delivery, PartyRole
from motcua.eforms.field_type import Option, Question
from motcua.eforms.form import Form, Section

Errors = dict[str, str]


def asked(desk: Agency, counters: list[Agency]) -> Section:
    """The questions; another counter is offered where the province has one."""
    ways = [
        Option(Delivery.COUNTER, _("Tại quầy nơi tiếp nhận"), desk.name),
        Option(Delivery.ONLINE, _("Trên mạng, ở “Hồ sơ của tôi”"), _("Tải tệp kết quả về máy")),
        Option(Delivery.POST, _("Qua bưu chính"), _("Người nhận có thể phải trả cước")),
    ]
    others = tuple(Option(str(counter.pk), counter.name) for counter in counters)
    if others:
        ways.insert(1, Option(Delivery.OTHER_COUNTER, _("Tại quầy khác trong tỉnh")))
    questions = [
        Question(
            "delivery",
            "choice",
            _("Nhận ở đâu?"),
            required=True,
            missing=_("Chọn nơi nhận kết quả"),
            options=tuple(ways),
        ),
        Question(
            "delivery_agency",
            "select",
            _("Quầy khác trong tỉnh"),
            sometimes=True,
            hint=_("Chỉ chọn nếu nhận ở quầy khác"),
            missing=_("Chọn quầy sẽ đến nhận"),
            options=others,
        ),
        Question(
            "delivery_address",
            "address",
            _("Địa chỉ nhận"),
            sometimes=True,
            hint=_("Chỉ ghi nếu nhận qua bưu chính: số nhà, ấp, xã, tỉnh"),
            autocomplete="street-address",
        ),
        *_recipient(),
    ]
    kept = tuple(question for question in questions if others or question.name != "delivery_agency")
    return Section("receiving", _("Nhận kết quả"), "", kept)


def _recipient() -> tuple[Question, ...]:
    group = _("Ai nhận kết quả?")
    note = _("Tự nhận thì để trống. Nhờ người khác nhận thì ghi người đó.")
    return (
        Question("recipient_name", "person_name", _("Họ và tên người nhận"), group=group, note=note),
        Question("recipient_id_number", "id_number", _("Số định danh người nhận"), hint=_("12 chữ số, nếu biết")),
        Question("recipient_phone", "phone", _("Số điện thoại người nhận"), hint=_("Tin nhắn cũng gửi đến số này")),
    )


def chosen(dossier: Dossier, recipient_name: str) -> dict[str, Any]:
    """What was chosen before; at first the counter, which costs nothing."""
    if not dossier.delivery:
        return {"delivery": Delivery.COUNTER.value}
    told: dict[str, Any] = {"delivery": dossier.delivery, "delivery_address": dossier.delivery_address}
    if dossier.delivery_agency_id:
        told["delivery_agency"] = str(dossier.delivery_agency_id)
    if recipient_name:
        recipient = dossier.parties.get(role=PartyRole.RECIPIENT)
        told |= {
            "recipient_name": recipient.name,
            "recipient_id_number": recipient.id_number,
            "recipient_phone": recipient.phone,
        }
    return told


def read(
    section: Section, post: Mapping[str, str], counters: list[Agency], *, on: date
) -> tuple[dict[str, Any], Errors, Receiving]:
    """The answers, what is wrong with them, and what they mean; empty answers do not reach the meaning."""
    answers, errors = Form("receiving", section.title, "", (section,), "").read(section, post, on=on)
    way = answers["delivery"]
    if way == Delivery.POST and not answers["delivery_address"]:
        errors.setdefault("delivery_address", _("Ghi địa chỉ nhận qua bưu chính"))
    if way == Delivery.OTHER_COUNTER and not answers.get("delivery_agency"):
        errors.setdefault("delivery_agency", _("Chọn quầy sẽ đến nhận"))
    if (answers["recipient_id_number"] or answers["recipient_phone"]) and not answers["recipient_name"]:
        errors.setdefault("recipient_name", _("Ghi họ và tên người nhận"))
    agency = next((counter for counter in counters if str(counter.pk) == answers.get("delivery_agency")), None)
    meant = Receiving(
        delivery=way or "",
        address=answers["delivery_address"] or "" if way == Delivery.POST else "",
        agency=agency if way == Delivery.OTHER_COUNTER else None,
        recipient=answers["recipient_name"] or "",
        recipient_id=answers["recipient_id_number"] or "",
        recipient_phone=answers["recipient_phone"] or "",
    )
    return answers, errors, meant
