"""Where this installation listens and how the world calls it: PORT, WEB_WORKERS, PUBLIC_URL."""

import http.client
import os
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from .environment import EnvironmentMistake, env

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class Address:
    """A port on 127.0.0.1 and the address printed for people."""

    port: int
    workers: int
    public: str

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can mean us."""
        return urlsplit(self.public).hostname in LOOPBACK

    def is_free(self) -> bool:
        """Whether nobody listens there: Granian would share the port in silence.

        :raises EnvironmentMistake: this user may not listen on that port.
        """
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of the last run may linger
            try:
                probe.bind(("127.0.0.1", self.port))
            except PermissionError as refusal:
                raise EnvironmentMistake(f"PORT {self.port} is not for this user: choose one from 1024 up") from refusal
            except OSError:
                return False
        return True

    def first_page(self) -> int | None:
        """The status with which the first page is answered, or nothing yet."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/", headers={"X-Forwarded-Proto": urlsplit(self.public).scheme})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()


def from_environment() -> Address:
    """Read and check the three variables.

    :raises EnvironmentMistake: one of them cannot be meant.
    """
    port = _whole_number("PORT", 8000, 65535)
    workers = _whole_number("WEB_WORKERS", max(1, min(4, (os.cpu_count() or 1) // 2)), 64)
    public = (env("PUBLIC_URL") or f"http://127.0.0.1:{port}").rstrip("/")
    parts = urlsplit(public)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise EnvironmentMistake(f"PUBLIC_URL must be like https://motcua.example.vn, without a path, not {public!r}")
    return Address(port, workers, public)


def _whole_number(name: str, default: int, largest: int) -> int:
    value = env(name) or str(default)
    if not value.isdecimal() or not 1 <= int(value) <= largest:
        raise EnvironmentMistake(f"{name} must be a number from 1 to {largest}, not {value!r}")
    return int(value)
