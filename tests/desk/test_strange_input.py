"""What no page of the desk sends is refused in words, and never fails."""

import pytest
from django.test import Client

from tests.world import BIRTH, World

from .test_receive import RECEIVE, sheet


@pytest.mark.parametrize("address", ["/can-bo/ho-so/%00/", "/can-bo/ho-so/%00/accept/", "/can-bo/?q=abc1%00"])
def test_an_address_with_nul_is_not_there(chi: Client, address: str) -> None:
    assert chi.get(address).status_code == 404


@pytest.mark.parametrize("field", ["procedure", "choose", "words"])
def test_a_procedure_with_nul_is_not_found(chi: Client, field: str) -> None:
    assert chi.post(RECEIVE, sheet(bare=True, **{"procedure": "", field: "1\0"})).status_code == 422


@pytest.mark.parametrize(
    ("field", "typed"),
    [("owner_name", "\ufb2c" * 119), ("submitter_name", "\u0344" * 119), ("owner_birth-day", "9" * 5000)],
)
def test_what_grows_when_it_is_read_is_refused(chi: Client, field: str, typed: str) -> None:
    born = {"owner_birth-day": "1", "owner_birth-month": "1", "owner_birth-year": "1960"}

    assert chi.post(RECEIVE, sheet(**born | {field: typed})).status_code == 422


def test_a_count_of_thousands_of_digits_is_refused(world: World, chi: Client) -> None:
    tick = f"original-{world.page(BIRTH).cases[0].papers[0].id}"

    assert chi.post(RECEIVE, sheet(**{tick: "1", f"count-{tick}": "9" * 5000})).status_code == 422


def test_signing_in_leads_to_a_path_of_ours_only(world: World) -> None:
    page = world.client().get("/can-bo/dang-nhap/?next=abc")

    assert 'value="abc"' not in page.text
