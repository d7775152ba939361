"""Papers brought to the counter: recorded, kept, and sent on once all is answered."""

from django.test import Client
from django.utils import timezone

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import ItemKind, Status
from tests.world import World, a_picture

from .conftest import page, text_of


def asked(world: World) -> Dossier:
    dossier = world.dossier("file", at=timezone.now())
    items = [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ"), actions.Item(ItemKind.OTHER, "Đơn", "Thiếu chữ ký")]
    actions.ask_supplement(dossier, items, by=world.chi, at=timezone.now())
    return dossier


def test_part_is_kept_and_the_whole_is_sent(world: World, chi: Client) -> None:
    dossier = asked(world)
    path = f"/can-bo/ho-so/{dossier.code}/giay-to-mang-den/"
    assert "Ghi giấy tờ người nộp mang đến" in page(chi, f"/can-bo/ho-so/{dossier.code}/")
    assert "Đã lưu, chưa gửi" in text_of(
        chi.post(path, {"files-1": a_picture("anh.png"), "save": "1"}, follow=True).content.decode()
    )
    missing = chi.post(path, {"words-1": "", "send": "1"})
    assert missing.status_code == 422
    assert "Chưa trả lời: Đơn" in text_of(missing.content.decode())

    sent = chi.post(path, {"words-2": "Đã ký tại quầy", "send": "1"}, follow=True)

    assert "Đã ghi giấy tờ bổ sung" in text_of(sent.content.decode())
    assert Dossier.objects.get().status == Status.FILED
    assert dossier.history.get(action="supplement_first").actor == world.chi


def test_where_nothing_is_asked_the_page_says_so(world: World, chi: Client) -> None:
    dossier = world.dossier("file", at=timezone.now())

    assert "Không có yêu cầu bổ sung nào" in page(chi, f"/can-bo/ho-so/{dossier.code}/giay-to-mang-den/")


def test_words_that_no_paper_shows_are_told_and_nothing_is_sent(world: World, chi: Client) -> None:
    dossier = asked(world)
    path = f"/can-bo/ho-so/{dossier.code}/giay-to-mang-den/"

    answer = chi.post(path, {"words-1": "Đã nộp", "words-2": "Đã ký 𒀀", "send": "1"})

    assert answer.status_code == 422
    assert 'href="#words-2"' in answer.text
    assert "Đã ký 𒀀" in answer.text
    assert "Đã nộp" in page(chi, path)
    assert not dossier.history.filter(action="supplement_first").exists()
