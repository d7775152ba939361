"""The QR of an office's paper leads to its dossier; the register of a period is made on demand."""

import pytest

from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from tests.world import World

pytestmark = pytest.mark.django_db
PERIOD = {"first-day": "1", "first-month": "11", "first-year": "2026"}


def test_a_control_slip_leads_to_its_dossier_for_who_may_see_it(world: World) -> None:
    dossier = world.dossier("finish")
    token = IssuedPaper.objects.get(tie__dossier=dossier, kind="06").token

    assert world.client(world.dung).get(f"/can-bo/giay/{token}/")["Location"] == f"/can-bo/ho-so/{dossier.code}/"
    assert world.client(world.giang).get(f"/can-bo/giay/{token}/").status_code == 404
    assert world.client().get(f"/can-bo/giay/{token}/").status_code == 302


def test_a_register_lists_the_dossiers_of_its_period(world: World) -> None:
    dossier = world.dossier("accept")
    client = world.client(world.chi)
    agency = dossier.receiving_agency_id
    days = {"last-day": "20", "last-month": "11", "last-year": "2026", "agency": str(agency)}

    assert client.post("/can-bo/so-theo-doi/", PERIOD | days).status_code == 302
    paper = IssuedPaper.objects.get(kind="07")
    actions.draw_paper(paper.pk, at=paper.owed_at)

    paper.refresh_from_db()
    table, closing = paper.data["blocks"]
    assert closing["text"] == "Sổ này có 1 hồ sơ."
    assert [row[1] for row in table["rows"]] == [dossier.code]
    answer = client.get(f"/can-bo/so-theo-doi/{paper.token}/")
    answer.getvalue()  # reads it to its end, which closes it
    assert answer["Content-Type"] == "application/pdf"
    assert client.get(f"/can-bo/giay/{paper.token}/")["Location"] == "/can-bo/so-theo-doi/"
    assert world.client(world.giang).get(f"/can-bo/so-theo-doi/{paper.token}/").status_code == 404


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("30", "10", "2026", "Ngày cuối phải bằng hoặc sau ngày đầu"),
        ("1", "1", "2099", "Ngày cuối phải là hôm nay hoặc trước hôm nay"),
    ],
)
def test_a_period_that_cannot_be_is_refused_beside_its_field(
    world: World, day: str, month: str, year: str, said: str
) -> None:
    last = {"last-day": day, "last-month": month, "last-year": year}
    agency = world.dossier("file").receiving_agency_id

    answer = world.client(world.chi).post("/can-bo/so-theo-doi/", PERIOD | last | {"agency": str(agency)})

    assert answer.status_code == 422
    assert said in answer.text
    assert not IssuedPaper.objects.filter(kind="07").exists()
