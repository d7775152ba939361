"""The filters of the list as they stand in the address, and the choices each of them offers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.handling import CENTRES
from motcua.agencies.models import AgencyKind
from motcua.agencies.offices import kinds_said
from motcua.agencies.queries import agency_with_code, received_by
from motcua.catalogue.models import Audience, Channel, ServiceClass
from motcua.catalogue.queries import Filters, Options, Page
from motcua.common import words
from motcua.common.words import fold

from . import saying

LONGEST: Final = 200
ADMIN_LEVELS: Final = {
    "xa": gettext_lazy("Cấp xã"),
    "tinh": gettext_lazy("Cấp tỉnh"),
    "bo": gettext_lazy("Bộ, ngành trung ương"),
    "nganh_doc": gettext_lazy("Ngành dọc: công an, thuế, bảo hiểm"),
    "khac": gettext_lazy("Cơ quan khác"),
}
PARAMETERS: Final = {
    "publisher": "co-quan",
    "bodies": "noi-lam",
    "level": "muc-do",
    "field": "linh-vuc",
    "words": "tu-khoa",
    "service_class": "loai",
    "audience": "doi-tuong",
    "admin_level": "cap",
    "channel": "cach-nop",
    "free": "mien-phi",
    "by_name": "thu-tu",
}
"""What each filter is called in the address; a link that somebody keeps goes on to work."""
MORE: Final = ("service_class", "audience", "admin_level", "channel", "free", "by_name")
MOST_NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filters, and the name of an agency that was typed and is none or several."""

    filters: Filters
    typed: str = ""
    error: str = ""
    meant: tuple[tuple[str, str], ...] = ()


def chosen_from(asked: QueryDict, options: Options) -> Chosen:
    """What the address says; an agency may be a code or any part of a name."""
    publisher, typed, error, meant = _publisher(_clean(asked.get("co-quan", "")), options.publishers)
    bodies = _bodies(typed) if error and not meant else frozenset()
    if bodies:
        typed, error = "", ""
    level = number(asked.get("muc-do", ""))
    filters = Filters(
        words=_clean(asked.get("tu-khoa", "")),
        publisher=publisher,
        field=_clean(asked.get("linh-vuc", "")),
        level=level if level in saying.LEVELS else None,
        service_class=_one_of(asked.get("loai", ""), ServiceClass.values),
        audience=_one_of(asked.get("doi-tuong", ""), Audience.values),
        admin_level=_one_of(asked.get("cap", ""), ADMIN_LEVELS),
        channel=_one_of(asked.get("cach-nop", ""), Channel.values),
        bodies=bodies or frozenset(asked.get("noi-lam", "").split(",")) & frozenset(AgencyKind.values),
        free=asked.get("mien-phi", "") == "1",
        by_name=asked.get("thu-tu", "") == "ten",
    )
    return Chosen(filters, typed, error, meant)


def _publisher(typed: str, names: Mapping[str, str]) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    if not typed or typed in names:
        return typed, names.get(typed, ""), "", ()
    wanted = fold(typed)
    exact = [code for code, name in names.items() if fold(name) == wanted]
    partly = [(code, name) for code, name in names.items() if f" {wanted}" in f" {fold(name)}"]
    if exact or len(partly) == 1:
        code = exact[0] if exact else partly[0][0]
        return code, names[code], "", ()
    if partly:
        return "", typed, _("Nhiều cơ quan có tên như vậy; chọn một"), tuple(partly[:MOST_NAMED])
    return "", typed, _("Không có cơ quan nào tên như vậy; gõ một phần của tên, không dấu cũng được"), ()


def _bodies(typed: str) -> frozenset[str]:
    """The bodies that an office of ours resolves or receives for, by its code or by what such offices are called."""
    agency = agency_with_code(typed)
    if agency is not None:
        return (
            frozenset({agency.kind} - {*CENTRES}) or frozenset(one.kind for one in received_by([agency.pk])) - CENTRES
        )
    return frozenset(kinds_said(typed)[0]) - CENTRES


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]


def _one_of(text: str, known: Iterable[str]) -> str:
    return text if text in known else ""


def number(text: str) -> int | None:
    """A small number, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def parameters(filters: Filters, **changed: Any) -> dict[str, object]:
    """The filters as parameters of the address."""
    values = {name: getattr(filters, name) for name in PARAMETERS} | changed
    told = {PARAMETERS[name]: value for name, value in values.items() if name not in ("free", "by_name", "bodies")}
    told["noi-lam"] = ",".join(sorted(values["bodies"]))
    return told | {"mien-phi": "1" if values["free"] else "", "thu-tu": "ten" if values["by_name"] else ""}


def choices(page: Page, filters: Filters, options: Options) -> dict[str, list[tuple[str, str]]]:
    """Per filter its choices with how many each would leave; one that would leave none is not offered."""
    names: dict[str, Mapping[Any, object]] = {
        "publisher": options.publishers,
        "field": options.fields,
        "level": {str(level): name for level, name in saying.LEVELS.items()},
        "service_class": dict(ServiceClass.choices),
        "audience": dict(Audience.choices),
        "admin_level": ADMIN_LEVELS,
        "channel": dict(Channel.choices),
    }
    return {name: _counted(known, page.counts.get(name, {}), getattr(filters, name)) for name, known in names.items()}


def _counted(known: Mapping[Any, object], counts: Mapping[str, int], held: object) -> list[tuple[str, str]]:
    offered = [(str(value), name) for value, name in known.items() if counts.get(str(value)) or str(value) == str(held)]
    told = [(value, _with(words.begin(str(name)), counts.get(value, 0))) for value, name in offered]
    return [("", _("Tất cả")), *told]


def _with(name: str, count: int) -> str:
    return f"{name} ({words.number(count)})"


def narrowed(filters: Filters, options: Options) -> list[tuple[str, dict[str, object]]]:
    """Each filter that is set, in words, with the address that leaves it out."""
    told = {
        "publisher": options.publishers.get(filters.publisher, filters.publisher),
        "level": saying.SHORT_LEVELS.get(filters.level or 0, ""),
        "field": options.fields.get(filters.field, filters.field),
        "service_class": dict(ServiceClass.choices).get(filters.service_class, ""),
        "audience": dict(Audience.choices).get(filters.audience, ""),
        "admin_level": ADMIN_LEVELS.get(filters.admin_level, ""),
        "channel": dict(Channel.choices).get(filters.channel, ""),
        "free": _("Miễn phí") if filters.free else "",
        "bodies": _("Nơi làm: %(names)s") % {"names": _names_of(filters.bodies)} if filters.bodies else "",
    }
    nothing: dict[str, object] = {"level": None, "free": False}
    return [
        (words.begin(str(name)), parameters(filters, **{key: nothing.get(key, "")}))
        for key, name in told.items()
        if name
    ]


def _names_of(bodies: Iterable[str]) -> str:
    return ", ".join(str(AgencyKind(kind).label) for kind in sorted(bodies))
