"""One case as a page: ways of handing in with their terms, fees, papers; the rules of a version and its brief."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any, Final

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.catalogue import in_brief
from motcua.catalogue.models import Channel
from motcua.catalogue.version_rules import rules_of
from motcua.catalogue.version_rules import stored as stored_rules

from .parts import FEE, PAPER, TIME, Field, read, shown
from .rows_edited import Rows

NAME = Field("name", "", "text")


@dataclass(slots=True)
class CaseForm:
    """What stands in the page of a case."""

    name: str
    ways: dict[str, dict[str, Any]]
    fees: Rows
    papers: Rows
    errors: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def pressed(self) -> bool:
        """Whether a row was added, removed or moved, and nothing is to be saved yet."""
        return self.fees.pressed or self.papers.pressed

    @classmethod
    def stored(cls, case: dict[str, Any]) -> "CaseForm":
        """As it is stored."""
        rows = {row["channel"]: row for row in case["channels"]}
        ways = {
            channel: {"offered": channel in rows}
            | {one.name: shown(one, rows.get(channel, {}).get(one.name)) for one in TIME}
            for channel in Channel.values
        }
        fees = [{**fee, "channel": row["channel"]} for row in case["channels"] for fee in row["fees"]]
        return cls(case["name"], ways, Rows.stored("fees", FEE, fees), Rows.stored("papers", PAPER, case["papers"]))

    @classmethod
    def posted(cls, post: QueryDict) -> "CaseForm":
        """As it was typed."""
        fees, papers = Rows.posted("fees", FEE, post), Rows.posted("papers", PAPER, post)
        errors, ways, channels = {**fees.errors, **papers.errors}, {}, []
        for channel in Channel.values:
            values, wrong, typed = read(TIME, post, f"{channel}-")
            offered = post.get(f"{channel}-offered") == "1"
            ways[channel] = {"offered": offered} | {one.name: typed[f"{channel}-{one.name}"] for one in TIME}
            if offered:
                errors |= wrong
                channels.append({"channel": channel, **values})
        name = " ".join(post.get("name", "").replace("\0", "").split())[:400]
        if not channels:
            errors["online-offered"] = _("Chọn ít nhất một cách nộp")
        if any(row.get("channel") not in {one["channel"] for one in channels} for row in fees.values):
            errors.setdefault("fees", _("Có khoản tiền của một cách nộp không được chọn"))
        pressed = fees.pressed or papers.pressed
        values = {"name": name, "channels": channels}
        return cls(name, ways, fees, papers, {} if pressed else errors, values)

    def case(self) -> dict[str, Any]:
        """As it is stored, fees under their way of handing in."""
        channels = [
            {**row, "fees": [_without_channel(fee) for fee in self.fees.values if fee["channel"] == row["channel"]]}
            for row in self.values["channels"]
        ]
        return {"name": self.values["name"], "channels": channels, "papers": self.papers.values}


def _without_channel(fee: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fee.items() if name != "channel"}


def rules(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The rules as they are stored with their sources, or what is wrong."""
    source = values.pop("source", "")
    try:
        told = stored_rules(rules_of(values))
    except ValueError:
        return {}, {"unanswered_days": _("Ghi số ngày khi có chọn điều xảy ra, bỏ trống khi không")}
    if told and not source:
        return {}, {"source": _("Ghi văn bản quy định; quy định riêng không có nguồn thì không công bố được")}
    mine = {"origin": "person", "source": source}
    return {"rules": told, "sources": {f"rules.{name}": mine for name in told}}, {}


def brief(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The four sentences as they are stored, none where all are empty, or what is wrong with them."""
    errors = in_brief.wrong(values)
    return ({}, errors) if errors else ({"in_brief": values if any(values.values()) else {}}, {})


WHOLE: Final[dict[str, Callable[[dict[str, Any]], tuple[dict[str, Any], dict[str, str]]]]] = {
    "rules": rules,
    "in_brief": brief,
}
"""Keys that one page writes as a whole, by the function that reads what was typed."""


def moment(text: str) -> datetime | None:
    """Midnight of a day typed as 01/01/2027 or 2027-01-01, in Vietnam's time; None where it is none."""
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.strip().split("/"))
            on = datetime(year, month, day)  # noqa: DTZ001 - made aware below
        else:
            on = datetime.combine(datetime.fromisoformat(text.strip()), time())
    except ValueError:
        return None
    return timezone.make_aware(on)
