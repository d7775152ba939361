"""The page of all components in all their states; only a demo and the tests show it."""

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

STATUSES = (
    (0, "Bản nháp"),
    (1, "Mới đăng ký"),
    (2, "Được tiếp nhận"),
    (3, "Không được tiếp nhận"),
    (4, "Đang xử lý"),
    (5, "Yêu cầu bổ sung giấy tờ"),
    (6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
    (7, "Công dân yêu cầu rút hồ sơ"),
    (8, "Dừng xử lý"),
    (9, "Đã xử lý xong"),
    (10, "Đã trả kết quả"),
)
POINTS = ("Đã nộp", "Tiếp nhận", "Đang xử lý", "Có kết quả", "Đã nhận")
ROOMS = ("citizen", "question", "done", "desk", "print")


@dataclass(frozen=True)
class SampleForm:
    """Stands for a published form: sections, and what was told in each under its headings."""

    sections: tuple[SimpleNamespace, ...] = (SimpleNamespace(title="Cha và mẹ"),)

    def told(self, _section: SimpleNamespace, _answers: dict[str, str]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Two headings with a row each."""
        return [("Mẹ", [("Họ và tên", "Trần Thị Bình")]), ("Cha", [("Họ và tên", "Lâm Văn Phúc")])]


@login_not_required
def kit(request: HttpRequest) -> HttpResponse:
    """One page for each room: `?room=desk`, `?room=question`, `?room=done` and `?room=print` show the others."""
    room = request.GET.get("room", "citizen")
    if not settings.DEMO or room not in ROOMS:
        raise Http404
    context = {"statuses": STATUSES, "points": POINTS, "birthday": date(2026, 11, 2), "form": SampleForm()}
    return render(request, f"kit/{room}.html", context)
