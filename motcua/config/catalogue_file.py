"""A file of the national catalogue: imported when asked for, or at a start when it is new."""

import hashlib
from pathlib import Path

from django.utils import timezone

from motcua.catalogue.importing import Summary, import_procedures
from motcua.catalogue.models import Loading

from .failures import CommandFailed
from .progress import progress_bar

EDITION = b"4"
"""Changes when the same file is understood differently, so that a start with CATALOGUE reads it again."""


def import_file(path: Path, *, dry_run: bool = False) -> Summary:
    """Import with a bar, or only say what would be imported.

    :raises CommandFailed: it cannot be read, or holds no procedure.
    """
    with progress_bar("Procedures") as progress:
        try:
            summary = import_procedures(path, at=timezone.now(), progress=progress, dry_run=dry_run)
        except (OSError, EOFError, UnicodeDecodeError) as mistake:
            raise CommandFailed(f"{path} cannot be read: {mistake}") from mistake
    if summary.total == len(summary.skipped):
        raise CommandFailed(f"{path} holds no procedure. {' '.join(summary.skipped[:1])}".strip())
    return summary


def import_once(path: Path) -> bool:
    """Import unless this very file is what this database holds; whether there was anything to do.

    :raises CommandFailed: it cannot be read, or holds no procedure.
    """
    try:
        digest = hashlib.sha256(EDITION + path.read_bytes()).hexdigest()
    except OSError as mistake:
        raise CommandFailed(f"CATALOGUE {path} cannot be read: {mistake}") from mistake
    if Loading.objects.filter(name="CATALOGUE", digest=digest).exists():
        return False
    import_file(path)
    Loading.objects.update_or_create(name="CATALOGUE", defaults={"digest": digest, "at": timezone.now()})
    return True
