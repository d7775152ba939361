"""From a paper that is owed to the file: drawn, signed, stored, once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from typst import TypstError

from . import storing
from .kinds import KINDS
from .models import IssuedPaper, Letterhead, PaperState
from .rendering import TEMPLATE, render
from .signing.keys import KeyMissing, KeyStore, Signatory, key_store
from .signing.sealing import Place, sign

log = logging.getLogger("motcua.papers")
NOT_DRAWN = "Không vẽ được, người vận hành cần xem nhật ký"
UNSTAMPED = "Chữ ký không kèm dấu thời gian"
TRIAL = "Khóa ký thử (demo), không có giá trị pháp lý"


@dataclass(frozen=True)
class Signing:
    """One place under a paper: its title, who stands there, and with which keys they sign; none signs by hand."""

    title: str
    name: str = ""
    hint: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """What a paper says: the heading of its agency, blocks of the body, and who signs."""

    agency: str
    parent: str
    place: str
    blocks: list[dict[str, Any]]
    signings: tuple[Signing, ...] = ()
    title: str = ""
    subtitle: str = ""
    landscape: bool = False
    qr: bool = True
    letterhead: Letterhead | None = None

    @property
    def by_hand(self) -> bool:
        """Whether the agency prints its papers and signs them by hand."""
        return self.letterhead is not None and self.letterhead.by_hand


Compose = Callable[[IssuedPaper], Drawing]


def draw(paper_id: UUID, compose: Compose, *, at: datetime) -> IssuedPaper | None:
    """Draw and sign a paper that is owed, in the caller's transaction; None where there is nothing to do any more.

    Where a key is missing the paper goes on waiting and says why: nothing leaves unsigned.
    """
    paper = IssuedPaper.objects.select_for_update(of=("self",)).get(pk=paper_id)
    if paper.state is not PaperState.OWED:
        return None
    keys = key_store()
    drawing = compose(paper)
    paper.data |= data_of(drawing, paper.name, keys, at) | _own(paper, drawing)
    paper.by_hand = drawing.by_hand and KINDS[paper.kind].sealed
    places = [place for signing in drawing.signings for place in signing.places]
    try:
        pdf = render(paper.data, at=at, logo=logo_of(drawing.letterhead))
        pdf = sign(pdf, places, keys) if places else pdf
    except (KeyMissing, TypstError) as wrong:
        paper.waits_for = str(wrong)[:240] if isinstance(wrong, KeyMissing) else NOT_DRAWN
        paper.save(update_fields=["waits_for"])
        log.warning("paper %s waits: %s", paper.pk, wrong)
        return None
    name = f"{paper.kind}-{paper.number or ''}-{paper.year}".replace("--", "-")
    paper.file = storing.keep(pdf, name=f"{name}.pdf", content_type="application/pdf", at=at)
    paper.template, paper.issued_at, paper.waits_for = TEMPLATE, at, ""
    paper.save(update_fields=["data", "file", "template", "issued_at", "waits_for", "by_hand"])
    return paper


def trial_of(drawing: Drawing, name: str, at: datetime) -> bytes:
    """The paper to be looked at, marked as that; places for signatures stay empty.

    :raises TypstError: it cannot be drawn.
    """
    unsigned = replace(drawing, signings=tuple(replace(one, places=()) for one in drawing.signings))
    data = data_of(unsigned, name, key_store(), at) | {"trial": True}
    return render(data, at=at, logo=logo_of(drawing.letterhead))


def address_of(paper: IssuedPaper) -> str:
    """The whole address in the paper's QR."""
    return settings.PUBLIC_URL + path_of(paper)


def path_of(paper: IssuedPaper) -> str:
    """The path of that address."""
    name = "portal:paper" if KINDS[paper.kind].public else "desk:paper"
    return reverse(name, args=[paper.token])


def logo_of(letterhead: Letterhead | None) -> bytes:
    """The agency's logo; empty where it has none."""
    if letterhead is None or letterhead.logo is None:
        return b""
    with storing.open_file(letterhead.logo) as opened:
        return opened.read()


def data_of(drawing: Drawing, name: str, keys: KeyStore, at: datetime) -> dict[str, Any]:
    """What the template reads, without what only a numbered paper has."""
    day = timezone.localdate(at)
    signed = any(signing.places for signing in drawing.signings)
    return {
        "title": drawing.title or name,
        "subtitle": drawing.subtitle,
        "agency": drawing.agency,
        "parent": drawing.parent,
        "number": "",
        "place_date": f"{drawing.place}, ngày {day:%d} tháng {day:%m} năm {day:%Y}" if drawing.place else "",
        "demo": settings.DEMO or (signed and keys.demo),
        "landscape": drawing.landscape,
        "blocks": drawing.blocks,
        "signatures": [_told(signing, keys, at) for signing in drawing.signings],
        "qr": "",
        "qr_words": "",
    }


def _own(paper: IssuedPaper, drawing: Drawing) -> dict[str, Any]:
    """Its number, where its code leads, and the letterhead that it bears."""
    return {
        "number": paper.said_number,
        "blocks": [*_instead_of(paper), *drawing.blocks],
        "letterhead": str(drawing.letterhead.pk) if drawing.letterhead else "",
        "qr": address_of(paper) if drawing.qr else "",
        "qr_words": "Quét mã hoặc mở địa chỉ này để kiểm tra tờ giấy còn giá trị không."
        if KINDS[paper.kind].public
        else "Mã dành cho cán bộ: mở trang của hồ sơ sau khi đăng nhập.",
    }


def _instead_of(paper: IssuedPaper) -> list[dict[str, Any]]:
    """Which paper this one replaces: the nearest that was drawn. A form that is only printed again names none."""
    before = paper.replaces if KINDS[paper.kind].sealed else None
    while before is not None and before.issued_at is None:
        before = before.replaces
    if before is None or before.issued_at is None:
        return []
    number = f"số {before.said_number} " if before.number else f"{before.name} "
    return [{"type": "text", "text": f"Thay cho {number}ngày {timezone.localdate(before.issued_at):%d/%m/%Y}."}]


def _told(signing: Signing, keys: KeyStore, at: datetime) -> dict[str, Any]:
    return {
        "title": signing.title,
        "name": signing.name,
        "hint": signing.hint,
        "place_date": "",
        "fields": [{"name": place.field, "lines": _lines(place.who, keys, at)} for place in signing.places],
    }


def _lines(who: Signatory, keys: KeyStore, at: datetime) -> list[str]:
    """What a digital signature shows (Nghị định 30/2020/NĐ-CP, appendix I): who, and when."""
    local = timezone.localtime(at)
    shown = [f"Ký bởi: {who.name}", f"Thời gian ký: {local:%d/%m/%Y %H:%M:%S} {local:%z}"]
    return [*shown, *([] if settings.TSA_URL else [UNSTAMPED]), *([TRIAL] if keys.demo else [])]
