"""Files are judged by content, kept byte for byte, and refused in words."""

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.config.demo_files import one_page_pdf, picture
from motcua.documents import storing
from motcua.documents.models import StoredFile
from tests.world import MONDAY

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043")
PDF = one_page_pdf("x")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(picture(1), "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf"), (b"\n" * 900 + PDF, "application/pdf")],
)
def test_pdf_jpeg_and_png_are_known_by_content(content: bytes, kind: str) -> None:
    assert storing.judge(SimpleUploadedFile("whatever.exe", content)) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"MZ\x90\x00 program"), ("a.png", b"<svg onload=alert(1)>"), ("a.docx", b"PK\x03\x04"), ("a", b"text")],
)
def test_anything_else_is_refused_whatever_its_name(name: str, content: bytes) -> None:
    with pytest.raises(storing.Unacceptable, match="Chỉ nhận PDF, JPEG, PNG"):
        storing.judge(SimpleUploadedFile(name, content))


def test_an_empty_file_is_refused_in_words() -> None:
    with pytest.raises(storing.Unacceptable, match="trống"):
        storing.judge(SimpleUploadedFile("a.pdf", b""))


def test_a_file_over_the_limit_is_refused_with_both_sizes() -> None:
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload.size = storing.MAX_SIZE + 11_000_000

    with pytest.raises(storing.Unacceptable, match=r"31.MB, tối đa 20.MB"):
        storing.judge(upload)


def test_bytes_are_kept_as_they_are(db: None) -> None:
    stored = storing.store(SimpleUploadedFile("Giấy chứng sinh.pdf", PDF), at=MONDAY)

    with storing.open_file(stored) as kept:
        assert kept.read() == PDF
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.name, stored.size, stored.scan) == ("Giấy chứng sinh.pdf", len(PDF), "unscanned")


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\r\nb.pdf", '"x".pdf', "x" * 500 + ".pdf", "\u202egpj.exe"])
def test_names_cannot_climb_or_break_headers(db: None, name: str) -> None:
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload._name = name  # type: ignore[attr-defined]  # as a hostile browser sends it

    stored = storing.store(upload, at=MONDAY)

    assert not set('/\\"\r\n\u202e') & set(stored.name)
    assert len(stored.name) <= 200
    assert default_storage.exists(storing.path_of(stored))
    assert storing.path_of(stored).startswith(stored.id.hex[-2:])


def test_discarding_removes_row_and_bytes(db: None, django_capture_on_commit_callbacks: object) -> None:
    stored = storing.store(SimpleUploadedFile("a.pdf", PDF), at=MONDAY)
    path = storing.path_of(stored)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        storing.discard(stored)

    assert not StoredFile.objects.exists()
    assert not default_storage.exists(path)
