"""“Tra cứu hồ sơ”: a dossier's state without signing in, by its code and four digits."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.accounts.doors import public
from motcua.common import client, limits
from motcua.dossiers import queries
from motcua.eforms.typed import clean
from motcua.portal import telling

WRONG_PER_ADDRESS = 5
WRONG_PER_ADDRESS_OVER_ALL = 200  # codes can be counted up, so one address may not try five digits at each of them
MINUTES = 15 * 60
WRONG_PER_DAY = 50
DAY = 24 * 60 * 60
VIETNAM_OFFSET = 7 * 60 * 60  # the day of the limit ends at midnight in Vietnam
CODE_LENGTH = 60
HYPHENS = 2
DASHES = re.compile("[‐-―−]")
WITHOUT_HYPHENS = re.compile(r"(.+)([0-9]{6})([0-9]{4})")


@public
def lookup(request: HttpRequest) -> HttpResponse:
    """One form of two fields; the answer is shown on the same page."""
    context: dict[str, object] = {"code": "", "digits": "", "errors": [], "found": None}
    if request.method == "POST":
        code = _spelled(clean(request.POST.get("code", "")))[:CODE_LENGTH]
        digits = "".join(clean(request.POST.get("digits", "")).split())[:4]
        context |= {"code": code, "digits": digits, **_answer(request, code, digits)}
    status = 422 if context["errors"] else 200
    return render(request, "portal/lookup.html", context, status=status)


def _spelled(typed: str) -> str:
    """The code as it was given out, though its hyphens were left out, or typed as spaces or dashes."""
    code = "".join(DASHES.sub("-", typed.upper()).split())
    if code.count("-") == HYPHENS:
        return code
    apart = WITHOUT_HYPHENS.fullmatch(code.replace("-", ""))
    return "-".join(apart.groups()) if apart else code


def _answer(request: HttpRequest, code: str, digits: str) -> dict[str, object]:
    at = timezone.now()
    if errors := _missing(code, digits):
        return {"errors": errors}
    tried = _limits(request, code)
    if exceeded := limits.exceeded(tried, at=at):
        return {"errors": [("code", _resting(exceeded))]}
    found = queries.look_up(code, digits)
    if found is None:
        return {"errors": [("code", _("Không thấy hồ sơ với mã và 4 số này. Xem lại từng số trên biên nhận"))]}
    limits.forgive(tried, at=at)
    return {"found": found, "banner": telling.banner_of_found(found, at), "track": telling.track(found.status)}


def _missing(code: str, digits: str) -> list[tuple[str, str]]:
    errors = []
    if not code:
        errors.append(("code", _("Ghi mã hồ sơ")))
    if len(digits) != queries.DIGITS or not (digits.isascii() and digits.isdecimal()):
        errors.append(("digits", _("Ghi 4 số cuối của số định danh hoặc số điện thoại")))
    return errors


def _limits(request: HttpRequest, code: str) -> tuple[limits.Limit, ...]:
    address = client.address(request)
    return (
        limits.Limit(f"lookup:{code}:{address}", WRONG_PER_ADDRESS, MINUTES),
        limits.Limit(f"lookup:{code}", WRONG_PER_DAY, DAY, VIETNAM_OFFSET),
        limits.Limit(f"lookup-address:{address}", WRONG_PER_ADDRESS_OVER_ALL, MINUTES),
    )


def _resting(exceeded: limits.Limit) -> str:
    if exceeded.seconds == DAY:
        return _("Mã này bị thử sai quá nhiều lần, tra cứu nghỉ đến nửa đêm. Đăng nhập để xem, hoặc gọi quầy")
    return _("Thử sai quá nhiều lần. Chờ 15 phút rồi thử lại, hoặc đăng nhập để xem")
