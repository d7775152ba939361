"""The home page: what waits for the reader, search, look-up, life events."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.accounts.doors import public
from motcua.dossiers import queries


@dataclass(frozen=True)
class LifeEvent:
    """One tile: an icon's name, a word for the event, what it leads to, and the words searched for."""

    icon: str
    title: Promise
    hint: Promise
    keywords: str


LIFE_EVENTS = (
    LifeEvent("birth", _("Sinh con"), _("Đăng ký khai sinh, nhận cha, mẹ, con"), "khai sinh"),
    LifeEvent("marriage", _("Kết hôn"), _("Đăng ký kết hôn, xác nhận tình trạng hôn nhân"), "hôn"),
    LifeEvent("residence", _("Chỗ ở"), _("Thường trú, tạm trú, tách hộ"), "trú"),
    LifeEvent("identity", _("Căn cước"), _("Làm mới, đổi, làm lại khi mất"), "căn cước"),
    LifeEvent("copies", _("Bản sao, chứng thực"), _("Bản sao giấy khai sinh, chứng thực chữ ký"), "chứng thực"),
    LifeEvent("support", _("Trợ cấp"), _("Người cao tuổi, người khuyết tật, hộ nghèo"), "trợ"),
    LifeEvent("land", _("Đất đai, nhà ở"), _("Giấy chứng nhận đất, giấy phép xây dựng"), "đất"),
    LifeEvent("death", _("Người thân qua đời"), _("Đăng ký khai tử, hỗ trợ mai táng"), "khai tử"),
)
EXAMPLES = ("khai sinh", "đăng ký tạm trú", "chứng thực chữ ký")


@public
def home(request: HttpRequest) -> HttpResponse:
    """Where a citizen begins; for a stranger it asks the database nothing."""
    waiting = queries.mine(request.user).waiting if request.user.is_authenticated else []
    context = {"life_events": LIFE_EVENTS, "examples": EXAMPLES, "waiting": waiting}
    return render(request, "portal/home.html", context)
