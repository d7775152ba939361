"""Changing how an office is reached."""

from decimal import Decimal

import pytest
from django.db import IntegrityError

from motcua.agencies.actions import set_up_commune
from motcua.agencies.editing import Contact, save_contact
from motcua.agencies.models import Agency

from .conftest import AT

pytestmark = pytest.mark.usefixtures("country")
NOW = Contact("Ấp 1", "Phòng 2", "02773000000", Decimal("10.523611"), Decimal("105.842500"))


def test_what_differs_is_written_and_told_with_what_it_was() -> None:
    agency = set_up_commune("30073", at=AT, phone="02773000000").centre

    assert save_contact(agency, NOW) == [
        ("address", "", "Ấp 1"),
        ("room", "", "Phòng 2"),
        ("latitude", "", "10.523611"),
        ("longitude", "", "105.842500"),
    ]
    assert save_contact(agency, NOW) == []
    agency.refresh_from_db()
    assert (agency.address, agency.phone, agency.latitude) == ("Ấp 1", "02773000000", Decimal("10.523611"))


def test_half_a_point_is_no_point() -> None:
    agency = set_up_commune("30073", at=AT).centre

    with pytest.raises(IntegrityError):
        Agency.objects.filter(pk=agency.pk).update(latitude=Decimal(10))
