"""The page and the file of the daily roots."""

import json
from datetime import timedelta

from django.test import Client

from motcua.dossiers.actions.roots import publish_roots
from tests.world import MONDAY, World

DAYS = timedelta(days=40)


def test_before_the_first_root_the_page_says_when_it_comes(world: World, client: Client) -> None:
    assert "Chưa có dấu nào" in client.get("/cong-khai/dau-vet").content.decode()


def test_the_page_shows_the_newest_and_leads_to_the_older(
    world: World, client: Client, django_assert_max_num_queries: object
) -> None:
    world.dossier("file", at=MONDAY)
    publish_roots(at=MONDAY + DAYS)
    client.get("/cong-khai/dau-vet")
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        html = client.get("/cong-khai/dau-vet").content.decode()

    assert html.count('<th scope="row"') == 30
    assert "09/11/2026" not in html
    assert "truoc=2026-11-19" in html
    assert "09/11/2026" in client.get("/cong-khai/dau-vet?truoc=2026-11-19").content.decode()


def test_the_file_has_a_line_for_each_day_asked_for(world: World, client: Client) -> None:
    world.dossier("file", at=MONDAY)
    publish_roots(at=MONDAY + DAYS)

    def days(query: str = "") -> list[str]:
        response = client.get(f"/cong-khai/dau-vet.jsonl{query}")
        return [json.loads(line)["day"] for line in response.getvalue().splitlines()]

    assert len(days()) == 40
    assert days("?tu=2026-11-10&den=2026-11-11") == ["2026-11-10", "2026-11-11"]
    assert len(days("?tu=hôm-nay")) == 40
