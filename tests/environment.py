"""The process the suite runs in: prepared as a pytest plugin, before Django reads its settings.

Nothing of the caller's environment but DATABASE_URL reaches the tests. Without it the embedded PostgreSQL is started
once, by the first process, and its workers inherit the address. Every process has a home of its own.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from contextlib import ExitStack
from pathlib import Path

import pytest

from motcua.config.database import database
from motcua.config.home import Home

OURS = (
    *("PORT", "PUBLIC_URL", "WEB_WORKERS", "CATALOGUE", "EMAIL_URL", "EMAIL_FROM", "REDIS_URL", "DATABASE_POOL"),
    *("DATABASE_URL_FILE", "SECRET_KEY_FILE", "SITE_INDEPENDENT"),
)
at_the_end = ExitStack()


def home() -> Path:
    """A folder that vanishes with this process; others may pass through it, since PostgreSQL does not run as root."""
    path = Path(tempfile.mkdtemp(prefix="motcua-test-"))
    path.chmod(0o711)
    (path / "static").mkdir()
    at_the_end.callback(shutil.rmtree, path, ignore_errors=True)
    return path


def prepare() -> None:
    """Set what `motcua.config.settings` reads."""
    for name in OURS:
        os.environ.pop(name, None)
    path = home()
    os.environ |= {"SECRET_KEY": "a-key-of-the-test-suite-and-of-nothing-else", "MOTCUA_HOME": str(path), "DEMO": "0"}
    if "DATABASE_URL" not in os.environ:
        with warnings.catch_warnings():
            # The database's keeper is meant to live on when the call that started it returns.
            warnings.simplefilter("ignore", ResourceWarning)
            os.environ["DATABASE_URL"] = at_the_end.enter_context(database(Home(path), throwaway=True))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Stop what was started, after Django has dropped its databases."""
    at_the_end.close()


atexit.register(at_the_end.close)  # pytest that does not get as far as its own end
prepare()
