"""A child process of the supervisor: in a group of its own, restarted when it dies, ended with its whole group."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass

from .home import Home, write_whole

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 10.0
LIVED_WELL = 30.0


@dataclass
class Child:
    """One program that must run as long as the supervisor does."""

    name: str
    command: list[str]
    home: Home
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    pause: float = FIRST_PAUSE / 2
    not_before: float = 0.0
    deaths: int = 0

    def look_after(self) -> None:
        """Start it, and again when it has died; one that keeps dying rests longer each time."""
        if self.process is None:
            if time.monotonic() >= self.not_before:
                self._start()
        elif self.process.poll() is not None:
            self.sweep()
            self.deaths += 1
            lived = time.monotonic() - self.started
            self.pause = FIRST_PAUSE if lived > LIVED_WELL else min(self.pause * 2, LONGEST_PAUSE)
            print(f"{self.name} ended with {self.process.returncode}; it is started again.", file=sys.stderr)
            self.not_before = time.monotonic() + self.pause
            self.process = None

    def _start(self) -> None:
        # A session of its own keeps Ctrl-C from reaching it before us.
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=sys.stderr, start_new_session=True
        )
        self.started = time.monotonic()
        write_whole(self.home.pid_file(self.name), str(self.process.pid))

    def ask_to_end(self) -> None:
        """Politely: what is under way may be finished."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, deadline: float) -> None:
        """Wait until the deadline, then kill whatever of its group is left."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"{self.name} did not end in time and is killed.", file=sys.stderr)
        self.sweep()
        self.process.wait()
        self.home.pid_file(self.name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Kill its group: a server that was killed leaves its workers behind, and they would go on answering."""
        if self.process is not None:
            # macOS says "not permitted" of a group that holds only the dead.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
