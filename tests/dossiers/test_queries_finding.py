"""What an officer types, and what it finds."""

import pytest
from django.utils import timezone

from motcua.common.words import fold
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.finding import fits
from tests.world import World

NAMES = ["Đặng Thị Ánh Tuyết", "TRẦN QUỐC ƯỚC", "Huỳnh Ngọc Ẩn", "Nguyễn Ỷ Lan", "Lò Văn Ộc", "O'Neil Hồ"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_by_its_plain_letters_its_own_and_its_capitals(world: World, name: str) -> None:
    dossier = world.dossier("file", at=timezone.now())
    dossier.parties.filter(role="owner").update(name=name)

    for typed in (fold(name), name, name.upper(), name.lower(), fold(name)[2:]):
        assert Dossier.objects.filter(fits(typed)).count() == 1, typed


@pytest.mark.parametrize("typed", ["Nguyen.Van", "a|bcd", "(abc", "[abc", "ab*c", "ab\\", "^tran", "an$$"])
def test_signs_are_only_signs(world: World, typed: str) -> None:
    world.dossier("file", at=timezone.now())

    assert Dossier.objects.filter(fits(typed)).count() == 0


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


def test_a_code_with_as_many_digits_as_an_id_number_is_still_a_code(world: World) -> None:
    dossier = world.dossier("file", at=timezone.now())
    code = str(dossier.code)[:-4] + "123456"
    Dossier.objects.filter(pk=dossier.pk).update(code=code)

    assert Dossier.objects.filter(fits(code[-13:])).count() == 1
