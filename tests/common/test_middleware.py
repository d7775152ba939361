"""Headers of every answer, and refusals of the domain as pages."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils.translation import get_language

from motcua.common.errors import Conflict, TooOften
from motcua.common.middleware import POLICY, ChosenLanguage, PlainRefusals, SecurityHeaders


def asked() -> HttpRequest:
    return RequestFactory().get("/")


class TestSecurityHeaders:
    def test_every_answer_carries_a_policy_without_inline_code(self) -> None:
        response = SecurityHeaders(lambda request: HttpResponse("x"))(asked())

        assert response["Content-Security-Policy"] == POLICY
        assert "unsafe" not in POLICY
        assert "default-src 'self'" in POLICY

    def test_a_stricter_policy_of_a_page_stays(self) -> None:
        strict = HttpResponse("x", headers={"Content-Security-Policy": "default-src 'none'"})

        assert SecurityHeaders(lambda request: strict)(asked())["Content-Security-Policy"] == "default-src 'none'"


@pytest.mark.django_db
class TestPlainRefusals:
    @pytest.mark.parametrize(("refusal", "status"), [(Conflict(), 409), (TooOften(), 429)])
    def test_what_the_domain_refuses_becomes_a_page(self, refusal: Exception, status: int) -> None:
        answer = PlainRefusals(lambda request: HttpResponse()).process_exception(asked(), refusal)

        assert answer is not None
        assert answer.status_code == status

    def test_a_mistake_of_ours_stays_one(self) -> None:
        assert PlainRefusals(lambda request: HttpResponse()).process_exception(asked(), KeyError()) is None


class TestChosenLanguage:
    @pytest.mark.parametrize(("cookie", "spoken"), [("", "vi"), ("en", "en"), ("vi", "vi"), ("xx", "vi")])
    def test_only_a_choice_changes_the_language_never_the_browser(self, cookie: str, spoken: str) -> None:
        request = asked()
        request.META["HTTP_ACCEPT_LANGUAGE"] = "en-US,en;q=0.9"
        request.COOKIES["django_language"] = cookie

        response = ChosenLanguage(lambda request: HttpResponse(get_language() or ""))(request)

        assert response.content.decode() == spoken
        assert response["Content-Language"] == spoken


@pytest.mark.django_db
def test_more_in_one_press_than_we_read_is_refused_before_it_is_read() -> None:
    request = RequestFactory().post("/")
    request.META["CONTENT_LENGTH"] = "5000000000"

    response = PlainRefusals(lambda request: HttpResponse("read"))(request)

    assert response.status_code == 413
    assert "100 MB" in response.content.decode()
