"""Places by the names that people say: today's and those of before 1 July 2025."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext as _

from motcua.common.kept import Kept
from motcua.common.words import begin

from .models import AdministrativeUnit, FormerProvince, FormerUnit, Succession
from .names import name_words, searchable

MOST_PLACES = 30
MOST_WORDS = 10


@dataclass(frozen=True)
class Place:
    """A commune of today; `former` is the old unit whose name was typed, with its kind, or empty.

    `once_in` is the former province that was typed with today's name of the commune.
    """

    unit: AdministrativeUnit
    province: AdministrativeUnit
    former: str = ""
    once_in: str = ""

    @property
    def name(self) -> str:
        """“xã Thanh Mỹ, tỉnh Đồng Tháp”."""
        return f"{self.unit.full_name}, {self.province.full_name}"

    @property
    def label(self) -> str:
        """The name, with “(trước là xã Phú Điền)” or “(trước thuộc tỉnh Hậu Giang)” where the old one was typed."""
        if self.former:
            return _("%(place)s (trước là %(former)s)") % {"place": self.name, "former": self.former}
        if self.once_in:
            return _("%(place)s (trước thuộc %(province)s)") % {"place": self.name, "province": self.once_in}
        return self.name


@dataclass(frozen=True)
class Province:
    """A province of today; `former` is the old one whose name was typed, with its kind, or empty."""

    unit: AdministrativeUnit
    former: str = ""

    @property
    def label(self) -> str:
        """“thành phố Cần Thơ”, or “thành phố Cần Thơ (trước là tỉnh Hậu Giang)”."""
        if not self.former:
            return self.unit.full_name
        return _("%(place)s (trước là %(former)s)") % {"place": self.unit.full_name, "former": self.former}


@dataclass(frozen=True)
class Meant:
    """What a name that was typed means today: one place, or several to choose from; neither when nothing fits.

    `split` is the former unit that was divided among the choices, or empty. `province` is the one whose name alone
    was typed.
    """

    typed: str
    place: Place | None = None
    choices: tuple[Place, ...] = ()
    split: str = ""
    province: Province | None = None


def find_place(text: str) -> list[Place]:
    """Communes by today's name or a former one, with or without accents; each word may be typed in part.

    Kind, district and province may be typed too. The exact name comes first, then names that begin so; at most
    `MOST_PLACES`, in two statements while the former provinces are kept. Nothing typed finds nothing.
    """
    return _once_each(_hits(text))


def place_meant(text: str) -> Meant:
    """The one place that is meant by a code or a name; where several fit, or one was divided, they are to be asked.

    A former commune that went over whole is the commune of today. Two statements, one for a code.
    """
    typed = text.strip()
    unit = unit_named(typed) if is_code(typed) else None
    if unit is not None and unit.province is not None and unit.valid_to is None:
        return Meant(typed, Place(unit, unit.province))
    province = province_meant(typed)
    named = [] if province and _says_province(typed) else _named(_hits(typed), typed, whole=province is not None)
    units = {hit.place.unit.code for hit in named}
    if len(units) == 1:
        return Meant(typed, named[0].place, province=province)
    formers = {hit.former for hit in named if hit.former}
    parts = [hit for hit in named if hit.former]
    if len(formers) == 1 and units == {hit.place.unit.code for hit in parts}:
        return Meant(typed, None, tuple(_once_each(parts)), parts[0].place.former, province)
    return Meant(typed, None, tuple(_once_each(named)), province=province)


def province_meant(text: str) -> Province | None:
    """The province of today whose name, or that of one it took in, is all that was typed. Kept for a minute."""
    words = name_words(text)
    if _says_province(text):
        words = words[1:] if words[0] != "thanh" else words[2:]
    return _provinces_by_name().get(" ".join(words))


def _says_province(text: str) -> bool:
    words = name_words(text)
    return words[:1] in (["tinh"], ["tp"]) or words[:2] == ["thanh", "pho"]


@Kept
def _provinces_by_name() -> dict[str, Province]:
    named: dict[str, Province] = {}
    for row in _former_provinces():
        for name in filter(None, (row.name, row.also_heard_as)):
            named[" ".join(name_words(name))] = Province(row.unit, str(row) if str(row) != row.unit.full_name else "")
    return named | {unit.folded: Province(unit) for unit in provinces()}


@Kept
def _former_provinces() -> tuple[FormerProvince, ...]:
    return tuple(FormerProvince.objects.select_related("unit"))


def is_code(text: str) -> bool:
    """Whether it is written like the code of a commune."""
    return len(text) == 5 and text.isascii() and text.isdigit()


class _Hit(NamedTuple):
    """A place, how close it is (0 is best), the names by which it was found, the code of the former unit if one."""

    place: Place
    closeness: int
    names: tuple[str, ...]
    former: str = ""

    def rank(self, typed: str) -> tuple[int, bool]:
        """Between equals the name typed with its very accents comes first."""
        return self.closeness, typed not in (name.casefold() for name in self.names)

    def words_in(self, runs: set[str]) -> int:
        """How many words of its longest name were typed whole, one after the other."""
        return max((len(words) for name in self.names if " ".join(words := name_words(name)) in runs), default=0)


def _hits(text: str) -> list[_Hit]:
    words = name_words(text)[:MOST_WORDS]
    if not words:
        return []
    typed = text.strip().casefold()
    return sorted([*_by_name(words), *_by_former_name(words)], key=lambda hit: hit.rank(typed))


def _once_each(hits: list[_Hit]) -> list[Place]:
    places: dict[str, Place] = {}
    for hit in hits:
        places.setdefault(hit.place.unit.code, hit.place)
    return list(places.values())[:MOST_PLACES]


def _named(hits: list[_Hit], typed: str, *, whole: bool) -> list[_Hit]:
    """Those whose whole name was typed, the longest first, its very accents before others; else all, unless `whole`."""
    runs = _runs(name_words(typed)[:MOST_WORDS])
    most = max((hit.words_in(runs) for hit in hits), default=0)
    if not most and whole:
        return []
    named = [hit for hit in hits if hit.words_in(runs) == most] if most else hits
    said = typed.casefold()
    accented = [hit for hit in named if any(name and name.casefold() in said for name in hit.names)]
    return accented or named


def _runs(words: list[str]) -> set[str]:
    count = len(words)
    return {" ".join(words[start:end]) for start in range(count) for end in range(start + 1, count + 1)}


def _by_name(words: list[str]) -> list[_Hit]:
    units = AdministrativeUnit.objects.filter(_all_words("", words), valid_to=None).exclude(province=None)
    units = units.select_related("province").annotate(closeness=_closeness("", words))
    units = units.order_by("closeness", "sort_key", "code")[:MOST_PLACES]
    runs = _runs(words)
    return [
        _Hit(Place(unit, unit.province, once_in=_once_in(unit, runs)), unit.closeness, (unit.name, unit.full_name))
        for unit in units
        if unit.province
    ]


def _once_in(unit: AdministrativeUnit, runs: set[str]) -> str:
    """The former province of the commune, where it was typed and is another than today's."""
    for row in _former_provinces():
        was, said = str(row), " ".join(name_words(row.name))
        if row.unit_id == unit.province_id and said in runs and searchable(was) in unit.folded_words:
            return was if unit.province and was != unit.province.full_name and said != unit.folded else ""
    return ""


def _by_former_name(words: list[str]) -> list[_Hit]:
    rows = Succession.objects.filter(_all_words("former__", words), unit__valid_to=None)
    rows = rows.select_related("former", "unit__province").annotate(closeness=_closeness("former__", words))
    rows = rows.order_by("closeness", "-is_default", "former__folded", "former_id", "unit_id")[:MOST_PLACES]
    return [_former_hit(row.former, row.unit, row.closeness) for row in rows]


def _former_hit(former: FormerUnit, unit: AdministrativeUnit, closeness: int) -> _Hit:
    """A ward that was a number ("phường 5") says its district too: many towns had one."""
    if unit.province is None:
        raise ValueError(f"{unit.code} took in a commune and is none")
    said = f"{former}, {former.district}" if former.name.isdecimal() else str(former)
    names = (former.name, str(former), former.also_heard_as)
    return _Hit(Place(unit, unit.province, said), closeness, names, former.code)


def _all_words(prefix: str, words: list[str]) -> Q:
    """Every word begins a word of name, kind, district or province, and one of them a word of the name itself.

    Without the second, “thanh” would find each ward of every city (“thành phố”).
    """
    everywhere, named = Q(), Q()
    for word in words:
        everywhere &= Q(**{f"{prefix}folded_words__contains": f" {word}"})
        named |= Q(**{f"{prefix}folded__startswith": word}) | Q(**{f"{prefix}folded__contains": f" {word}"})
    return everywhere & named


def _closeness(prefix: str, words: list[str]) -> Case:
    """0 the name itself, 1 the name among other words or its beginning, 2 anything else that fits."""
    name = " ".join(words)
    near = Q(**{f"{prefix}folded__in": sorted(_runs(words))}) | Q(**{f"{prefix}folded__startswith": name})
    return Case(
        When(**{f"{prefix}folded": name}, then=Value(0)),
        When(near, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def provinces() -> list[AdministrativeUnit]:
    """The provinces and centrally run cities of today, in Vietnamese order."""
    return list(AdministrativeUnit.objects.filter(province=None, valid_to=None))


@Kept
def province_choices() -> tuple[tuple[str, str], ...]:
    """Codes and full names of the provinces for a list to choose from. Kept for a minute."""
    return tuple((unit.code, begin(unit.full_name)) for unit in provinces())


def communes_of(province_code: str) -> list[AdministrativeUnit]:
    """The communes, wards and special zones of a province today, in Vietnamese order; none for an unknown code."""
    return list(AdministrativeUnit.objects.filter(province_id=province_code, valid_to=None))


@Kept
def commune_choices(province_code: str) -> tuple[tuple[str, str], ...]:
    """Codes and full names of a province's communes for a list to choose from. Kept for a minute."""
    return tuple((unit.code, begin(unit.full_name)) for unit in communes_of(province_code))


def unit_named(unit_code: str) -> AdministrativeUnit | None:
    """The unit of that code with its province; None for an unknown code."""
    return AdministrativeUnit.objects.filter(code=unit_code).select_related("province").first()
