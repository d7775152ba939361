"""Where signing keys come from: PKCS#12 files now; a token or a remote service is another class with `signer`.

Keys are files of the installation, never rows. Without SIGNING_KEYS a demo authority is made at first use, and every
paper it signs says so.
"""

import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from django.conf import settings
from pyhanko.keys import load_certs_from_pemder
from pyhanko.sign.signers import Signer, SimpleSigner

from . import demo_authority


class KeyMissing(Exception):
    """No key can sign now; the message says in one line what is missing."""


@dataclass(frozen=True)
class Signatory:
    """Who signs: `key` names the key (an agency's code, an officer's login), `name` stands on the paper."""

    key: str
    name: str


class KeyStore(Protocol):
    """The one interface of signing: a PKCS#11 token or a CSC service would be one more class."""

    demo: bool

    def signer(self, who: Signatory) -> Signer:
        """What signs for this person or agency.

        :raises KeyMissing: the key is absent or locked.
        """

    def trusted(self) -> list[asn1.Certificate]:
        """The authorities whose signatures count here."""


class Pkcs12Folder:
    """`<folder>/<key>.p12`, one passphrase for all, authorities in `<folder>/trust/*.pem`."""

    demo = False

    def __init__(self, folder: Path, passphrase: str) -> None:
        self.folder = folder
        self.passphrase = passphrase.encode()

    def signer(self, who: Signatory) -> Signer:
        """See `KeyStore`."""
        path = self.folder / f"{who.key}.p12"
        if not path.is_file():
            raise KeyMissing(f"Chưa có khóa ký số của {who.name}")
        return _opened(path, self.passphrase, who.name, path.stat().st_mtime_ns)

    def trusted(self) -> list[asn1.Certificate]:
        """See `KeyStore`."""
        return list(load_certs_from_pemder(map(str, sorted((self.folder / "trust").glob("*.pem")))))


class DemoKeys(Pkcs12Folder):
    """Keys certified by an authority that was made here and that nobody outside trusts."""

    demo = True

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        super().__init__(folder, _passphrase(folder / "passphrase"))
        self.authority = folder / "demo-ca.pem"

    def signer(self, who: Signatory) -> Signer:
        """See `KeyStore`; a key that is not there yet is made and certified."""
        self.certificate()
        if not (self.folder / f"{who.key}.p12").is_file():
            made = demo_authority.certify(self.folder, self.passphrase, who.name)
            _write_once(self.folder / f"{who.key}.p12", made)
        return super().signer(who)

    def certificate(self) -> Path:
        """The authority's certificate (PEM), made when it is asked for first."""
        key = self.folder / "demo-ca.key"
        if not key.is_file():
            _write_once(key, demo_authority.new_authority(self.passphrase))
        if not self.authority.is_file():
            _write_once(self.authority, demo_authority.certificate_of(key.read_bytes(), self.passphrase))
        return self.authority

    def trusted(self) -> list[asn1.Certificate]:
        """See `KeyStore`."""
        return list(load_certs_from_pemder([str(self.certificate())]))


@cache
def _opened(path: Path, passphrase: bytes, name: str, changed: int) -> SimpleSigner:
    """The key, read once for each state of its file."""
    try:
        held = pkcs12.load_pkcs12(path.read_bytes(), passphrase)
    except ValueError as locked:
        raise KeyMissing(f"Không mở được khóa ký số của {name}") from locked
    signer = _Opened.load_pkcs12(str(path), passphrase=passphrase)
    if signer is None or held.key is None:
        raise KeyMissing(f"Không mở được khóa ký số của {name}")
    opened = _Opened(signer.signing_cert, signer.signing_key, signer.cert_registry)
    opened.held = held.key
    return opened


class _Opened(SimpleSigner):
    """A signer that keeps its RSA key read and checked; doing so anew takes 50 ms a signature."""

    held: object = None

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """See the base class."""
        if isinstance(self.held, rsa.RSAPrivateKey) and digest_algorithm == "sha256":
            return self.held.sign(data, PKCS1v15(), SHA256())
        return super().sign_raw(data, digest_algorithm)


def _passphrase(path: Path) -> str:
    if not path.is_file():
        _write_once(path, secrets.token_urlsafe(32).encode())
    return path.read_text(encoding="ascii")


def _write_once(path: Path, content: bytes) -> None:
    """Write a whole file that only its owner reads; of two writers at once the first one stays."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def key_store() -> KeyStore:
    """The keys of this installation."""
    if settings.SIGNING_KEYS:
        return Pkcs12Folder(Path(settings.SIGNING_KEYS), settings.SIGNING_PASSPHRASE)
    return demo_keys()


def demo_keys() -> DemoKeys:
    """The demo authority's keys."""
    return DemoKeys(Path(settings.HOME) / "keys")
