"""Storing files: judged by content, kept byte for byte, named by id and never by what a person called them."""

import hashlib
import unicodedata
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO

import filetype  # type: ignore[import-untyped]
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from motcua.common.words import size as in_words

from .models import ScanState, StoredFile

MAX_SIZE = 20_000_000  # bytes
ACCEPTED = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}
HEAD = 1024  # bytes read to judge what a file is


class Unacceptable(Exception):
    """A file is refused; the message tells the person why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def content_type_of(head: bytes) -> str | None:
    """The accepted type that the first bytes show, whatever the name or the browser says."""
    if b"%PDF-" in head:  # ISO 32000-1, annex H: readers accept the header within the first 1024 bytes
        return "application/pdf"
    guessed = filetype.guess_mime(head)
    return guessed if guessed in ACCEPTED else None


def judge(upload: "UploadedFile[bytes]") -> str:
    """The content type of an acceptable upload.

    :raises Unacceptable: empty, too large, or not a PDF, JPEG or PNG.
    """
    size = upload.size or 0
    if not size:
        raise Unacceptable(_("Tệp “%(name)s” trống. Mở thử trên máy rồi chọn lại") % {"name": upload.name})
    if size > MAX_SIZE:
        raise Unacceptable(
            _("Tệp “%(name)s” nặng %(size)s, tối đa %(most)s. Chụp lại ở cỡ nhỏ hơn")
            % {"name": upload.name, "size": in_words(size), "most": in_words(MAX_SIZE)}
        )
    upload.seek(0)
    found = content_type_of(upload.read(HEAD))
    if found is None:
        shown = PurePosixPath(upload.name or "").suffix.lstrip(".").upper() or _("loại khác")
        raise Unacceptable(
            _("Chỉ nhận PDF, JPEG, PNG. Tệp “%(name)s” là %(shown)s; lưu thành PDF rồi tải lại")
            % {"name": upload.name, "shown": shown}
        )
    return found


def _clean_name(name: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFC", name) if c.isprintable() and c not in '/\\"')
    return kept[-200:].strip() or "tep"


def write(upload: "UploadedFile[bytes]", *, at: datetime) -> StoredFile:
    """Keep the bytes of an upload; the caller saves the row, several at once where there are several.

    The bytes are on the disk before the row is written; a rollback leaves bytes without a row, which harms nobody.

    :raises Unacceptable: see `judge`.
    """
    content_type = judge(upload)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    stored = StoredFile(
        name=_clean_name(upload.name or ""),
        content_type=content_type,
        size=upload.size or 0,
        sha256=digest.hexdigest(),
        stored_at=at,
    )
    upload.seek(0)
    default_storage.save(path_of(stored), upload)
    return stored


def store(upload: "UploadedFile[bytes]", *, at: datetime) -> StoredFile:
    """Keep one upload, bytes and row.

    :raises Unacceptable: see `judge`.
    """
    stored = write(upload, at=at)
    stored.save(force_insert=True)
    return stored


def keep(content: bytes, *, name: str, content_type: str, at: datetime) -> StoredFile:
    """Keep bytes that the program made itself; they need no scanner."""
    stored = StoredFile(
        name=name,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        scan=ScanState.CLEAN,
        stored_at=at,
    )
    default_storage.save(path_of(stored), ContentFile(content))
    stored.save(force_insert=True)
    return stored


def copy(stored: StoredFile, *, at: datetime) -> StoredFile:
    """The same bytes as a file of its own: what one holder throws away stays with the other."""
    twin = StoredFile(
        name=stored.name,
        content_type=stored.content_type,
        size=stored.size,
        sha256=stored.sha256,
        scan=stored.scan,
        stored_at=at,
    )
    with open_file(stored) as content:
        default_storage.save(path_of(twin), File(content))
    twin.save(force_insert=True)
    return twin


def path_of(stored: StoredFile) -> str:
    """Where the bytes lie, relative to the storage."""
    name = stored.id.hex
    return f"{name[-2:]}/{name}"


def open_file(stored: StoredFile) -> "File[bytes] | IO[bytes]":
    """The bytes, for reading."""
    return default_storage.open(path_of(stored), "rb")


def discard(stored: StoredFile) -> None:
    """Delete the row, and the bytes once the transaction is through."""
    path = path_of(stored)
    stored.delete()
    transaction.on_commit(lambda: default_storage.delete(path))
