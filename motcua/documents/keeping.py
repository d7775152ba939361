"""Whether issued papers are still the bytes that were issued: a file swapped on disk is found."""

import hashlib
from uuid import UUID

from .models import IssuedPaper
from .storing import open_file

PART = 200
CHUNK = 64 * 1024


def swapped(after: UUID | None, most: int = PART) -> tuple[list[UUID], UUID | None]:
    """The next papers in the order of their ids whose file is gone or altered, and after which paper to go on."""
    found = IssuedPaper.objects.filter(file__isnull=False).select_related("file").order_by("id")
    papers = list((found.filter(pk__gt=after) if after else found)[:most])
    wrong = [paper.pk for paper in papers if paper.file is not None and _digest(paper) != paper.file.sha256]
    return wrong, papers[-1].pk if len(papers) == most else None


def _digest(paper: IssuedPaper) -> str:
    """SHA-256 of the bytes as they lie there; empty where they are gone."""
    assert paper.file is not None
    read = hashlib.sha256()
    try:
        with open_file(paper.file) as opened:
            while chunk := opened.read(CHUNK):
                read.update(chunk)
    except OSError:
        return ""
    return read.hexdigest()
