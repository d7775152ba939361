"""The journey that `make bench` weighs, with every tripwire armed: its requests and statements are held here."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench import journeys
from bench.browser import Browser, Page
from motcua.dossiers.models import Attachment, Dossier
from motcua.dossiers.states import Status
from tests.world import World

MOST_REQUESTS, MOST_STATEMENTS = 12, 52  # two for the papers that filing owes


class InThisProcess(Browser):
    """The same browser of few words; its requests do not leave the process."""

    def __init__(self, client: Client) -> None:
        super().__init__(port=0)
        self.client = client

    def _send(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> Page:
        answer = self.client.generic(method, path, body or b"", content_type=kind or "text/html")
        self.requests += 1
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Page(path, answer.status_code, headers, answer.content)


@pytest.mark.django_db(transaction=True)
def test_a_whole_filing_is_twelve_requests_and_few_statements(world: World) -> None:
    pictures = (journeys.picture(1), journeys.picture(2))
    journeys.file(InThisProcess(world.client(world.an)), pictures)  # what is read once per process is read now
    browser = InThisProcess(world.client(world.an))

    with CaptureQueriesContext(connection) as statements:
        code = journeys.file(browser, pictures)

    said = "\n".join(one["sql"][:160] for one in statements.captured_queries)
    dossier = Dossier.objects.get(code=code)
    assert browser.requests <= MOST_REQUESTS
    assert len(statements) <= MOST_STATEMENTS, said
    assert dossier.status == Status.FILED
    assert Attachment.objects.filter(dossier=dossier).count() == 2
    assert dossier.revisions.get().answers["owner_name"] == "Nguyễn Văn Phúc"
