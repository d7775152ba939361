"""The system's Chromium: where it is and how it is started."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "/snap/bin/chromium", "google-chrome", "google-chrome-stable")
MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


def chromium_path() -> str:
    """The system's browser.

    :raises AssertionError: there is none; it is not skipped in silence.
    """
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    path = found or (MACOS if Path(MACOS).exists() else None)
    assert path, "the browser journeys need Chromium: sh requirements/chromium.sh says how to get it"
    return path
