"""Every address has a door, the doors are written down, and they hold."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import Account
from motcua.dossiers import actions
from tests.world import BIRTH, MARITAL, MONDAY, World, a_picture

from . import access

DOORS = re.compile(r"^(public|signed_in|officer\([a-z, ]*\))$")
SIGN_IN_PAGES = re.compile(r"^/(can-bo/)?dang-nhap/")
OFFICE = "H20.X30073"
EXAMPLES = {
    "number": "1",
    "position": "1",
    "action": "tiep-nhan",
    "deed": "thu-hoi",
    "key": "khong-co",
    "agency": str(uuid.UUID(int=1)),
    "slug": "sinh-con",
}


@dataclass
class Visitors:
    """An's draft and dossier, and three people who should see neither."""

    draft: str
    code: str
    file: str
    draft_file: str
    token: str
    result_draft: str
    clients: dict[str, Client]

    def path(self, address: str) -> str:
        """The address with An's things in it."""
        drafts = address.startswith("/ban-nhap/")
        dossiers = "ho-so/<" in address and not address.startswith("/nop-ho-so/")
        values = EXAMPLES | {
            "pk": self.draft,
            "file": self.draft_file if drafts else self.file,
            "file_id": self.draft_file if drafts else self.file,
            "code": OFFICE if address.startswith("/co-quan/") else self.code if dossiers else MARITAL,
            "token": self.token,
            "draft": self.result_draft,
        }
        return re.sub(r"<(\w+)>", lambda found: values[found[1]], address)


@pytest.fixture
def visitors(world: World, demo: None) -> Visitors:
    """The stranger is not verified, so that every page of an account is there for them."""
    Account.objects.filter(pk=world.binh.pk).update(verified_at=None)
    draft, dossier = world.draft(), world.dossier("accept")
    shown = world.dossier("begin", code=BIRTH)
    actions.prepare_result(shown, actions.Prepared("1", MONDAY.date(), a_picture()), by=world.dung, at=MONDAY)
    return Visitors(
        draft=str(draft.pk),
        code=str(dossier.code),
        file=str(dossier.attachments.all()[0].file_id),
        draft_file=str(draft.attachments.all()[0].file_id),
        token=dossier.papers.get(paper__kind="01").paper.token,
        result_draft=shown.result_drafts.get().token,
        clients={
            "nobody": world.client(),
            "stranger": world.client(world.binh),
            "another_agency": world.client(world.giang),
        },
    )


def fetched(client: Client, path: str) -> Any:
    """What a GET answers; a file is read to its end, which closes it."""
    response = client.get(path)
    if response.streaming:
        response.getvalue()
    return response


def outcome(response: Any) -> str:
    """In the words of the list. What was let in and then found nothing to do is let in."""
    if response.status_code == 302 and SIGN_IN_PAGES.match(response.headers["Location"]):
        return access.SIGN_IN
    return access.GONE if response.status_code == 404 else access.OPENS


def refused(response: Any) -> bool:
    """Nothing was done: asked to sign in, no such page, or no such verb."""
    return response.status_code == 405 or outcome(response) != access.OPENS


def attempts(visitors: Visitors) -> Iterator[tuple[access.Row, str, str]]:
    for row in access.rows():
        for who in visitors.clients:
            yield row, who, visitors.path(row.address)


def test_every_address_has_a_door() -> None:
    assert [row.address for row in access.rows() if not DOORS.match(row.door)] == []


def test_the_list_of_doors_is_the_programs() -> None:
    assert access.FILE.read_text(encoding="utf-8") == access.text()


def test_each_door_opens_to_whom_the_list_says(visitors: Visitors) -> None:
    wrong = []
    for row, who, path in attempts(visitors):
        found = outcome(fetched(visitors.clients[who], path))
        if found != getattr(row, who) and row.door != "public":
            wrong.append(f"{who} at {path}: {found} instead of {getattr(row, who)}")

    assert wrong == []


def test_what_is_public_is_there_for_everybody(visitors: Visitors) -> None:
    wrong = [
        f"{who} at {path}"
        for row, who, path in attempts(visitors)
        if row.door == "public" and "<key>" not in row.address
        if outcome(fetched(visitors.clients[who], path)) == access.GONE
    ]

    assert wrong == []


def test_nobody_changes_what_is_another_persons(visitors: Visitors) -> None:
    personal = [attempt for attempt in attempts(visitors) if access.PERSONAL.match(attempt[0].address)]
    wrong = [f"{who} at {path}" for _, who, path in personal if not refused(visitors.clients[who].post(path))]

    assert personal
    assert wrong == []


def test_what_does_not_exist_and_what_is_another_persons_look_alike(visitors: Visitors) -> None:
    stranger = visitors.clients["stranger"]

    theirs = stranger.get(f"/ho-so/{visitors.code}/")
    nothing = stranger.get("/ho-so/H20.X30073-991231-9999/")

    assert theirs.status_code == nothing.status_code == 404
    assert theirs.content.replace(visitors.code.encode(), b"") == nothing.content.replace(
        b"H20.X30073-991231-9999", b""
    )
