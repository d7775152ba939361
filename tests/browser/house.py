"""The house that the journeys visit: `motcua run` as an operator starts it, on a home of its own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READY_WITHIN = 90.0
TOLD_WITHIN = 60.0
LOOK_EVERY = 0.1


class NotServed(Exception):
    """The house did not open; what it said is the message."""


@dataclass(frozen=True)
class House:
    """A running installation, seen from outside: its address, its outbox, its command line."""

    url: str
    home: Path
    environment: dict[str, str]

    def say(self, *words: str) -> str:
        """What the command line answers."""
        command = [sys.executable, "-m", "motcua.config.cli", *words]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def said(self) -> str:
        """The last words of its log: what a 500 was about."""
        return (self.home / "said.log").read_text(errors="replace")[-4000:]

    def code_of(self, login: str) -> str:
        """The six digits that an officer's telephone shows now."""
        return self.say("demo-code", login)

    def seeded(self) -> dict[str, Any]:
        """People and dossiers in every state, made when they are asked for first."""
        return dict(json.loads(self.say("seed-demo", "--json")))

    def texts_to(self, phone: str) -> list[dict[str, Any]]:
        """What was sent to a telephone, oldest first."""
        found = [json.loads(path.read_text()) for path in (self.home / "outbox/sms").glob("*.json")]
        return sorted((text for text in found if text["to"] == phone), key=lambda text: text["at"])

    def text_of(self, phone: str, kind: str, *, after: int = 0) -> str:
        """The newest text of that kind, as soon as there are more than `after` of them.

        :raises NotServed: none came in time.
        """
        deadline = time.monotonic() + TOLD_WITHIN
        while time.monotonic() < deadline:
            found = [text for text in self.texts_to(phone) if text["kind"] == kind]
            if len(found) > after:
                return str(found[-1]["text"])
            time.sleep(LOOK_EVERY)
        raise NotServed(f"no {kind} to {phone}; only {self.texts_to(phone)}")


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def open_house() -> Iterator[House]:
    """Start it as `make run` does, and stop it as Ctrl-C does.

    :raises NotServed: with what it said.
    """
    folder = Path(tempfile.mkdtemp(prefix="motcua-house-"))
    folder.chmod(0o711)
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    environment |= {"MOTCUA_HOME": str(folder), "PORT": str(port), "WEB_WORKERS": "1"}
    log = folder / "said.log"
    with log.open("wb") as said:
        command = [sys.executable, "-m", "motcua.config.cli", "run", "--stop-with-parent"]
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said, start_new_session=True)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(process, f"{url}/", log)
        yield House(url, folder, environment)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while address not in (said := log.read_text()):
        if process.poll() is not None or time.monotonic() > deadline:
            raise NotServed(said)
        time.sleep(LOOK_EVERY)
