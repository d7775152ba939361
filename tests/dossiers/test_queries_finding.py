"""What an officer types, and what it finds."""

import pytest
from django.utils import timezone

from motcua.common.words import fold
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.queries.finding import Folded, fits
from tests.world import World

NAMES = ["Đặng Thị Ánh Tuyết", "TRẦN QUỐC ƯỚC", "Huỳnh Ngọc Ẩn", "Nguyễn Ỷ Lan", "Lò Văn Ộc", "O'Neil Hồ", "Ðoàn Ý"]


def test_the_database_folds_names_as_python_does(world: World) -> None:
    dossier = world.dossier("file", at=timezone.now())
    for name in NAMES:
        dossier.parties.filter(role="owner").update(name=name)
        found = Party.objects.filter(dossier=dossier, role="owner").annotate(folded=Folded("name")).get()
        assert found.folded == fold(name), name


@pytest.mark.parametrize("typed", ["anh tuyet", "ÁNH TUYẾT", "đặng thị", "  Thị   Ánh "])
def test_names_are_found_with_and_without_accents(world: World, typed: str) -> None:
    dossier = world.dossier("file", at=timezone.now())
    dossier.parties.filter(role="owner").update(name=NAMES[0])

    assert Dossier.objects.filter(fits(typed)).count() == 1


@pytest.mark.parametrize("typed", ["", "an", "__", "%%%", "087190000", "+8498765"])
def test_too_short_wild_or_partial_finds_nothing(world: World, typed: str) -> None:
    world.dossier("file", at=timezone.now())

    assert Dossier.objects.filter(fits(typed)).count() == 0


def test_codes_are_found_whole_by_their_end_and_by_their_day(world: World) -> None:
    dossier = world.dossier("file", at=timezone.now())
    code = str(dossier.code)

    for typed in (code, code.lower(), code[-4:], code[-11:], code[-11:-5], code[:10]):
        assert Dossier.objects.filter(fits(typed)).count() == 1, typed
