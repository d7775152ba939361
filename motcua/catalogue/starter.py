"""Publishes the starter catalogue that the package carries, where it says something new."""

import hashlib
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from . import content, starter_shape
from .forms import Forms, follow_new_forms
from .models import Channel, Loading, TimeUnit
from .publishing import Offer, Outcome, publish_all
from .version_rules import stored

READER: Final = "2"
"""Counts up when this module reads the same file differently."""
OWN_WORDS: Final = {"origin": "shipped", "source": "Một Cửa"}
NAMES: Final = {
    "steps": "instructions",
    "search_words": "keywords",
    "in_person": "must_come",
    "form": "form_id",
    "class": "service_class",
    "decision": "decision_number",
}


def load_starter(*, at: datetime, folder: Path = starter_shape.FOLDER) -> Outcome:
    """Publish what changed in the shipped files or in the forms they use. Called on each start.

    :raises starter_shape.ShapeError: a file says something that cannot be read.
    """
    forms = Forms()
    digest = _digest(folder, forms)
    if Loading.objects.filter(name="starter", digest=digest).exists():
        return Outcome()
    offers = [Offer(code=said.code, content=content_of(said, forms)) for said in starter_shape.read_folder(folder)]
    with transaction.atomic():
        outcome = publish_all(offers, origin="shipped", at=at)
        follow_new_forms(at=at)
        Loading.objects.update_or_create(name="starter", defaults={"digest": digest, "at": at})
    return outcome


def _digest(folder: Path, forms: Forms) -> str:
    seen = hashlib.sha256(READER.encode())
    for path in sorted(folder.glob("*.yaml")):
        seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for code, version in sorted(forms.newest.items()):
        seen.update(f"{code}={version};".encode())
    return seen.hexdigest()


def content_of(said: starter_shape.Procedure, forms: Forms) -> content.Content:
    """A shipped procedure as content of a version."""
    return content.Content(
        name=said.name,
        official_name=said.official_name,
        keywords=said.search_words,
        summary=said.summary,
        in_brief=asdict(said.in_brief) if said.in_brief else {},
        field=content.Named(code=said.field.code, name=said.field.name),
        publisher=content.Named(code=said.publisher.code, name=said.publisher.name),
        level=said.level,
        service_class=said.class_,
        files_online=said.level >= 3,
        executing=said.executing,
        body=said.body,
        admin_levels=said.admin_levels,
        subjects=said.subjects,
        must_come=said.in_person,
        visits=said.visits,
        minutes=said.minutes,
        form_id=forms.of(said.form),
        form_name=said.form_name or "",
        decision_number=said.decision.number,
        decision_on=said.decision.date,
        results=tuple({"code": one.code, "name": one.name, "kind": one.kind} for one in said.results),
        legal=tuple({"number": one.number, "name": one.name} for one in said.legal),
        conditions=said.conditions or "",
        instructions=said.steps,
        rules=stored(said.rules),
        related=said.related,
        cases=tuple(_case(case) for case in said.cases),
        stages=tuple(
            content.Stage(name=one.name, role=one.role, share=one.share, approves=one.role in ("approver", "chair"))
            for one in said.stages
        ),
        sources=_sources(said),
        flags=tuple(sorted(_flags(said), key=content.flag_order)),
    )


def _case(said: starter_shape.Case) -> content.Case:
    return content.Case(
        name=said.name,
        channels=tuple(_channel(one) for one in _in_order(said)),
        papers=tuple(_paper(one) for one in said.papers),
    )


def _in_order(said: starter_shape.Case) -> list[starter_shape.Channel]:
    return sorted(said.channels, key=lambda one: Channel.values.index(one.channel))


def _channel(said: starter_shape.Channel) -> content.Channel:
    time = said.time
    usable = time.unit != "none" and (time.unit != TimeUnit.HOUR or bool(time.working_hours))
    return content.Channel(
        channel=said.channel,
        amount=time.amount if usable else None,
        unit=time.unit if usable else "",
        text=". ".join(text for text in (time.text, said.note) if text),
        fees=tuple(
            content.Fee(
                **{name: getattr(one, name) for name in ("kind", "amount", "per", "text", "when", "basis")},
                set_by=one.set_by,
                exempt=one.exempt,
            )
            for one in said.fees
        ),
    )


def _paper(said: starter_shape.Paper) -> content.Paper:
    return content.Paper(
        name=said.name,
        kind=said.kind,
        originals=said.originals,
        certified=said.certified,
        copies=said.copies,
        required=said.required,
        photo_ok=said.photo_ok,
        when=said.when,
        replaced_by=said.replaced_by,
        channels=() if set(said.channels) == set(starter_shape.CHANNELS) else said.channels,
    )


def _sources(said: starter_shape.Procedure) -> dict[str, dict[str, Any]]:
    default = _source(said.source)
    found: dict[str, dict[str, Any]] = {"": default}
    found |= {NAMES.get(key, key): OWN_WORDS for key in starter_shape.OWN_KEYS if getattr(said, key)}
    if said.level_is == "suy_ra":
        found |= {key: {**default, "inferred": True} for key in ("level", "service_class")}
    return found | {_path(path, said): _source(source) for path, source in said.sources.items()}


def _source(said: starter_shape.Source) -> dict[str, Any]:
    dates = {"date": said.updated_on or said.published_on, "checked_on": said.checked_on}
    told: dict[str, Any] = {"origin": "shipped", "source": said.name, "confidence": said.confidence, "note": said.note}
    return {
        key: value
        for key, value in {**told, **{name: on.isoformat() for name, on in dates.items() if on}}.items()
        if value
    }


def _path(path: str, said: starter_shape.Procedure) -> str:
    """The path in the content: two keys carry other names, and channels stand in one order."""
    key, *rest = path.split(".")
    if key == "cases" and len(rest) > 2 and rest[1] == "channels":
        case = said.cases[int(rest[0])]
        rest[2] = str(_in_order(case).index(case.channels[int(rest[2])]))
    return ".".join((NAMES.get(key, key), *rest))


def _flags(said: starter_shape.Procedure) -> list[dict[str, str]]:
    found = [
        {"path": _path(path, said), "why": "from_memory"}
        for path, one in said.sources.items()
        if one.confidence == "memory"
    ]
    if said.source.confidence == "memory":
        found.append({"path": "", "why": "from_memory"})
    for place, case in enumerate(said.cases):
        for number, one in enumerate(_in_order(case)):
            if one.time.unit == "none":
                found.append({"path": f"cases.{place}.channels.{number}.time", "why": "no_term"})
            elif one.time.unit == TimeUnit.HOUR and not one.time.working_hours:
                found.append({"path": f"cases.{place}.channels.{number}.time", "why": "hours_of_what"})
    return found
