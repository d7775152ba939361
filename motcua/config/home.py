"""Where one installation keeps everything that is its own: database, files, secrets, outbox, pids."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from .environment import env

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Home:
    """The folder MOTCUA_HOME, absolute, and the places inside it."""

    path: Path

    @property
    def pg(self) -> Path:
        """The embedded database's own folder; PostgreSQL alone writes there."""
        return self.path / "pg"

    @property
    def run(self) -> Path:
        """Pids, locks and the database's port: worth nothing once nothing runs."""
        return self.path / "run"

    @property
    def secrets(self) -> Path:
        """Keys and passwords made at the first start."""
        return self.path / "secrets"

    @property
    def lock(self) -> Path:
        """Held by the one `motcua run` of this home."""
        return self.path / "lock"

    def create(self) -> None:
        """Make the folders; only their owner may read them.

        Root leaves the way through open, since PostgreSQL then runs as another user below it.
        """
        passage = 0o711 if os.geteuid() == 0 else 0o700
        self.path.mkdir(mode=passage, parents=True, exist_ok=True)
        for folder in (self.run, self.secrets, self.path / "files", self.path / "outbox"):
            folder.mkdir(mode=0o700, exist_ok=True)

    def secret(self, name: str) -> str:
        """The secret of that name, made at random when it is asked for first."""
        path = self.secrets / name
        if not path.exists():
            fresh = path.with_name(f".{name}.{secrets.token_hex(4)}")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
            try:
                os.link(fresh, path)  # of two first starts at once, one link wins and both read the same secret
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return path.read_text(encoding="ascii").strip()

    def pid_file(self, name: str) -> Path:
        """Where the pid of the running web server, worker or database stands."""
        return self.run / f"{name}.pid"


def resolve() -> Home:
    """MOTCUA_HOME, else `var/` in the checkout, else `var/` where we stand."""
    beside = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    return Home(Path(env("MOTCUA_HOME") or beside / "var").expanduser().absolute())


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that a reader sees the old one or the new one, never half of it."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
