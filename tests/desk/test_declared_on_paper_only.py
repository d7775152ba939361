"""A level-2 form comes to the counter: by its code, once, and under the version in force."""

import dataclasses
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from motcua.catalogue import content
from motcua.catalogue.keeping import withdraw
from motcua.catalogue.models import Procedure, Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.rows import content_of, with_everything
from motcua.common import kept
from motcua.desk.views import declared as views
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Look
from motcua.eforms.models import FormVersion
from tests.catalogue.making import channel, paper
from tests.world import World

from .conftest import page
from .test_declared import answered, hidden
from .test_receive import RECEIVE, ticks

POOR = "1.011607"
FIND = "/can-bo/to-khai/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(world: World) -> IssuedPaper:
    """What An filled in an hour ago and has in her hand."""
    at = timezone.now() - timedelta(hours=1)
    draft = actions.start_draft(world.start(POOR), by=world.an, at=at, answers=world.answers(POOR, world.an))
    made = actions.print_form(draft, by=world.an, at=at)
    actions.draw_paper(made.pk, at=at)
    made.refresh_from_db()
    return made


def said_again(**changes: object) -> None:
    old = content_of(with_everything(Version.objects.filter(procedure__code=POOR, in_force_to=None)).get())
    publish(POOR, dataclasses.replace(old, **changes), origin="person", at=timezone.now())  # type: ignore[arg-type]
    kept.forget()


def received(chi: Client, printed: IssuedPaper, **typed: str) -> Dossier:
    """From the declared page through the reception; only what the person cannot have said is typed."""
    opened = chi.post(RECEIVE, hidden(chi.get(f"{FIND}{printed.token}/").text))
    sent = answered(opened.text) | ticks(POOR) | {"receive": "1"} | typed
    done = chi.post(RECEIVE, sent, follow=True)
    assert done.redirect_chain, done.text
    return Dossier.objects.get(code=done.redirect_chain[-1][0].split("/")[3])


TERM = {"term_amount": "5", "term_unit": "working_day", "term_ground": "Quyết định 24/2021/QĐ-TTg"}


def test_typed_scanned_or_pasted_the_code_opens_the_form(printed: IssuedPaper, chi: Client) -> None:
    leads = f"{FIND}{printed.token}/"
    assert "Mã trên tờ khai in sẵn" in page(chi, RECEIVE)

    for words in (
        printed.said_typed,
        printed.said_typed.lower().replace("-", " "),
        printed.token,
        f"http://nơi-nào/kiem-tra/{printed.token}/",
    ):
        assert chi.post(FIND, {"printed": words}).headers["Location"] == leads, words


@pytest.mark.parametrize("words", ["", "ABCD-EFGH-JKMN", "x", "\x00", "http://đâu/kiem-tra/" + "a" * 32 + "/"])
def test_what_leads_nowhere_is_said_beside_the_field(printed: IssuedPaper, chi: Client, words: str) -> None:
    refused = chi.post(FIND, {"printed": words})

    assert refused.status_code == 422
    assert 'id="printed-error"' in refused.text


def test_another_counter_gets_the_answer_of_a_code_that_is_not_there(
    world: World, printed: IssuedPaper, giang: Client
) -> None:
    refused = giang.post(FIND, {"printed": printed.said_typed})
    unknown = giang.post(FIND, {"printed": "ABCD-EFGH-JKMN"})

    assert refused.status_code == unknown.status_code == 422
    assert "Không có tờ khai nào chờ quầy này" in refused.text
    assert not Look.objects.exists()
    assert world.client(world.an).get(FIND).status_code in {302, 404}
    assert world.client(world.dung).get(FIND).status_code in {302, 404}


def test_guessing_ends(chi: Client) -> None:
    for _ in range(views.TRIES):
        assert chi.post(FIND, {"printed": "ABCD-EFGH-JKMN"}).status_code == 422

    assert chi.post(FIND, {"printed": "ABCD-EFGH-JKMN"}).status_code == 429


def test_what_was_entered_once_is_the_dossiers(world: World, printed: IssuedPaper, chi: Client) -> None:
    answers = printed.tie.dossier.current_answers()

    dossier = received(chi, printed, **TERM)

    assert dossier.current_answers() == answers
    assert dossier.channel == "counter"
    assert chi.get(f"{FIND}{printed.token}/").status_code == 404
    assert f"/can-bo/ho-so/{dossier.code}/" in chi.get(f"/kiem-tra/{printed.token}/").text
    listed = world.client(world.an).get("/ho-so/").text
    assert str(dossier.code) in listed
    assert "Đã in, mang đến quầy" not in listed


def test_a_page_that_was_open_elsewhere_receives_nothing_more(printed: IssuedPaper, chi: Client) -> None:
    opened = chi.post(RECEIVE, hidden(chi.get(f"{FIND}{printed.token}/").text))
    dossier = received(chi, printed, **TERM)

    again = chi.post(RECEIVE, answered(opened.text) | ticks(POOR) | TERM | {"receive": "1"})

    assert again.status_code == 422
    assert str(dossier.code) in again.text
    assert Dossier.objects.count() == 1


def test_the_version_in_force_is_taken_and_the_difference_said(printed: IssuedPaper, chi: Client) -> None:
    case = content.Case(channels=(channel("counter", 9),), papers=(paper("Giấy tờ mới"),))
    said_again(cases=(case,))

    told = page(chi, f"{FIND}{printed.token}/")

    for words in ("Thủ tục đã đổi từ", "Giấy tờ cần thêm: Giấy tờ mới", "Nay 9 ngày làm việc"):
        assert words in told
    dossier = received(chi, printed)
    assert dossier.version_id == Version.objects.get(procedure__code=POOR, in_force_to=None).pk
    assert dossier.term_amount == 9
    assert dossier.current_answers()["request"]


def test_answers_are_carried_to_a_newer_form_and_the_rest_is_told(printed: IssuedPaper, chi: Client) -> None:
    told = FormVersion.objects.get(pk=printed.tie.dossier.form_version_id)
    [section] = [part for part in told.definition["sections"] if any(q["name"] == "request" for q in part["questions"])]
    others = [q for q in section["questions"] if q["name"] != "request"]
    asked = {"name": "urgent", "type": "long_text", "label": "Vì sao cần gấp"}
    parts = told.definition["sections"]
    changed = [part | {"questions": [*others, asked]} if part is section else part for part in parts]
    newer = FormVersion.objects.create(
        code=told.code,
        number=told.number + 1,
        title=told.title,
        definition=told.definition | {"sections": changed},
        schema={},
        published_at=timezone.now(),
    )
    said_again(form_id=newer.pk)
    answers = printed.tie.dossier.current_answers()

    said = page(chi, f"{FIND}{printed.token}/")

    assert "Câu hỏi mới: Vì sao cần gấp" in said
    assert "Câu hỏi không còn:" in said
    dossier = received(chi, printed, **TERM)
    assert dossier.form_version_id == newer.pk
    assert dossier.current_answers() == {name: value for name, value in answers.items() if name != "request"}


def test_a_procedure_that_is_gone_is_not_received(world: World, printed: IssuedPaper, chi: Client) -> None:
    withdraw(Procedure.objects.get(code=POOR), reason="Bãi bỏ", replaced_by="", at=timezone.now())
    kept.forget()

    told = page(chi, f"{FIND}{printed.token}/")

    assert "Thủ tục này không còn hiệu lực" in told
    assert "Tiếp nhận theo tờ khai này" not in told
