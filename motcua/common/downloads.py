"""Files leave as downloads only; no browser shows one inside our origin."""

from typing import IO

from django.core.files.base import File
from django.http import FileResponse


def download(opened: "IO[bytes] | File[bytes]", name: str, content_type: str) -> FileResponse:
    """The answer that saves a file under its own name and is kept by no cache."""
    response = FileResponse(opened, as_attachment=True, filename=name, content_type=content_type)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response
