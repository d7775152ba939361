"""What an officer's page of one dossier shows, and which actions it offers."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from motcua import deadlines
from motcua.agencies.queries import calendar_of
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import PaperPage, StagePage, version_page
from motcua.documents.models import StoredFile
from motcua.eforms import queries as eforms
from motcua.eforms.form import Form

from .. import checks, promises
from ..checks import Act
from ..lifecycle import Action, open_to
from ..models import Dossier, HandedPaper, Party
from ..stages import stages_of
from ..states import PartyRole, Status
from .page import CitizenPage, FilePage, citizen_page, sent_files

PLACE = frozenset(
    {
        *(checks.on_own_stage, checks.on_last_stage, checks.another_stage_follows, checks.a_stage_came_before),
        *(checks.just_handed_over, checks.before_acceptance, checks.after_acceptance, checks.once, checks.in_time),
        *(checks.overdue, checks.still_unanswered, checks.asked_it_or_approves, checks.approver_after_a_request),
        *(checks.came_from_the_desk, checks.may_still_decline, checks.rule_says_stop, checks.refused_by_rule),
        *(checks.another_person, checks.ended_before_acceptance, checks.ended_after_acceptance),
        checks.version_says_fee_first,
    }
)
"""Checks that say “not here”: the action is not offered at all."""

ASKED = frozenset(
    {
        *(checks.reason_given, checks.reason_and_ground, checks.collector_known, checks.term_known),
        *(checks.newer_version_settled, checks.items_with_reasons, checks.another_agency_named, checks.days_stated),
        *(checks.new_day_stated, checks.giving_back_listed, checks.money_is_owed, checks.ground_given),
        *(checks.new_result_given, checks.nothing_left_the_house),
    }
)
"""Checks that ask for words: the action's page has the fields for them."""


@dataclass(frozen=True)
class Offer:
    """An action that is open to the officer; `problems` say in words why not yet."""

    action: Action
    problems: tuple[str, ...]


@dataclass(frozen=True)
class PaperHeld:
    """A paper of the case with what was handed in of it."""

    paper: PaperPage
    files: tuple[FilePage, ...]
    handed: tuple[HandedPaper, ...]


@dataclass(frozen=True)
class StageAt:
    """The stage at hand, its place among how many, and the one after it."""

    stage: StagePage
    number: int
    count: int
    following: StagePage | None


@dataclass(frozen=True)
class DeskPage:
    """Everything of one dossier that an officer reads."""

    page: CitizenPage
    until: datetime | None
    calendar: deadlines.Calendar
    explanation: tuple[deadlines.Day, ...]
    form: Form
    answers: dict[str, Any]
    papers: tuple[PaperHeld, ...]
    other_files: tuple[FilePage, ...]
    people: tuple[tuple[Party, ...], ...]
    stage: StageAt | None


def desk_page(dossier: Dossier, at: datetime) -> DeskPage:
    """The page of a dossier loaded by `with_surroundings`."""
    page = citizen_page(dossier, at)
    checking = dossier.status == Status.FILED
    agency = dossier.receiving if checking else dossier.resolving
    calendar = calendar_of(agency, timezone.localdate(at))
    papers, others = _papers(dossier, page.files)
    return DeskPage(
        page=page,
        until=running_until(dossier),
        calendar=calendar,
        explanation=_why_check(dossier) if checking else page.explanation,
        form=eforms.form(dossier.form_version_id),
        answers=dossier.current_answers(),
        papers=papers,
        other_files=others,
        people=_people(page.parties),
        stage=_stage(dossier),
    )


def running_until(dossier: Dossier) -> datetime | None:
    """When the clock that runs for the office ends: the acceptance check, then the term."""
    match dossier.status:
        case Status.FILED:
            return dossier.accept_by
        case Status.ACCEPTED | Status.PROCESSING:
            return dossier.due_at
    return None


def _why_check(dossier: Dossier) -> tuple[deadlines.Day, ...]:
    if dossier.filed_at is None:
        return ()
    return promises.hours_check(dossier, dossier.check_from or dossier.filed_at).explanation


def _papers(dossier: Dossier, files: tuple[FilePage, ...]) -> tuple[tuple[PaperHeld, ...], tuple[FilePage, ...]]:
    case = version_page(dossier.version_id).case(dossier.case_id)
    listed = [paper for paper in case.papers if paper.kind != PaperKind.NOTE] if case else []
    handed = list(dossier.handed_papers.order_by("form"))
    held = tuple(
        PaperHeld(
            paper=paper,
            files=tuple(file for file in files if file.paper_id == paper.id),
            handed=tuple(row for row in handed if row.paper_id == paper.id),
        )
        for paper in listed
    )
    known = {paper.id for paper in listed}
    return held, tuple(file for file in files if file.paper_id not in known)


def _people(parties: dict[str, Party]) -> tuple[tuple[Party, ...], ...]:
    """The parties, those of one and the same person together: owner, submitter, recipient."""
    people: dict[tuple[str, str, str], list[Party]] = {}
    for role in (PartyRole.OWNER, PartyRole.SUBMITTER, PartyRole.REPRESENTATIVE, PartyRole.RECIPIENT):
        if party := parties.get(role):
            people.setdefault((party.name, party.id_number, party.phone), []).append(party)
    return tuple(tuple(same) for same in people.values())


def _stage(dossier: Dossier) -> StageAt | None:
    if dossier.status != Status.PROCESSING:
        return None
    count = len(stages_of(dossier.version_id))
    return StageAt(dossier.stage_now(), dossier.stage, count, dossier.stage_after())


def offers(dossier: Dossier, act: Act) -> tuple[Offer, ...]:
    """The rows of the lifecycle open to the officer in `act`, in the table's order."""
    found = []
    for move in open_to(dossier.status, act.roles):
        if any(check(dossier, act) for check in move.checks if check in PLACE):
            continue
        asking = [check for check in move.checks if check not in PLACE | ASKED]
        found.append(Offer(move.action, tuple(problem for check in asking for problem in check(dossier, act))))
    return tuple(found)


def may_prepare_result(dossier: Dossier, roles: Collection[str]) -> bool:
    """Whether the officer writes the result on the stage at hand; who approves it does not write it."""
    if dossier.status != Status.PROCESSING:
        return False
    stage = dossier.stage_now()
    draft = dossier.result_drafts.first() if dossier.has_result() else None
    contested = draft is not None and draft.is_contested  # a reply, or another result, is owed wherever it stands
    return stage.role in roles and (contested or not (stage.approves and dossier.has_result()))


def officers_file(dossier: Dossier, file_id: uuid.UUID) -> StoredFile | None:
    """A file that an officer of the dossier may fetch: what was handed in, issued papers, and the result."""
    theirs = Q(pk__in=sent_files(dossier).values("file")) | Q(paper__tie__dossier=dossier)
    attached = StoredFile.objects.filter(theirs, pk=file_id).first()
    result = getattr(dossier, "result", None)
    if attached is None and result is not None and result.file_id == file_id:
        return result.file  # type: ignore[no-any-return]
    return attached
