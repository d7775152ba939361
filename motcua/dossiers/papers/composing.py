"""What a paper says, from the dossier as it is when the paper is drawn and from the line that owes it.

Papers are Vietnamese whatever the reader's language: their words are the law's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.accounts.models import Account
from motcua.agencies import queries as agencies
from motcua.agencies.models import Agency
from motcua.common import words
from motcua.documents.drawing import Drawing, Signing
from motcua.documents.kinds import KINDS
from motcua.documents.models import IssuedPaper, Letterhead
from motcua.documents.places import filled
from motcua.documents.signing.keys import Signatory
from motcua.documents.signing.sealing import Place

from ..lifecycle import OWNER_SIDE
from ..models import Dossier, HistoryLine, Party
from ..states import PartyRole

Block = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """What every composer reads; `line` owes the paper, `said` are its words."""

    paper: IssuedPaper
    agency: Agency
    dossier: Dossier
    line: HistoryLine | None
    parties: dict[str, Party]
    said: dict[str, str]

    def moment(self, name: str) -> datetime | None:
        """A moment among the line's facts."""
        told = self.line.facts.get(name) if self.line else None
        return datetime.fromisoformat(told) if told else None


@dataclass(frozen=True)
class Body:
    """What one kind of paper adds: its blocks, and the title of who signs for the agency; their name if `named`."""

    blocks: list[Block]
    signer: str = ""
    beside: tuple[Signing, ...] = ()
    title: str = ""
    subtitle: str = ""
    landscape: bool = False
    named: bool = True


Composer = Callable[[Facts], Body]


def facts_of(paper: IssuedPaper) -> Facts:
    """Everything that the composer of this paper reads."""
    tie = paper.tie
    line = tie.line
    said = line.words.words if line and hasattr(line, "words") else {}
    parties = {party.role: party for party in tie.dossier.parties.all()}
    return Facts(paper, agencies.agency(paper.agency_id), tie.dossier, line, parties, said)


def headed_by(agency: Agency, letterhead: Letterhead | None) -> Drawing:
    """A drawing with nothing but the heading of an agency, as its letterhead has it."""
    above = agency.parent.name if agency.parent else ""
    return Drawing(
        agency=(letterhead.heading if letterhead else "") or agency.name,
        parent=(letterhead.parent if letterhead else "") or above,
        place=agency.unit.name,
        blocks=[],
        letterhead=letterhead,
    )


def signing(letterhead: Letterhead | None, title: str, name: str, places: tuple[Place, ...]) -> Signing:
    """The place of who signs for the agency; one that signs by hand leaves room for it."""
    title = (letterhead.signer_title if letterhead else "") or title
    if letterhead is not None and letterhead.by_hand:
        return Signing(title, name, "(Ký, đóng dấu)")
    return Signing(title, name, places=places)


def own_words(letterhead: Letterhead | None, facts: "Facts") -> list[Block]:
    """The agency's own last paragraph, its places filled."""
    if letterhead is None or not letterhead.paragraph:
        return []
    dossier = facts.dossier
    owner, submitter = facts.parties.get(PartyRole.OWNER), facts.parties.get(PartyRole.SUBMITTER)
    values = {
        "ma_ho_so": dossier.code or "",
        "thu_tuc": dossier.procedure.name,
        "chu_ho_so": owner.name if owner else "",
        "nguoi_nop": submitter.name if submitter else "",
        "hen_tra": when(dossier.due_at or dossier.promised_at),
    }
    return [text(filled(letterhead.paragraph, values))]


def seal_of(agency: Agency, at: datetime) -> Place:
    """Where the agency's seal stands."""
    return Place("Seal", f"Chữ ký số của {agency.name}", Signatory(f"seal-{agency.code_on(at.date())}", agency.name))


def signings_of(facts: Facts, body: Body, letterhead: Letterhead | None) -> tuple[Signing, ...]:
    """Who signs for the agency, and with which keys, or by hand."""
    kind = KINDS[facts.paper.kind]
    if not kind.sealed:
        return ()
    actor = facts.line.actor if facts.line and facts.line.role not in OWNER_SIDE else None
    places = [seal_of(facts.agency, facts.paper.owed_at)]
    if kind.officer and actor is not None:
        places.append(signature_of(actor))
    name = actor.full_name if actor and body.named else ""
    return (signing(letterhead, body.signer or "Đại diện cơ quan", name, tuple(places)),)


def signature_of(account: Account) -> Place:
    """Where the person who decided signs."""
    key = f"officer-{account.login or account.pk}"
    return Place("Signature", f"Chữ ký số của {account.full_name}", Signatory(key, account.full_name))


def rows(*pairs: tuple[str, object]) -> Block:
    """Lines “label: value”; what is empty is left out."""
    return {"type": "rows", "rows": [[label, str(value)] for label, value in pairs if value not in {None, ""}]}


def text(said: str) -> Block:
    """A paragraph."""
    return {"type": "text", "text": said}


def heading(said: str) -> Block:
    """A heading of a part."""
    return {"type": "heading", "text": said}


def table(columns: list[str], widths: list[float], body: list[list[str]], aligns: str = "") -> Block:
    """A table; `aligns` has one letter a column, l or r."""
    return {
        "type": "table",
        "columns": columns,
        "widths": widths,
        "aligns": list(aligns or "l" * len(columns)),
        "rows": body,
    }


def person_rows(facts: Facts) -> Block:
    """Who handed in and whose dossier it is."""
    submitter, owner = facts.parties.get(PartyRole.SUBMITTER), facts.parties.get(PartyRole.OWNER)
    pairs: list[tuple[str, object]] = [
        ("Mã hồ sơ", facts.dossier.code),
        ("Thủ tục", f"{facts.dossier.procedure.name} ({facts.dossier.procedure.code})"),
    ]
    if submitter is not None:
        pairs += [
            ("Người nộp", f"{submitter.name} ({CHANNELS[facts.dossier.channel]})"),
            ("Số định danh", words.id_number(submitter.id_number) if submitter.id_number else ""),
            ("Điện thoại", words.phone(submitter.phone)),
            ("Thư điện tử", submitter.email),
            ("Địa chỉ", submitter.address),
        ]
    if owner is not None:
        pairs += [("Chủ hồ sơ", owner.name), ("Địa chỉ của chủ hồ sơ", owner.address)]
    return rows(*pairs)


CHANNELS = {"online": "nộp trên mạng", "counter": "nộp tại quầy", "post": "nộp qua bưu chính"}


def desk_rows(facts: Facts) -> Block:
    """Where to come and whom to call."""
    desk = facts.dossier.receiving
    return rows(
        ("Nơi tiếp nhận", desk.name),
        ("Địa chỉ", ", ".join(part for part in (desk.room, desk.address) if part)),
        ("Giờ làm việc", agencies.hours_in_words(desk, timezone.localdate(facts.paper.owed_at))),
        ("Điện thoại", words.phone(desk.phone)),
    )


def when(moment: datetime | None) -> str:
    """A moment in full, or that there is none."""
    return words.moment(moment) if moment else ""
