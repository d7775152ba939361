"""The wording for what the table of letters does not reach: terms without a date."""

from django.utils import translation

from motcua.accounts.models import Account
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.reactions import texts
from tests.world import MONDAY, World


def test_a_dossier_without_a_date_promises_none(world: World) -> None:
    dossier = world.dossier("accept")
    Dossier.objects.filter(pk=dossier.pk).update(due_at=None)
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
