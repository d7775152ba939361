"""The register of issued papers: a page of it, and one paper with what replaced it and who looked at it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.utils import timezone

from motcua.accounts.models import Role
from motcua.agencies.models import AgencyCode
from motcua.documents.kinds import KINDS
from motcua.documents.models import IssuedPaper, PaperState

from .. import reissuing
from ..lifecycle import Who
from ..models import Dossier, Look, Party
from ..standing import standing
from ..states import PartyRole
from .page import Event, events_of
from .papers import TOKEN
from .worklist import MOST, Desk, Key

PAGE = 20
KEEPERS = (Role.INTAKE, Role.APPROVER, Role.CHAIR, Role.RETURNER, Role.HANDLER)
MOST_LOOKS = 100
# “12”, “12/TNHT”, “12/TNHT 2026”; the dossier's code as a list shows it: “261109-0001”.
NUMBER = re.compile(r"(?:số )?(?P<number>\d{1,9})(?:/(?P<symbol>\S+))?(?: (?P<year>\d{4}))?", re.IGNORECASE)
CODE_END = re.compile(r"\d{6}-\d{4,}")
UNSIGNED = Q(file=None) | Q(by_hand=True, hand_signed_on=None)
STATES = {
    PaperState.VALID: Q(superseded_at=None, revoked_at=None) & ~UNSIGNED,
    PaperState.SUPERSEDED: Q(superseded_at__isnull=False, revoked_at=None),
    PaperState.REVOKED: Q(revoked_at__isnull=False),
    PaperState.OWED: Q(superseded_at=None, revoked_at=None) & UNSIGNED,
}


@dataclass(frozen=True)
class Asked:
    """What the officer looks for; what is empty narrows nothing."""

    text: str = ""
    kind: str = ""
    state: str = ""
    year: int | None = None


@dataclass(frozen=True)
class IssuedRow:
    """A paper with the code of its dossier and whose dossier that is."""

    paper: IssuedPaper
    code: str
    owner: str


@dataclass(frozen=True)
class IssuedList:
    """A page of the register; `count` goes no further than `MOST` + 1."""

    rows: tuple[IssuedRow, ...]
    following: Key | None
    count: int


def issued_list(desk: Desk, asked: Asked, *, after: Key | None = None) -> IssuedList:
    """The newest papers of the officer's agencies that fit, a page of them."""
    found = _issued().filter(_found(desk, asked.text), _narrowed(asked))
    count = found[: MOST + 1].count()
    if after is not None:
        found = found.filter(owed_at__lte=after.moment).filter(Q(owed_at__lt=after.moment) | Q(id__lt=after.id))
    rows = _rows(found.order_by("-owed_at", "-id")[: PAGE + 1])
    last = rows[PAGE - 1].paper if len(rows) > PAGE else None
    return IssuedList(tuple(rows[:PAGE]), Key(0, last.owed_at, last.id) if last else None, count)


def _issued() -> QuerySet[IssuedPaper]:
    """What an office issued: the print of somebody's draft is theirs alone."""
    return IssuedPaper.objects.exclude(kind="filled", tie__line=None)


def _found(desk: Desk, text: str) -> Q:
    """The condition of a search: a paper's number, or a dossier's code, whole or from its date on."""
    mine, text = desk.where(*KEEPERS), " ".join(text.split())
    if not text:
        return Q(agency__in=mine)
    if named := NUMBER.fullmatch(text):
        return Q(agency__in=mine) & _numbered(**named.groupdict())
    open_here = Dossier.objects.at_desk_of(desk.account, timezone.localdate(desk.at)).values("pk")
    here = Q(agency__in=mine) | Q(tie__dossier__in=open_here)
    return here & Q(tie__dossier__in=Dossier.objects.filter(code__in=_codes(text.upper(), mine)).values("pk"))


def _numbered(number: str, symbol: str | None, year: str | None) -> Q:
    condition = Q(number=int(number))
    if symbol:
        kinds = [kind.code for kind in KINDS.values() if kind.symbol == symbol.upper()]
        condition &= Q(kind__in=kinds) | Q(data__symbol__iexact=symbol)
    return condition & Q(year=int(year)) if year else condition


def _codes(text: str, mine: Collection[UUID]) -> list[str]:
    """The whole codes that are meant, so that the index of codes finds them; without an agency's part, of one's own."""
    if not CODE_END.fullmatch(text):
        return [text]
    own = AgencyCode.objects.filter(Q(agency__in=mine) | Q(agency__desk__in=mine))
    return [f"{code}-{text}" for code in own.values_list("code", flat=True)]


def _narrowed(asked: Asked) -> Q:
    condition = Q(kind=asked.kind) if asked.kind in KINDS else Q()
    if asked.state in STATES:
        condition &= STATES[PaperState(asked.state)]
    return condition & Q(year=asked.year) if asked.year else condition


def _rows(found: QuerySet[IssuedPaper]) -> list[IssuedRow]:
    """Rows without what the papers were drawn from: a list needs only how each is called and numbered."""
    owner = Party.objects.filter(dossier=OuterRef("tie__dossier"), role=PartyRole.OWNER).values("name")
    shown = found.select_related("agency").defer("data")
    rows = []
    for paper in shown.annotate(
        symbol=KT("data__symbol"), named=KT("data__named"), code=F("tie__dossier__code"), owner=Subquery(owner)
    ):
        told: Any = paper
        paper.data = {"symbol": told.symbol, "named": told.named}
        rows.append(IssuedRow(paper, told.code or "", told.owner or ""))
    return rows


@dataclass(frozen=True)
class IssuedPage:
    """One paper as an officer reads it.

    `before` and `after` are the papers that replaced each other, the nearest first; `hindrance` says why it is not
    replaced now, to whom may replace it.
    """

    paper: IssuedPaper
    dossier: Dossier | None
    opens: bool
    before: tuple[IssuedPaper, ...]
    after: tuple[IssuedPaper, ...]
    events: tuple[Event, ...]
    looks: tuple[Look, ...]
    may_revoke: bool
    may_replace: bool
    hindrance: str


def issued_paper(desk: Desk, token: str) -> IssuedPaper | None:
    """The paper of a token, if one of the officer's agencies issued it or its dossier opens at their desk."""
    if not TOKEN.fullmatch(token):
        return None
    beside = ("agency", "file", "replaces", "replaced_by", "tie__dossier", "tie__line")
    paper = _issued().select_related(*beside).filter(token=token).first()
    if paper is None or not (paper.agency_id in desk.where(*KEEPERS) or _opens(desk, paper)):
        return None
    return paper


def _opens(desk: Desk, paper: IssuedPaper) -> bool:
    if not hasattr(paper, "tie"):
        return False
    mine = Dossier.objects.at_desk_of(desk.account, timezone.localdate(desk.at))
    return mine.filter(pk=paper.tie.dossier_id).exists()


def issued_page(desk: Desk, paper: IssuedPaper) -> IssuedPage:
    """Everything about a paper loaded by `issued_paper`."""
    tie = getattr(paper, "tie", None)
    if tie is None:
        return IssuedPage(paper, None, False, (), (), (), (), False, False, "")
    roles = standing(tie.dossier, desk.account, desk.at)
    may_replace = reissuing.replacer(tie, roles, desk.account) is not None
    return IssuedPage(
        paper=paper,
        dossier=tie.dossier,
        opens=_opens(desk, paper),
        before=tuple(_chain(paper, "replaces")),
        after=tuple(_chain(paper, "replaced_by")),
        events=tuple(_about(paper, tie.dossier)),
        looks=tuple(_looks(paper, tie.dossier)),
        may_revoke=Who.APPROVER in roles and paper.revoked_at is None,
        may_replace=may_replace,
        hindrance=reissuing.hindrance(tie) if may_replace else "",
    )


def _chain(paper: IssuedPaper, way: str) -> list[IssuedPaper]:
    found = []
    following = getattr(paper, way, None)
    while following is not None:
        found.append(following)
        following = getattr(following, way, None)
    return found


def _about(paper: IssuedPaper, dossier: Dossier) -> list[Event]:
    """The lines of the history that name the paper, newest first."""
    key = str(paper.pk)
    return [event for event in events_of(dossier) if key in {event.facts.get("paper"), event.facts.get("new")}]


def _looks(paper: IssuedPaper, dossier: Dossier) -> list[Look]:
    if paper.file_id is None:
        return []
    found = Look.objects.filter(dossier=dossier, file_id=paper.file_id).select_related("account")
    return list(found.order_by("-at", "-id")[:MOST_LOOKS])
