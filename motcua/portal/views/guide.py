"""The guide: what on-line public services are and how to use them, on one sheet of paper."""

from functools import cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.accounts.doors import public

STEPS: tuple[tuple[Promise, Promise, Promise], ...] = (
    (
        _("Đăng nhập"),
        _("Chưa có tài khoản: bấm “Đăng ký”, ghi số định danh, số điện thoại và mã 6 số trong tin nhắn."),
        _("Trang “Đăng nhập” với ô số định danh và ô mật khẩu"),
    ),
    (
        _("Tìm thủ tục cần làm"),
        _("Gõ vài chữ, không dấu cũng được. “Chi tiết” cho biết giấy tờ, thời hạn, lệ phí."),
        _("Kết quả tìm “khai sinh” với nút “Chi tiết” và “Nộp hồ sơ”"),
    ),
    (
        _("Khai và tải giấy tờ lên"),
        _("Ảnh chụp bằng điện thoại cũng được. Nghỉ giữa chừng không mất gì."),
        _("Trang tải giấy tờ lên với nút “Tải tệp lên”"),
    ),
    (
        _("Kiểm tra lại rồi bấm “Nộp hồ sơ”"),
        _("Ông/bà nhận mã hồ sơ, ngày hẹn và tin nhắn báo đã nhận."),
        _("Trang kiểm tra lại với nút “Nộp hồ sơ”"),
    ),
    (
        _("Theo dõi và nhận kết quả"),
        _("Mở “Hồ sơ của tôi” xem đang chờ ai. Có kết quả thì có tin nhắn."),
        _("Trang hồ sơ cho biết đang chờ ai và ngày có kết quả"),
    ),
)


@cache
def pictures() -> tuple[str | None, ...]:
    """The picture of each step, where the browser journey has taken it."""
    names = [f"portal/guide/step-{number}.webp" for number in range(1, len(STEPS) + 1)]
    return tuple(name if finders.find(name) else None for name in names)


@public
def guide(request: HttpRequest) -> HttpResponse:
    """The whole guide; printing it gives one A4."""
    steps = [(*step, picture) for step, picture in zip(STEPS, pictures(), strict=True)]
    return render(request, "portal/guide.html", {"steps": steps})
