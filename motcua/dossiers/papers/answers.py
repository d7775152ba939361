"""The answer itself, drawn from a template; and the slip that goes with an answer that is a file of its own."""

from motcua.common import words
from motcua.documents.drawing import Signing

from ..results import TEMPLATES, body_of
from ..states import PartyRole
from .composing import Body, Composer, Facts, desk_rows, heading, person_rows, rows, text
from .slips import BY_HAND


def result(facts: Facts) -> Body:
    """What the template says of the values that were agreed to."""
    answer = facts.dossier.result
    template = TEMPLATES[answer.template]
    return Body(body_of(template, answer.values), signer=template.signer, title=template.name)


def handing(facts: Facts) -> Body:
    """The return slip: which result, and the hash by which its file is known, since nothing is added to the file."""
    answer = facts.dossier.result
    file = answer.file
    recipient = facts.parties.get(PartyRole.RECIPIENT)
    return Body(
        [
            person_rows(facts),
            heading("Kết quả"),
            rows(
                ("Số", answer.number),
                ("Ngày", words.date_only(answer.dated_on)),
                ("Tệp", f"{file.name} ({words.size(file.size)})" if file else ""),
                ("SHA-256 của tệp", file.sha256 if file else ""),
                ("Không có tệp vì", answer.no_file_reason if not file else ""),
                ("Người nhận", recipient.name if recipient else ""),
            ),
            *([text("Tệp kết quả được giữ nguyên. Mở địa chỉ dưới mã, chọn tệp để so.")] if file else []),
            desk_rows(facts),
        ],
        signer="Cơ quan trả kết quả",
        named=False,
        beside=(Signing("Người nhận kết quả", recipient.name if recipient else "", BY_HAND),),
    )


COMPOSERS: dict[str, Composer] = {"result": result, "return": handing}
