"""The form with its answers, as on paper; the same definition gives the blank one."""

from motcua.documents.drawing import Signing
from motcua.eforms import queries as eforms

from ..states import PartyRole
from .composing import Block, Body, Composer, Facts, desk_rows, heading, person_rows, rows, text
from .slips import BY_HAND


def filled(facts: Facts) -> Body:
    """Every answer under its section; at the counter, where nothing was asked, who the parties are."""
    dossier = facts.dossier
    form = eforms.form(dossier.form_version_id)
    answers = dossier.current_answers()
    blocks: list[Block] = [text(f"Kính gửi: {facts.agency.name}")]
    if dossier.code:
        blocks.append(rows(("Mã hồ sơ", dossier.code), ("Thủ tục", dossier.procedure.name)))
    else:
        blocks += _unfiled(facts)
    for section in form.sections:
        told = form.told(section, answers)
        if told:
            blocks.append(heading(section.title))
        for group, pairs in told:
            blocks += [{"type": "strong", "text": group}] if group else []
            blocks.append(rows(*pairs))
    if not answers:
        blocks.append(person_rows(facts))
    if not dossier.code and dossier.is_to_print:
        blocks += [heading("Nộp tờ khai này ở đâu"), desk_rows(facts)]
    submitter = facts.parties.get(PartyRole.SUBMITTER)
    name = submitter.name if submitter else dossier.started_by.full_name
    return Body(blocks, title=form.title, beside=(Signing("Người khai", name, BY_HAND),))


def _unfiled(facts: Facts) -> list[Block]:
    """Of a draft: for which procedure, by which code the counter finds it, and that nobody has received it."""
    said = "Tờ khai chưa nộp."
    if facts.dossier.is_to_print:
        said += " Ký tên rồi nộp ở nơi tiếp nhận ghi ở cuối tờ khai."
    code = rows(
        ("Thủ tục", facts.dossier.procedure.name), ("Mã để quầy gõ khi không quét được", facts.paper.said_typed)
    )
    return [code, {"type": "note", "text": said}]


COMPOSERS: dict[str, Composer] = {"filled": filled}
