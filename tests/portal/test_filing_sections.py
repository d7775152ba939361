"""The parts of the form: what was typed is never lost, what is wrong stands beside its field."""

from typing import Any

import pytest
from django.test import Client

from motcua.dossiers import actions
from motcua.dossiers.models import AnswerRevision, Dossier
from tests.world import BIRTH, MONDAY, World

CHILD = {
    "child_name": "Trần Minh Khang",
    "child_birth_on-day": "2",
    "child_birth_on-month": "1",
    "child_birth_on-year": "2026",
    "child_sex": "male",
    "child_ethnic_group": "01",
    "child_nationality": "VN",
    "child_birth_place": "Trạm y tế xã Thanh Mỹ",
    "child_home_town": "xã Thanh Mỹ, tỉnh Đồng Tháp",
}


@pytest.fixture
def draft(world: World) -> Dossier:
    """A birth registration that An has just begun."""
    return actions.start_draft(world.start(BIRTH), by=world.an, at=MONDAY, answers={})


@pytest.fixture
def an(world: World) -> Client:
    return world.client(world.an)


def part(draft: Dossier, number: int) -> str:
    return f"/ban-nhap/{draft.pk}/phan/{number}/"


def answers(draft: Dossier) -> dict[str, Any]:
    kept: dict[str, Any] = AnswerRevision.objects.get(dossier=draft).answers
    return kept


class TestPage:
    def test_counts_parts_and_asks_a_question(self, an: Client, draft: Dossier) -> None:
        html = an.get(part(draft, 2)).content.decode()

        assert "Phần 2 trong 5: Người được khai sinh" in html
        assert "Trẻ được khai sinh là ai?" in html
        assert "Đã lưu lúc 08:00. Tắt máy cũng không mất." in html
        assert "Lưu và làm sau" in html

    def test_every_field_has_its_label_and_the_known_ones_their_autocomplete(self, an: Client, draft: Dossier) -> None:
        html = an.get(part(draft, 1)).content.decode()

        assert 'for="requester_name"' in html
        assert 'autocomplete="name"' in html
        assert 'autocomplete="bday-day"' in html

    def test_nothing_is_wrong_with_what_is_still_empty(self, an: Client, draft: Dossier) -> None:
        assert "chỗ cần sửa" not in an.get(part(draft, 2)).content.decode()

    @pytest.mark.parametrize("number", [0, 5, 99])
    def test_there_is_no_other_part(self, an: Client, draft: Dossier, number: int) -> None:
        assert an.get(part(draft, number)).status_code == 404


class TestSaving:
    def test_leads_to_the_next_part(self, an: Client, draft: Dossier) -> None:
        response = an.post(part(draft, 2), CHILD)

        assert response.headers["Location"] == part(draft, 3)
        assert answers(draft)["child_birth_on"] == "2026-01-02"
        assert answers(draft)["child_birth_in_words"] == "Ngày hai tháng một năm hai nghìn không trăm hai mươi sáu"

    def test_the_last_part_leads_to_the_papers(self, an: Client, draft: Dossier) -> None:
        response = an.post(part(draft, 4), {"copies_wanted": "no"})

        assert response.headers["Location"] == f"/ban-nhap/{draft.pk}/giay-to/"

    def test_a_wrong_value_is_told_beside_its_field_and_everything_typed_is_kept(
        self, an: Client, draft: Dossier
    ) -> None:
        response = an.post(part(draft, 2), CHILD | {"child_birth_on-day": "31", "child_birth_on-month": "2"})

        html = response.content.decode()
        assert response.status_code == 422
        assert "Có 1 chỗ cần sửa" in html
        assert '<a href="#child_birth_on">Tháng 2 năm 2026 chỉ có 28 ngày</a>' in html
        assert 'id="child_birth_on-error"' in html
        assert 'value="31"' in html
        assert 'value="Trần Minh Khang"' in html
        assert answers(draft)["child_birth_on"] == ["31", "2", "2026"]

    def test_a_mistake_is_still_there_and_still_told_after_coming_back(self, an: Client, draft: Dossier) -> None:
        an.post(part(draft, 2), CHILD | {"child_birth_on-day": "31", "child_birth_on-month": "2"})

        html = an.get(part(draft, 2)).content.decode()

        assert "Tháng 2 năm 2026 chỉ có 28 ngày" in html
        assert 'value="31"' in html

    def test_leaving_keeps_mistakes_too(self, an: Client, draft: Dossier) -> None:
        response = an.post(part(draft, 2), {"child_name": "Trần Văn 5", "later": "1"})

        assert response.headers["Location"] == "/ho-so/"
        assert answers(draft) == {"child_name": "Trần Văn 5"}

    def test_an_emptied_answer_is_gone_and_those_of_other_parts_stay(self, an: Client, draft: Dossier) -> None:
        an.post(part(draft, 3), {"mother_name": "Nguyễn Thị An", "mother_birth_year": "1990"})
        an.post(part(draft, 2), CHILD)

        an.post(part(draft, 3), {"mother_name": "Nguyễn Thị An"})

        assert answers(draft)["mother_name"] == "Nguyễn Thị An"
        assert "mother_birth_year" not in answers(draft)
        assert answers(draft)["child_name"] == "Trần Minh Khang"

    def test_a_character_that_cannot_be_kept_is_shown_and_refused(self, an: Client, draft: Dossier) -> None:
        response = an.post(part(draft, 2), CHILD | {"child_home_town": "xã\x00Thanh Mỹ"})

        assert response.status_code == 422
        assert "ký tự không đọc được" in response.content.decode()

    def test_what_is_typed_stays_text(self, an: Client, draft: Dossier) -> None:
        response = an.post(part(draft, 2), CHILD | {"child_home_town": '"><script>alert(1)</script>', "child_sex": ""})

        assert b"<script>alert" not in response.content

    def test_coming_from_the_review_leads_back_there(self, an: Client, draft: Dossier) -> None:
        page = an.get(part(draft, 2), {"review": "1"}).content.decode()

        response = an.post(part(draft, 2), CHILD | {"review": "1"})

        assert '<input type="hidden" name="review" value="1">' in page
        assert response.headers["Location"] == f"/ban-nhap/{draft.pk}/kiem-tra/"


class TestDiscard:
    def test_asks_first_and_says_what_is_lost(self, an: Client, draft: Dossier) -> None:
        html = an.get(f"/ban-nhap/{draft.pk}/xoa/").content.decode()

        assert "Xóa bản nháp này?" in html
        assert "sẽ mất hẳn" in html
        assert Dossier.objects.filter(pk=draft.pk).exists()

    def test_then_it_is_gone(self, an: Client, draft: Dossier) -> None:
        response = an.post(f"/ban-nhap/{draft.pk}/xoa/")

        assert response.headers["Location"] == "/ho-so/"
        assert not Dossier.objects.filter(pk=draft.pk).exists()
