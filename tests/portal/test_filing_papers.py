"""Papers and the way of the result: what is acceptable is kept, what is not is told in words."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.documents import storing
from motcua.dossiers import actions
from motcua.dossiers.models import Attachment, Dossier
from tests.world import BIRTH, MONDAY, World, a_picture


@pytest.fixture
def draft(world: World) -> Dossier:
    """A birth registration whose form is filled in, without papers."""
    answers = world.answers(BIRTH, world.an)
    return actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY, answers=answers)


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def page(draft: Dossier) -> str:
    return f"/ban-nhap/{draft.pk}/giay-to/"


def a_text(name: str = "ghi-chu.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"PK\x03\x04 not a picture", content_type="image/png")


def files(draft: Dossier) -> list[str]:
    return [row.file.name for row in Attachment.objects.filter(dossier=draft).select_related("file")]


class TestPage:
    def test_has_a_slot_for_each_paper_that_this_way_asks_for(self, an: Client, draft: Dossier) -> None:
        html = an.get(page(draft)).content.decode()

        assert "Tải tệp lên" in html
        assert "Giấy chứng sinh" in html
        assert "Bản sao chứng thực giấy tờ có ảnh của người nộp" not in html

    def test_offers_other_counters_of_the_province(self, an: Client, draft: Dossier) -> None:
        html = an.get(page(draft)).content.decode()

        assert "Tại quầy khác trong tỉnh" in html
        assert "Trung tâm Phục vụ hành chính công xã Tháp Mười" in html


class TestKeeping:
    def test_several_files_in_a_slot_and_on_to_the_review(self, an: Client, draft: Dossier) -> None:
        sent = {"paper-1": [a_picture("mat-truoc.png"), a_picture("mat-sau.png")], "delivery": "counter"}

        response = an.post(page(draft), sent)

        assert response.headers["Location"] == f"/ban-nhap/{draft.pk}/kiem-tra/"
        assert files(draft) == ["mat-truoc.png", "mat-sau.png"]
        draft.refresh_from_db()
        assert draft.delivery == "counter"

    def test_the_page_tells_what_arrived_with_its_size(self, an: Client, draft: Dossier) -> None:
        an.post(page(draft), {"paper-1": a_picture("chung-sinh.png"), "delivery": "online"})

        html = an.get(page(draft)).content.decode()

        assert "chung-sinh.png" in html
        assert "1\u00a0kB" in html

    def test_a_file_comes_back_as_it_was_sent(self, an: Client, draft: Dossier) -> None:
        an.post(page(draft), {"paper-1": a_picture("chung-sinh.png"), "delivery": "online"})
        stored = Attachment.objects.get(dossier=draft).file

        response = an.get(f"/ban-nhap/{draft.pk}/tep/{stored.pk}/")

        sent = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        assert sent == a_picture().read()
        assert response.headers["Content-Disposition"].startswith("attachment")


class TestRefusing:
    @pytest.mark.parametrize(
        ("upload", "words"),
        [
            (a_text, "Chỉ nhận PDF, JPEG, PNG"),
            (lambda: SimpleUploadedFile("trong.pdf", b""), "Mở thử trên máy rồi chọn lại"),
        ],
        ids=["wrong type", "empty"],
    )
    def test_says_why_and_keeps_everything_else(self, an: Client, draft: Dossier, upload: Any, words: str) -> None:
        sent = {
            "paper-1": [a_picture("tot.png"), upload()],
            "delivery": "post",
            "delivery_address": "Số 12, ấp Mỹ Thạnh, xã Thanh Mỹ",
            "recipient_name": "Trần Văn Bình",
        }

        response = an.post(page(draft), sent)

        html = response.content.decode()
        assert response.status_code == 422
        assert words in html
        assert '<a href="#paper-1">' in html
        assert files(draft) == ["tot.png"]
        assert 'value="Số 12, ấp Mỹ Thạnh, xã Thanh Mỹ"' in html
        draft.refresh_from_db()
        assert (draft.delivery, draft.delivery_address) == ("post", "Số 12, ấp Mỹ Thạnh, xã Thanh Mỹ")

    def test_a_file_too_heavy_is_told_its_weight(
        self, an: Client, draft: Dossier, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(storing, "MAX_SIZE", 50)

        html = an.post(page(draft), {"paper-1": a_picture(), "delivery": "counter"}).content.decode()

        assert "Chụp lại ở cỡ nhỏ hơn" in html
        assert files(draft) == []

    def test_a_missing_paper_is_named(self, an: Client, draft: Dossier) -> None:
        response = an.post(page(draft), {"delivery": "counter"})

        assert response.status_code == 422
        assert "Còn thiếu Giấy chứng sinh" in response.content.decode()

    def test_leaving_needs_no_paper(self, an: Client, draft: Dossier) -> None:
        response = an.post(page(draft), {"delivery": "counter", "later": "1"})

        assert response.headers["Location"] == "/ho-so/"


class TestRemoving:
    def test_takes_one_file_out_and_stays_on_the_page(self, an: Client, draft: Dossier) -> None:
        an.post(page(draft), {"paper-1": [a_picture("mot.png"), a_picture("hai.png")], "delivery": "counter"})
        first = Attachment.objects.filter(dossier=draft, file__name="mot.png").get().file_id

        response = an.post(page(draft), {"remove": str(first), "delivery": "counter"})

        assert response.headers["Location"] == page(draft)
        assert files(draft) == ["hai.png"]

    def test_removing_what_is_not_there_harms_nothing(self, an: Client, draft: Dossier) -> None:
        an.post(page(draft), {"paper-1": a_picture("mot.png"), "delivery": "counter"})

        for gone in (str(uuid.uuid1()), "x"):
            an.post(page(draft), {"remove": gone, "delivery": "counter"})

        assert files(draft) == ["mot.png"]

    def test_enter_in_a_field_removes_nothing(self, an: Client, draft: Dossier) -> None:
        an.post(page(draft), {"paper-1": a_picture("mot.png"), "delivery": "counter"})

        html = an.get(page(draft)).content.decode()
        form = html[html.index('enctype="multipart/form-data"') :]

        assert form.index('<button type="submit" class="govuk-visually-hidden"') < form.index('name="remove"')


class TestReceiving:
    @pytest.mark.parametrize(
        ("sent", "words"),
        [
            ({}, "Chọn nơi nhận kết quả"),
            ({"delivery": "post"}, "Ghi địa chỉ nhận qua bưu chính"),
            ({"delivery": "other_counter"}, "Chọn quầy sẽ đến nhận"),
            ({"delivery": "counter", "recipient_phone": "0987 654 322"}, "Ghi họ và tên người nhận"),
            ({"delivery": "counter", "recipient_name": "B", "recipient_id_number": "12"}, "12 chữ số"),
        ],
    )
    def test_what_is_missing_is_named(self, an: Client, draft: Dossier, sent: dict[str, str], words: str) -> None:
        response = an.post(page(draft), sent | {"later": "1"})

        assert response.status_code == 422
        assert words in response.content.decode()

    def test_another_counter_and_another_person(self, an: Client, draft: Dossier, world: World) -> None:
        counter = world.agency("trung_tam_xa", "30037")
        sent = {
            "delivery": "other_counter",
            "delivery_agency": str(counter.pk),
            "recipient_name": "Trần Văn Bình",
            "recipient_id_number": "087 085 000 022",
            "recipient_phone": "0987 654 322",
            "later": "1",
        }

        an.post(page(draft), sent)

        draft.refresh_from_db()
        recipient = draft.parties.get(role="recipient")
        assert draft.delivery_agency == counter
        assert (recipient.name, recipient.id_number, recipient.phone) == (
            "Trần Văn Bình",
            "087085000022",
            "+84987654322",
        )
        assert 'value="087 085 000 022"' in an.get(page(draft)).content.decode()

    def test_a_counter_of_nowhere_is_refused(self, an: Client, draft: Dossier) -> None:
        sent = {"delivery": "other_counter", "delivery_agency": str(uuid.uuid1())}

        assert an.post(page(draft), sent).status_code == 422
