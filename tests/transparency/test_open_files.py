"""Open data as it is fetched: the linked catalogue, sitemap, robots, OpenSearch."""

import json
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.transparency.views import open_files
from tests.catalogue.making import LATER, NOON, said
from tests.world import World

pytestmark = pytest.mark.django_db
FILE = "/du-lieu/catalogue.jsonld"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def many(count: int) -> None:
    publish_all(
        [Offer(code=f"1.{n:06}", content=said(name=f"Giấy {n}")) for n in range(1, count + 1)],
        origin="imported",
        at=NOON,
    )


def test_every_procedure_in_force_stands_in_the_file(client: Client) -> None:
    many(3)

    answer = client.get(FILE)
    told = json.loads(answer.getvalue())

    assert answer.headers["Content-Type"] == "application/ld+json"
    services = [node for node in told["@graph"] if node["@type"] == "cpsv:PublicService"]
    assert [one["dct:identifier"] for one in services] == ["1.000001", "1.000002", "1.000003"]
    assert isinstance(told["@context"], dict)


def test_who_holds_this_edition_is_told_so(client: Client) -> None:
    many(1)
    first = client.get(FILE)
    first.getvalue()

    assert client.get(FILE, headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    publish("1.000001", said(name="Khác"), origin="imported", at=LATER)
    assert client.get(FILE, headers={"if-none-match": first.headers["ETag"]}).status_code == 200


def test_a_head_says_all_but_the_file(client: Client) -> None:
    many(1)

    answer = client.head(FILE)

    assert answer.status_code == 200
    assert not answer.getvalue()


def test_more_procedures_cost_no_more_statements(client: Client) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(FILE).getvalue()
        return len(seen)

    many(1)
    statements()
    one = statements()
    many(60)

    assert statements() <= one + 1


def test_the_sitemap_names_each_address_and_its_day(client: Client, world: World) -> None:
    told = ElementTree.fromstring(client.get("/sitemap.xml").content)

    locations = {entry.findtext(f"{MAP}loc") or "": entry.findtext(f"{MAP}lastmod") for entry in told}
    address = next(address for address in locations if address.endswith("/dich-vu-cong/1.001193/"))
    assert address.startswith("http")
    assert len(locations[address] or "") == len("2026-01-01")
    assert any(address.endswith("/co-quan/H20.X30073.TT/") for address in locations)


def test_many_addresses_are_parted_under_an_index(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_files, "MOST_URLS", 2)
    many(3)

    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [entry.findtext(f"{MAP}loc", "").rpartition("/")[2] for entry in index]
    assert parts == ["sitemap.xml?phan=1", "sitemap.xml?phan=2"]
    assert "1.000003" in client.get("/sitemap.xml?phan=2").text
    assert "1.000003" not in client.get("/sitemap.xml?phan=1").text
    assert client.get("/sitemap.xml?phan=3").status_code == 404


def test_robots_are_kept_from_persons_and_desks(client: Client) -> None:
    told = client.get("/robots.txt").text

    assert "Disallow: /can-bo/" in told
    assert "/sitemap.xml" in told


def test_a_browser_learns_how_to_search_here(client: Client, world: World) -> None:
    told = client.get("/opensearch.xml").text

    assert "/dich-vu-cong/?tu-khoa={searchTerms}" in told
    assert 'type="application/opensearchdescription+xml"' in client.get("/").text


def test_people_find_what_there_is_to_take_away(client: Client, world: World) -> None:
    assert 'href="/du-lieu/catalogue.jsonld"' in client.get("/du-lieu/").text
    assert 'href="/du-lieu/"' in client.get("/cong-khai/").text
