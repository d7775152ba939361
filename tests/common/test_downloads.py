"""Files leave as downloads only."""

from io import BytesIO

from motcua.common.downloads import download


def test_a_file_is_saved_under_its_own_name_and_shown_by_no_browser() -> None:
    response = download(BytesIO(b"<script>"), "giấy chứng sinh.pdf", "application/pdf")

    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''gi%E1%BA%A5y")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Content-Security-Policy"] == "sandbox"
    assert b"".join(response) == b"<script>"
