"""How every verb moves a dossier: find the row, ask its checks, write the line, publish."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.accounts.models import Account
from motcua.common.events import publish

from .. import chain, clock, lifecycle
from ..checks import Act
from ..lifecycle import Action, Blocked, Move, Who
from ..models import Dossier, HistoryLine, HistoryWords, LineKind
from ..numbering import next_code
from ..standing import standing
from ..states import Status
from . import papers

MOVED = (  # what verbs change in a dossier's row; the rest of it stays as it was filed
    *("status", "code", "stage", "stage_at", "held_by", "term_amount", "term_unit", "term_ground"),
    *("receiving_agency", "resolving_agency", "filed_at", "check_from", "accept_by", "promised_at", "accepted_at"),
    *("term_from", "extension_days", "due_at", "withdrawal_by", "ended_at", "returned_at"),
)


@dataclass(frozen=True)
class Step:
    """A permitted action that is not written yet."""

    move: Move
    who: Who
    act: Act
    agency_id: Any
    source: int | None
    words: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def permit(
    dossier: Dossier,
    action: Action,
    *,
    by: Account | None,
    at: datetime,
    words: dict[str, str] | None = None,
    **given: Any,
) -> Step:
    """Find the row and ask its checks; nothing is written. `given` is what the checks read beside the words.

    :raises lifecycle.NotAllowed: no row lets this account do this now.
    :raises lifecycle.Blocked: a check says why not yet.
    """
    roles = standing(dossier, by, at)
    move, who = lifecycle.find(dossier.status, action, roles.keys())
    act = Act(by, at, frozenset(roles), words or {}, given)
    problems = [problem for check in move.checks for problem in check(dossier, act)]
    if problems:
        raise Blocked(problems)
    return Step(move, who, act, roles[who], dossier.status, act.words)


def record(dossier: Dossier, step: Step, facts: dict[str, Any] | None = None) -> HistoryLine:
    """Wind the clock, write the line of a step into the chain and publish it; the dossier is saved as it is now."""
    wound = clock.wind(dossier, step.move.action, step.move.clock, step.act.at)
    if step.move.target is not None:
        dossier.status = step.move.target
    if dossier.status == Status.FILED and dossier.code is None:
        dossier.code = next_code(dossier.resolving, step.act.at)  # last of all: its counter stays locked
    save_moved(dossier)
    line = write_line(dossier, step, wound | (facts or {}))
    publish(f"dossier.{step.move.action}", line=str(line.pk))
    for revoked in papers.follow(dossier, line):
        note_fact(dossier, Fact("paper_revoked", papers.facts_of(revoked), quiet=True), by=None, at=line.at)
    return line


def save_moved(dossier: Dossier) -> None:
    """Save what verbs change."""
    dossier.save(update_fields=MOVED)


def write_line(dossier: Dossier, step: Step, facts: dict[str, Any]) -> HistoryLine:
    """Append the line of a move."""
    line = HistoryLine(
        dossier=dossier,
        kind=LineKind.MOVE,
        action=step.move.action,
        source=step.source,
        target=step.move.target,
        at=step.act.at,
        actor=step.act.by,
        role=step.who,
        agency_id=step.agency_id,
        facts=facts,
    )
    return _append(line, step.words, first=step.move.action == Action.FILE)


@dataclass(frozen=True)
class Fact:
    """Something that moves nothing: its word, what of it is ids, codes, amounts and moments, and its words.

    `quiet`: nothing follows from it, so no job is queued.
    """

    word: str
    facts: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    quiet: bool = False


def note_fact(
    dossier: Dossier, fact: Fact, *, by: Account | None, at: datetime, role: str = Who.SYSTEM, agency_id: Any = None
) -> HistoryLine:
    """Append a fact and publish it; the dossier is locked by the caller."""
    line = HistoryLine(
        dossier=dossier,
        kind=LineKind.FACT,
        action=fact.word,
        at=at,
        actor=by,
        role=role,
        agency_id=agency_id,
        facts=fact.facts,
    )
    line = _append(line, fact.words)
    if not fact.quiet:
        publish(f"dossier.{fact.word}", line=str(line.pk))
    return line


def _append(line: HistoryLine, words: dict[str, str], *, first: bool = False) -> HistoryLine:
    """Chain the line to the last one; the dossier's row is locked by the caller, so numbers never collide.

    A clock that runs behind another machine's never dates a line before the one it follows.
    """
    last = None if first else line.dossier.history.order_by("-number").first()
    words = {key: value for key, value in words.items() if value}
    salt = chain.new_salt()
    line.format = chain.FORMAT
    line.number = last.number + 1 if last else 1
    line.at = max(line.at, last.at) if last else line.at
    line.words_digest = chain.words_digest(salt, words) if words else ""
    line.previous_hash = last.hash if last else ""
    line.hash = chain.hash_of(line)
    line.save(force_insert=True)
    if words:
        HistoryWords.objects.create(line=line, salt=salt, words=words)
    line.dossier.__dict__.pop("_last_move", None)
    return line
