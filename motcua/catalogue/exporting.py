"""Everything in force as JSON lines of the shape that the importer reads; read back, nothing changes."""

import json
from collections.abc import Iterator
from typing import Any, Final

from motcua.eforms.models import FormVersion

from .content import Case, Content, content_hash, plain
from .forms import Forms
from .importing.ours import read_ours, told
from .importing.record import OURS, Book, Unreadable, read_record
from .models import Channel, PaperKind, Procedure, ServiceClass, TimeUnit, Version
from .rows import content_of, with_everything

CHUNK: Final = 200
_METHODS: Final = {Channel.ONLINE: "ONLINE", Channel.COUNTER: "DIRECT", Channel.POST: "POSTAL"}
_UNITS: Final = {
    TimeUnit.WORKING_DAY: "WORKING_DAY",
    TimeUnit.DAY: "DAY",
    TimeUnit.MONTH: "MONTH",
    TimeUnit.HOUR: "HOUR",
}
NATIONAL: Final = frozenset(
    {
        *("code", "kind", "name", "decision", "field", "levels", "online", "publisher", "executing", "subjects"),
        *("channels", "components", "steps", "results", "legal", "conditions", "keywords", "note", "updated", OURS),
    }
)
"""Keys that are drawn anew from what is in force; any other key of the source is given back as it was."""
_KINDS: Final = {"phi": "FEE", "le_phi": "SERVICE_FEE", "gia": "PRICE_LEVEL"}
_CLASSES: Final = {ServiceClass.FULL: "toan_trinh", ServiceClass.PARTIAL: "mot_phan"}


def lines() -> Iterator[str]:
    """One JSON object for each procedure in force, in the order of codes, a chunk of them in memory at a time."""
    exporting = _Exporting()
    codes = list(Procedure.objects.filter(current__isnull=False).order_by("code").values_list("code", flat=True))
    for start in range(0, len(codes), CHUNK):
        found = Version.objects.filter(current_of__code__in=codes[start : start + CHUNK])
        versions = with_everything(found.select_related("procedure__source_record").order_by("procedure__code"))
        for version in versions:
            yield exporting.line(version)


class _Exporting:
    def __init__(self) -> None:
        self.forms = Forms()
        self.book = Book(form_id=self.forms.of(None))
        self.codes: dict[Any, str] = dict(FormVersion.objects.values_list("pk", "code"))

    def line(self, version: Version) -> str:
        """What the source said, where that is all that is in force; else everything in our own words too."""
        said = content_of(version)
        record = getattr(version.procedure, "source_record", None)
        raw: dict[str, Any] = json.loads(record.line) if record else {}
        if raw and self._says_all(raw, said):
            return str(record.line) if record else ""
        if raw and OURS not in raw:
            named = {**raw, OURS: {"legal": plain(said.legal)}}
            if self._says_all(named, said):
                return _dump(named)
        kept = {key: value for key, value in raw.items() if key not in NATIONAL}
        return _dump({**_national(version, said), **kept, OURS: {"content": told(said, self.codes)}})

    def _says_all(self, raw: dict[str, Any], said: Content) -> bool:
        try:
            ours = raw.get(OURS, {})
            read = read_ours(ours["content"], self.forms) if "content" in ours else read_record(raw, self.book)
        except (Unreadable, AttributeError, KeyError, TypeError):
            return False
        return content_hash(read) == content_hash(said)


def _dump(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _national(version: Version, said: Content) -> dict[str, Any]:
    """The keys of the national shape, for readers that know no other; what is empty is left out."""
    record: dict[str, Any] = {
        "name": said.name,
        "decision": {"no": said.decision_number, "date": said.decision_on.isoformat() if said.decision_on else ""},
        "field": plain(said.field),
        "levels": list(said.admin_levels),
        "online": {"level": _CLASSES.get(ServiceClass(said.service_class), "khong_truc_tuyen")},
        "publisher": plain(said.publisher),
        "executing": [{"name": name} for name in said.executing.split("; ") if name],
        "subjects": list(said.subjects),
        "channels": [row for case in said.cases for row in _channels(case)],
        "components": [{"case": case.name, "items": _items(case)} for case in said.cases],
        "steps": [{"text": text} for text in said.instructions],
        "results": [{"code": one.get("code", ""), "name": one["name"]} for one in said.results],
        "legal": [one["number"] for one in said.legal],
        "conditions": said.conditions,
        "keywords": "; ".join(said.keywords),
        "note": said.note,
        "updated": said.sources.get("", {}).get("date", ""),
    }
    kept = {key: value for key, value in record.items() if value}
    return {"code": version.procedure.code, "kind": version.procedure.kind, **kept}


def _channels(case: Case) -> Iterator[dict[str, Any]]:
    for row in case.channels:
        told_: dict[str, Any] = {"methods": [_METHODS[Channel(row.channel)]]}
        if row.unit in _UNITS and row.amount:
            told_ |= {"qty": row.amount, "unit": _UNITS[TimeUnit(row.unit)]}
        if note := ". ".join(part for part in (case.name, row.text) if part):
            told_["note"] = note
        fees = [{"kind": _KINDS[fee.kind], "amount": fee.amount, "text": fee.text or fee.when} for fee in row.fees]
        told_["fees"] = [{key: value for key, value in fee.items() if value not in (None, "")} for fee in fees]
        yield told_


def _items(case: Case) -> list[dict[str, Any]]:
    return [
        {
            "name": paper.name,
            "orig": paper.originals,
            "copy": paper.certified + paper.copies,
            "required": paper.required,
        }
        for paper in case.papers
        if paper.kind != PaperKind.NOTE
    ]
