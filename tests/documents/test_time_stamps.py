"""With TSA_URL a signature carries a time stamp (RFC 3161) and what judges it later; without an answer it waits."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from motcua.documents.rendering import render
from motcua.documents.signing.keys import DemoKeys, KeyMissing
from motcua.documents.signing.sealing import sign
from motcua.documents.signing.verifying import signatures_of
from tests.documents.test_signing import AT, SEAL, SIGNED


def stamper(keys: DemoKeys) -> DummyTimeStamper:
    """An authority of time stamps that the demo's own authority vouches for."""
    root = x509.load_pem_x509_certificate(keys.certificate().read_bytes())
    issuer = serialization.load_pem_private_key((keys.folder / "demo-ca.key").read_bytes(), keys.passphrase)
    assert isinstance(issuer, rsa.RSAPrivateKey)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test TSA")]))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(root.not_valid_before_utc)
        .not_valid_after(root.not_valid_after_utc)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(issuer, hashes.SHA256())
    )
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    certificate = asn1.Certificate.load(made.public_bytes(serialization.Encoding.DER))
    return DummyTimeStamper(certificate, asn1_keys.PrivateKeyInfo.load(der))


@contextmanager
def served(time_stamper: DummyTimeStamper) -> Iterator[str]:
    """It answers over HTTP, as a real one does."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = time_stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def test_a_signature_is_stamped_and_says_when(tmp_path: Path, settings: Any) -> None:
    keys = DemoKeys(tmp_path)
    with served(stamper(keys)) as settings.TSA_URL:
        pdf = sign(render(SIGNED, at=AT), [SEAL], keys)

    [found] = signatures_of(pdf, keys)
    assert found.intact
    assert found.trusted
    assert found.timestamp is not None
    assert abs(found.timestamp - datetime.now(UTC)) < timedelta(minutes=5)
    assert b"/DSS" in pdf  # what is needed to judge it when its authority is gone (PAdES B-LT)


def test_an_authority_that_does_not_answer_leaves_the_paper_waiting(tmp_path: Path, settings: Any) -> None:
    keys = DemoKeys(tmp_path)
    with served(stamper(keys)) as gone:
        settings.TSA_URL = gone

    with pytest.raises(KeyMissing, match="Máy chủ dấu thời gian không trả lời"):
        sign(render(SIGNED, at=AT), [SEAL], keys)
