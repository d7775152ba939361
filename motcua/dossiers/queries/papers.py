"""Questions about issued papers: what anybody may know of one, what a dossier has, what a paper with this hash is."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.documents.kinds import KINDS
from motcua.documents.models import IssuedPaper, Letterhead, PaperState, StoredFile

from ..models import Dossier, DossierPaper, Party, ReplacedResult, Result
from ..states import PartyRole, Status

TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class CheckedPaper:
    """What the public page tells: nothing personal but initials, and the last two digits of the code."""

    paper: IssuedPaper
    dossier: Dossier | None
    code_end: str
    initials: str
    unfiled: bool
    since: datetime | None

    @property
    def state(self) -> PaperState:
        """What the paper is worth now."""
        return self.paper.state


def checked_paper(token: str) -> CheckedPaper | None:
    """The paper of a public address; None for what is unknown, malformed, internal or not drawn yet. Never cached."""
    if not TOKEN.fullmatch(token):
        return None
    found = IssuedPaper.objects.select_related("agency", "file", "replaced_by").filter(token=token).first()
    if found is None or not KINDS[found.kind].public:
        return None
    return _checked(found)


def _checked(paper: IssuedPaper) -> CheckedPaper:
    tie = DossierPaper.objects.select_related("dossier").filter(paper=paper).first()
    dossier = tie.dossier if tie else None
    draft = dossier is None or dossier.is_draft
    owner = Party.objects.filter(dossier=dossier, role=PartyRole.OWNER).first() if dossier and not draft else None
    return CheckedPaper(
        paper=paper,
        dossier=dossier,
        code_end="" if dossier is None or dossier.code is None else dossier.code[-2:],
        initials=initials(owner.name) if owner else "",
        unfiled=tie is not None and tie.line_id is None,
        since=paper.revoked_at or paper.superseded_at,
    )


def initials(name: str) -> str:
    """“N.T.A.” of Nguyễn Thị An."""
    return "".join(f"{part[0].upper()}." for part in name.split())


@dataclass(frozen=True)
class KnownFile:
    """What a file with this hash is here: an issued paper, or a result that was uploaded as it is."""

    checked: CheckedPaper | None
    agency: str
    issued_at: datetime
    state: PaperState
    since: datetime | None

    @property
    def signed(self) -> bool:
        """Whether it is signed as far as anybody may know; what was uploaded is the office's own word for it."""
        return self.checked is None or self.checked.paper.is_signed


def known_file(sha256: str) -> KnownFile | None:
    """What was issued with these very bytes; None where nothing was."""
    if not SHA256.fullmatch(sha256):
        return None
    paper = IssuedPaper.objects.select_related("agency", "file").filter(file__sha256=sha256).first()
    if paper is not None and paper.issued_at is not None:
        checked = _checked(paper) if KINDS[paper.kind].public else None
        return KnownFile(
            checked, paper.agency.name, paper.issued_at, paper.state, paper.revoked_at or paper.superseded_at
        )
    return _uploaded(sha256)


def _uploaded(sha256: str) -> KnownFile | None:
    """An uploaded result counts from the end of processing on; one that was replaced says so."""
    result = Result.objects.select_related("dossier__resolving_agency").filter(file__sha256=sha256).first()
    if result is not None and result.dossier.status in {Status.FINISHED, Status.RETURNED}:
        dossier = result.dossier
        assert dossier.ended_at is not None
        return KnownFile(None, dossier.resolving_agency.name, dossier.ended_at, PaperState.VALID, None)
    former = ReplacedResult.objects.select_related("dossier__resolving_agency").filter(file__sha256=sha256).first()
    if former is None:
        return None
    agency = former.dossier.resolving_agency.name
    return KnownFile(None, agency, former.replaced_at, PaperState.SUPERSEDED, former.replaced_at)


def digest_of(chunks: Iterable[bytes]) -> str:
    """SHA-256 in hex of what was uploaded to be compared; nothing of it is kept."""
    found = hashlib.sha256()
    for chunk in chunks:
        found.update(chunk)
    return found.hexdigest()


def kinds_of_the_person(dossier: Dossier) -> list[str]:
    """The kinds of paper that the owner side may hold: the result only once it was handed over."""
    kinds = [kind.code for kind in KINDS.values() if kind.public]
    return kinds if dossier.status == Status.RETURNED else [kind for kind in kinds if kind != "result"]


def papers_of(dossier: Dossier, *, internal: bool) -> list[IssuedPaper]:
    """The dossier's papers, newest first, those of the office only where `internal`; two at most are forms."""
    found = IssuedPaper.objects.select_related("file").filter(tie__dossier=dossier).order_by("-owed_at", "-id")
    kinds = list(KINDS) if internal else kinds_of_the_person(dossier)
    return list(found.filter(kind__in=kinds)[:100])


def desk_paper(token: str) -> IssuedPaper | None:
    """The paper of the office whose QR was scanned by somebody who signed in."""
    if not TOKEN.fullmatch(token):
        return None
    found = IssuedPaper.objects.select_related("tie__dossier", "file").filter(token=token).first()
    return found if found is not None and not KINDS[found.kind].public else None


def paper_to_sign(token: str) -> IssuedPaper | None:
    """A drawn paper of a dossier that is signed by hand; else None."""
    if not TOKEN.fullmatch(token):
        return None
    found = IssuedPaper.objects.select_related("tie__dossier").filter(token=token, by_hand=True)
    return found.filter(tie__isnull=False, file__isnull=False).first()


def paper_to_preview(code: str, agency_id: UUID, kind: str) -> IssuedPaper | None:
    """The newest paper of a dossier that this agency issued, of one kind or of any."""
    found = IssuedPaper.objects.select_related("tie__dossier").filter(tie__dossier__code=code, agency=agency_id)
    found = found.filter(kind=kind) if kind else found
    return found.filter(file__isnull=False).order_by("-owed_at", "-id").first()


def previewed_in(stored: StoredFile) -> Dossier | None:
    """The dossier whose paper a preview of a letterhead shows; None for a file that is no preview."""
    shown = Letterhead.objects.filter(preview=stored).values("preview_of")
    return Dossier.objects.filter(papers__paper__in=shown).first()


def registers_of(agency_ids: Iterable[object]) -> list[IssuedPaper]:
    """The newest fifty registers (07) of some agencies."""
    found = IssuedPaper.objects.select_related("agency", "file").filter(kind="07", agency_id__in=list(agency_ids))
    return list(found.order_by("-owed_at", "-id")[:50])
