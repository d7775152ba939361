"""The web server: Granian on loopback, tied to the supervisor that started it.

usage: python -m motcua.config.web PARENT_PID PORT WORKERS
"""

import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from . import home
from .database import stay_joined
from .environment import env_bool
from .leash import tie

# A request still running after this many seconds is cut when the server stops.
KILL_AFTER = 5
THREADS = 4


def serve(port: int, workers: int) -> None:
    """Serve until SIGTERM. All workers share one start, so none is replaced while the others are fresh."""
    Server(
        "motcua.config.tied_wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        websockets=False,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    tie(int(sys.argv[1]))
    if env_bool("DATABASE_EMBEDDED", default=False):
        stay_joined(home.resolve())
    serve(int(sys.argv[2]), int(sys.argv[3]))
