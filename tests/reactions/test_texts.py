"""The wording for what the table of letters does not reach: terms without a date."""

from dataclasses import replace

import pytest
from django.utils import translation

from motcua.accounts.models import Account
from motcua.dossiers import queries
from motcua.dossiers.lifecycle import Action
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import Told
from motcua.reactions import texts
from motcua.reactions.texts.wording import SMS_LENGTH
from tests.world import MONDAY, World


def test_a_dossier_without_a_date_promises_none(world: World) -> None:
    dossier = world.draft()
    Dossier.objects.filter(pk=dossier.pk).update(term_amount=None, term_unit="no_date")
    world.walk(dossier, ("file", "accept"), at=MONDAY)
    told = queries.line_told(str(dossier.history.get(action="accept").pk))

    [sms] = texts.letters_for(told)

    assert "Khong hen ngay" in sms.text
    assert "chậm nhất" not in sms.text


def test_letters_are_vietnamese_though_the_page_was_english(world: World) -> None:
    Account.objects.filter(pk=world.an.pk).update(email="an@example.vn", email_confirmed_at=MONDAY)
    dossier = world.dossier("accept")
    told = queries.line_told(str(dossier.history.get(action="accept").pk))
    vietnamese = texts.letters_for(told)

    with translation.override("en"):
        english = texts.letters_for(told)

    assert {letter.channel for letter in vietnamese} == {"sms", "email"}
    assert english == vietnamese


def test_a_move_that_concerns_nobody_outside_is_not_told(world: World) -> None:
    dossier = world.dossier("begin")
    told = queries.line_told(str(dossier.history.get(action="begin").pk))

    assert texts.letters_for(told) == []


LONGEST = "H15.50.05.13.22.33.44.55.66.77.88-261120-00007".ljust(47, "0")
GSM = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:/-?!()")
MOMENT = "2026-11-26T17:00:00+07:00"
FACTS = {
    **dict.fromkeys(("accept_by", "promised_at", "due_at", "due_before", "due_at_before"), MOMENT),
    "items": 12,
    "expected_on": "2026-11-30",
    "gone_on": "2026-11-30",
    "amount": 12_500_000,
    "answer_by": MOMENT,
    "kind": "01",
    "number": "12/TNHT",
}


def test_every_action_is_told_or_says_why_not() -> None:
    words = {str(action) for action in Action}

    assert set(texts.SMS) == set(texts.MAIL)
    assert words - set(texts.SMS) == set(texts.SILENT) & words
    assert not set(texts.SMS) & set(texts.SILENT)


def anything(world: World, word: str) -> Told:
    dossier = world.dossier("accept")
    told = queries.line_told(str(dossier.history.get(action="accept").pk))
    dossier.code, dossier.withdrawal_by = LONGEST, MONDAY
    line = told.line
    assert line is not None
    line.action = word
    words = {"reason": "Ảnh mờ", "ground": "Luật Hộ tịch", "give_back": "Giấy chứng sinh"}
    return replace(
        told, word=word, dossier=dossier, facts=FACTS, words=words, owed=12_500_000, line=line, draft="A" * 22
    )


@pytest.mark.parametrize("word", sorted(texts.SMS))
def test_every_text_fits_one_sms_in_a_demo_with_the_longest_code(world: World, demo: None, word: str) -> None:
    Account.objects.filter(pk=world.an.pk).update(email="an@example.vn", email_confirmed_at=MONDAY)
    [sms, mail] = texts.letters_for(anything(world, word))

    assert sms.text.startswith("DEMO: Mot Cua")
    assert len(sms.text) <= SMS_LENGTH, sms.text
    assert set(sms.text) <= GSM
    assert LONGEST in sms.text or word in {"draft_expires", "draft_shown"}
    assert mail.text.startswith("DEMO")
    assert len(mail.subject) <= 6 + 70 + 3 + len(LONGEST)
    assert "None" not in mail.text + sms.text


@pytest.mark.parametrize(
    "word", ["refuse", "stop", "apologise", "decline_withdrawal", "finish_refused", "stop_unanswered"]
)
def test_bad_news_says_where_and_until_when_to_complain(world: World, word: str) -> None:
    Account.objects.filter(pk=world.an.pk).update(email="an@example.vn", email_confirmed_at=MONDAY)
    [_sms, mail] = texts.letters_for(anything(world, word))

    assert "khiếu nại với người đứng đầu" in mail.text
    assert "07/02/2027" in mail.text  # ninety days from 9 November 2026
    assert "chưa đối chiếu" in mail.text
