"""Collects style sheets, scripts and pictures under hashed names into HOME/static, when they have changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from .home import Home, write_whole


def collect(home: Home) -> bool:
    """Whether there was anything to do; one look at every file's size and time is quicker than hashing them."""
    stamp = home.run / "static"
    now = _state()
    if Path(settings.STATIC_ROOT).exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == now:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    write_whole(stamp, now)
    return True


def _state() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()
