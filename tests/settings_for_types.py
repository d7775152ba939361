"""What mypy's Django plugin reads: the settings alone, so no database has to run while types are checked."""

import os

os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1/nothing")
os.environ.setdefault("SECRET_KEY", "types-need-no-secret")

from motcua.config.settings import *  # noqa: F403
