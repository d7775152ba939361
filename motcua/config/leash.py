"""Ties a process to its parent: when the parent is gone, however it went, the process ends too.

Our own processes use a thread that looks, which works on macOS too and can insist: asked politely first, killed when
the patience has run out. PostgreSQL, not being ours, gets Linux's death signal; elsewhere its keeper alone minds it.
"""

import ctypes
import os
import signal
import sys
import threading
import time

LOOK_EVERY = 0.3
PATIENCE = 6.0
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def tie(parent: int) -> None:
    """End this process within seconds after the parent with that pid; at once if it is gone already."""
    threading.Thread(target=_watch, args=(parent,), name="leash", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os.kill(os.getpid(), signal.SIGKILL)


def death_signal_setter(number: int) -> "SetDeathSignal | None":
    """For `Popen(preexec_fn=…)` of programs that are not ours: Linux sends them the signal when we die."""
    return SetDeathSignal(number) if sys.platform == "linux" else None


class SetDeathSignal:
    """Runs between fork and exec, so everything it needs is loaded beforehand."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.prctl = ctypes.CDLL(None).prctl

    def __call__(self) -> None:
        self.prctl(_DEATH_SIGNAL, self.number, 0, 0, 0)
