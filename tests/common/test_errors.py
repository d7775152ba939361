"""Refusals and failures as the person at the screen sees them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.utils import timezone

from motcua.common import errors

pytestmark = pytest.mark.django_db
SAME = "same-origin"


def asked(path: str = "/ho-so/moi/") -> HttpRequest:
    return RequestFactory().get(path)


def posted(site: str, **data: str) -> HttpRequest:
    return RequestFactory().post("/dang-ky/", data, headers={"sec-fetch-site": site})


def words_of(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


class TestRefusals:
    def test_an_unknown_address_is_404_in_words(self) -> None:
        response = Client().get("/khong-co-gi-o-day/")

        assert response.status_code == 404
        assert "Không có trang này" in words_of(response)

    def test_a_dossier_that_moved_on_is_409_with_the_way_back(self) -> None:
        response = errors.conflict(asked("/can-bo/ho-so/x/"))

        assert response.status_code == 409
        assert 'href="/can-bo/ho-so/x/"' in words_of(response)

    def test_a_request_nobody_sends_is_400(self) -> None:
        assert errors.bad_request(asked()).status_code == 400


class TestTooOften:
    def test_tells_people_and_programs_how_long_to_wait(self) -> None:
        response = errors.too_often(asked(), errors.TooOften(timezone.now() + timedelta(minutes=12, seconds=30)))

        assert response.status_code == 429
        assert 740 <= int(response["Retry-After"]) <= 750
        assert "Chờ 13 phút rồi thử lại." in words_of(response)

    def test_without_a_moment_it_is_a_quarter_of_an_hour(self) -> None:
        assert "Chờ 15 phút" in words_of(errors.too_often(asked(), errors.TooOften()))

    def test_a_long_wait_is_told_as_a_moment(self) -> None:
        until = datetime(2099, 1, 1, 17, 0, tzinfo=UTC)

        assert "Chờ đến 00:00 thứ Sáu, 02/01/2099" in words_of(errors.too_often(asked(), errors.TooOften(until)))

    def test_a_moment_gone_by_still_asks_for_a_minute(self) -> None:
        response = errors.too_often(asked(), errors.TooOften(timezone.now() - timedelta(hours=1)))

        assert response["Retry-After"] == "60"
        assert "Chờ 1 phút" in words_of(response)


class TestCsrfFailure:
    def test_what_was_typed_is_ready_to_send_again(self) -> None:
        response = errors.csrf_failure(posted(SAME, name='An "Hai"', birth="2/11"))

        assert response.status_code == 403
        assert '<input type="hidden" name="name" value="An &#34;Hai&#34;">' in words_of(response)
        assert "csrfmiddlewaretoken" in words_of(response)

    @pytest.mark.parametrize("name", ["password", "password1", "code", "csrfmiddlewaretoken"])
    def test_secrets_are_not_written_into_the_page(self, name: str) -> None:
        assert "một bí mật" not in words_of(errors.csrf_failure(posted(SAME, **{name: "một bí mật"})))

    @pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
    def test_what_another_site_sent_is_never_offered_for_sending(self, site: str) -> None:
        page = words_of(errors.csrf_failure(posted(site, name="kẻ lạ")))

        assert "kẻ lạ" not in page
        assert "<form" not in page


class TestFailures:
    def test_a_failure_names_an_incident_that_the_log_knows(self, caplog: pytest.LogCaptureFixture) -> None:
        response = errors.server_error(asked())

        assert response.status_code == 500
        incident = caplog.messages[0].split()[1]
        assert len(incident) == 8
        assert incident in words_of(response)

    def test_planned_work_says_until_when(self) -> None:
        until = timezone.now() + timedelta(minutes=30)
        response = errors.unavailable(asked(), until)

        assert response.status_code == 503
        assert f"đến {timezone.localtime(until):%H:%M}" in words_of(response)
        assert 1700 < int(response["Retry-After"]) <= 1800

    def test_work_without_an_end_promises_none(self) -> None:
        response = errors.unavailable(asked())

        assert "Hệ thống đang bảo trì</h1>" in words_of(response)
        assert int(response["Retry-After"]) >= 20
