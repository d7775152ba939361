"""A form filled on line, printed, and brought to the counter is not typed again, and nobody else reads it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Look
from tests.world import BIRTH, MARITAL, World

from .conftest import page
from .test_receive import RECEIVE, ticks

pytestmark = pytest.mark.django_db


def printed(world: World, code: str = MARITAL) -> tuple[Dossier, IssuedPaper]:
    draft = world.draft(code, at=timezone.now() - timedelta(hours=1))
    paper = actions.print_form(draft, by=world.an, at=timezone.now())
    actions.draw_paper(paper.pk, at=timezone.now())
    paper.refresh_from_db()
    return draft, paper


def hidden(html: str) -> dict[str, str]:
    """What the page sends on when its button is pressed."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def held(html: str) -> dict[str, str]:
    """What the fields of the reception hold."""
    found = re.findall(r'name="([^"]+)"[^>]*? value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_the_qr_leads_the_desk_to_the_form_and_nobody_else(world: World, chi: Client, giang: Client) -> None:
    _draft, paper = printed(world)
    leads = f"/can-bo/to-khai/{paper.token}/"

    assert leads in chi.get(f"/kiem-tra/{paper.token}/").text
    assert "Nhận tờ khai này" in page(chi, f"/kiem-tra/{paper.token}/")
    for other in (giang, world.client(world.dung), world.client(world.binh), world.client()):
        assert leads not in other.get(f"/kiem-tra/{paper.token}/").text
        assert other.get(leads).status_code in {302, 404}
    assert not Look.objects.exists()


@pytest.mark.parametrize("token", ["x", "x" * 32])
def test_an_address_without_a_printed_form_is_not_there(chi: Client, token: str) -> None:
    assert chi.get(f"/can-bo/to-khai/{token}/").status_code == 404


def test_the_owner_reads_that_the_desk_opened_it_and_may_still_throw_it_away(world: World, chi: Client) -> None:
    draft, paper = printed(world)
    said = page(chi, f"/can-bo/to-khai/{paper.token}/")

    assert "Trần Thị Bình An" in said
    assert "Người khai đã sửa sau khi in" not in said
    mine = world.client(world.an)
    assert "Lê Thị Chi" in page(mine, f"/ban-nhap/{draft.pk}/to-khai/")
    actions.discard(draft, by=world.an, at=timezone.now())
    assert not Look.objects.exists()


def test_what_was_edited_after_the_print_is_said(world: World, chi: Client) -> None:
    draft, paper = printed(world)
    Dossier.objects.filter(pk=draft.pk).update(saved_at=timezone.now())

    assert "Người khai đã sửa sau khi in tờ này" in page(chi, f"/can-bo/to-khai/{paper.token}/")


@pytest.mark.parametrize("code", [MARITAL, BIRTH])
def test_one_press_opens_the_reception_filled_and_the_next_receives(world: World, chi: Client, code: str) -> None:
    draft, paper = printed(world, code)
    opened = chi.post(RECEIVE, hidden(chi.get(f"/can-bo/to-khai/{paper.token}/").text))
    assert opened.status_code == 200
    assert "Điền sẵn từ tờ khai mang đến" in opened.text
    filled = held(opened.text)
    assert filled["procedure"] == code
    assert filled["owner_name"]

    done = chi.post(RECEIVE, answered(opened.text) | ticks(code) | {"receive": "1"}, follow=True)

    assert done.redirect_chain, done.text
    received = Dossier.objects.get(code=done.redirect_chain[-1][0].split("/")[3])
    assert received.pk != draft.pk
    assert received.current_answers() == draft.current_answers()
    assert received.revisions.get().written_by == world.an
    parties = {party.role: party.name for party in received.parties.all()}
    actions.file(draft, by=world.an, at=timezone.now())
    assert parties == {party.role: party.name for party in draft.parties.all()}


def answered(html: str) -> dict[str, str]:
    """What a browser sends of the reception: what is typed, what is chosen."""
    asked = re.findall(r'<input[^>]*type="(?:hidden|text|tel|number)"[^>]*>', html)
    told = held("".join(asked))
    told |= dict(re.findall(r'type="radio"[^>]*name="([^"]+)" value="([^"]*)" checked', html))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        told[name] = chosen[1] if chosen else ""
    return told


def test_another_procedure_leaves_the_answers_behind(world: World, chi: Client) -> None:
    _draft, paper = printed(world, MARITAL)
    opened = chi.post(RECEIVE, hidden(chi.get(f"/can-bo/to-khai/{paper.token}/").text))
    sent = answered(opened.text) | {"procedure": BIRTH, "case": str(world.page(BIRTH).cases[0].id)}

    done = chi.post(RECEIVE, sent | ticks(BIRTH) | {"receive": "1"}, follow=True)

    assert done.redirect_chain, done.text
    received = Dossier.objects.get(code=done.redirect_chain[-1][0].split("/")[3])
    assert received.current_answers() == {}
