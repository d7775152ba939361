"""Who is told what, how often, and in how many characters."""

import json
from pathlib import Path

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from motcua.dossiers.models import Dossier
from motcua.notifications.models import Message
from motcua.reactions import letters, tasks
from motcua.reactions.texts.wording import SMS_LENGTH
from tests.world import BIRTH, MARITAL, MONDAY, World

GSM = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:/-?!()")


def run_jobs() -> None:
    """Run what is queued, in its order, as the worker does."""
    for job in ProcrastinateJob.objects.filter(task_name="react").order_by("id"):
        tasks.react(**job.args)


def sent(settings: Settings) -> list[dict[str, str]]:
    return [json.loads(path.read_text()) for path in sorted(Path(settings.OUTBOX).glob("sms/*.json"))]


def test_each_step_that_concerns_the_person_is_told(world: World, settings: Settings) -> None:
    world.dossier("return_result", code=BIRTH)

    run_jobs()

    assert [row["kind"] for row in sent(settings)] == ["file", "accept", "draft_shown", "finish"]
    assert {row["to"] for row in sent(settings)} == {world.an.phone}


def test_running_a_job_twice_tells_once(world: World, settings: Settings) -> None:
    world.dossier("file", code=BIRTH)

    run_jobs()
    run_jobs()

    assert len(sent(settings)) == 1


def test_owner_and_recipient_with_other_phones_are_told_too(world: World, settings: Settings) -> None:
    dossier = world.dossier("file", code=MARITAL)
    dossier.parties.filter(role="owner").update(phone="+84911111111")
    dossier.parties.filter(role="recipient").update(phone="+84922222222")

    run_jobs()

    assert {row["to"] for row in sent(settings)} == {world.an.phone, "+84911111111", "+84922222222"}


def test_e_mail_goes_to_confirmed_addresses_alone(world: World, settings: Settings) -> None:
    world.an.email = "an@example.vn"
    world.an.save()
    dossier = world.dossier("file", code=BIRTH)
    run_jobs()
    assert not list(Path(settings.OUTBOX).glob("email/*"))

    world.an.email_confirmed_at = dossier.filed_at
    world.an.save()
    line = dossier.history.get(action="file")
    letters.tell_parties(str(line.pk), MONDAY)

    assert Message.objects.filter(channel="email", address="an@example.vn").count() == 1


@pytest.mark.parametrize("last", ["file", "accept", "refuse", "finish"])
@pytest.mark.parametrize("delivery", ["counter", "post", "online"])
def test_a_text_fits_one_sms_with_the_longest_code(world: World, demo: None, last: str, delivery: str) -> None:
    dossier = world.dossier(last)
    longest = "H15.50.05.13.22.33.44.55.66.77.88-261120-00007"
    Dossier.objects.filter(pk=dossier.pk).update(code=longest.ljust(47, "0"), delivery=delivery)

    letters.tell_parties(str(dossier.history.last().pk), MONDAY)  # type: ignore[union-attr]
    text = Message.objects.filter(channel="sms").latest("id").text

    assert text.startswith("DEMO: Mot Cua")
    assert len(text) <= SMS_LENGTH
    assert set(text) <= GSM
    assert longest in text


def test_a_text_names_no_person_and_no_procedure(world: World, settings: Settings) -> None:
    world.dossier("finish", code=BIRTH)

    run_jobs()

    for row in sent(settings):
        assert "khai sinh" not in row["text"].lower()
        assert "nguyen" not in row["text"].lower()


def test_the_refusal_by_mail_says_why(world: World) -> None:
    world.an.email = "an@example.vn"
    dossier = world.dossier("refuse")
    world.an.email_confirmed_at = dossier.filed_at
    world.an.save()

    letters.tell_parties(str(dossier.history.get(action="refuse").pk), MONDAY)
    mail = Message.objects.get(channel="email")

    assert "Ảnh mờ. Chụp lại" in mail.text
    assert "Luật Hộ tịch, điều 16" in mail.text
    assert mail.subject.endswith(dossier.code or "no code")
