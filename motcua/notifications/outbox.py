"""Files of the outbox: whole or not there, and written once however often they are sent."""

import os
from pathlib import Path

from django.conf import settings


def write(folder: str, name: str, content: bytes) -> Path:
    """Put a file into `MOTCUA_HOME/outbox/<folder>/`; the same name again changes nothing."""
    place = Path(settings.OUTBOX) / folder
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = place / name
    if target.exists():
        return target
    passing = place / f".{name}.{os.getpid()}"
    with passing.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    passing.rename(target)
    return target
