"""The place of a dossier: the last one used, the installation's own, or one that the person looks for."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from motcua.accounts.doors import SignedInRequest
from motcua.accounts.models import Account
from motcua.agencies import places
from motcua.agencies import queries as agencies
from motcua.agencies.models import AdministrativeUnit, Agency
from motcua.agencies.places import Place, Province
from motcua.common.words import begin
from motcua.dossiers.models import Dossier


@dataclass
class Choice:
    """What the page of the place shows. No resolver: the body is not set up there, and whom to call instead."""

    unit_code: str
    resolver: Agency | None
    call: Agency | None = None
    unit: AdministrativeUnit | None = None
    looking_for: str = ""
    found: list[Place] = field(default_factory=list)
    province: Province | None = None
    by_list: bool = False
    province_code: str = ""
    provinces: list[AdministrativeUnit] = field(default_factory=list)
    communes: list[AdministrativeUnit] = field(default_factory=list)

    @property
    def divided(self) -> str:
        """The former unit that was typed, where it alone was found and was divided."""
        formers = {place.former for place in self.found}
        return formers.pop() if len(self.found) > 1 and len(formers) == 1 else ""

    @property
    def place_name(self) -> str:
        """The place without that body, so that the page says of which one it speaks."""
        if self.unit is None:
            return ""
        province = f", {self.unit.province.full_name}" if self.unit.province else ""
        return begin(self.unit.full_name) + province

    @property
    def province_options(self) -> list[tuple[str, str]]:
        """The provinces as a list to choose from."""
        return [("", _("Chọn")), *((unit.code, begin(unit.full_name)) for unit in self.provinces)]

    @property
    def commune_options(self) -> list[tuple[str, str]]:
        """The communes as a list to choose from."""
        return [(unit.code, begin(unit.full_name)) for unit in self.communes]


def choose(body: str, request: SignedInRequest) -> Choice:
    """The place that the address or the form names; without one, where this person went last, or home."""
    given = request.POST if request.method == "POST" else request.GET
    suggested = given.get("noi", "").strip()
    asked = suggested if places.is_code(suggested) else given.get("xa")
    code = asked if asked and asked.isascii() and asked.isdigit() else _usual(request.user)
    resolver = agencies.resolver(body, code) if code else None
    choice = Choice(code, resolver)
    if resolver is None and code:
        choice.call = agencies.whom_to_call(code)
        choice.unit = places.unit_named(code)
    if request.method != "POST":
        _look(choice, request)
    return choice


def _usual(account: Account) -> str:
    last = Dossier.objects.filter(started_by=account).order_by("-started_at")
    code = last.values_list("resolving_agency__unit_id", flat=True).first()
    return agencies.home_commune() if code is None else code


def _look(choice: Choice, request: HttpRequest) -> None:
    """Names typed, or the two lists; only what was asked for is read."""
    typed = request.GET.get("noi", "").strip()[:80]
    if typed and not places.is_code(typed):
        choice.looking_for, choice.province = typed, places.province_meant(typed)
        choice.found = places.find_place(typed)
    choice.by_list = "tinh" in request.GET
    if choice.by_list:
        choice.provinces = places.provinces()
        choice.province_code = request.GET["tinh"][:2]
        choice.communes = places.communes_of(choice.province_code) if choice.province_code else []
