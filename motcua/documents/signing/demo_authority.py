"""A certificate authority for trials: made at first use, named as what it is, trusted by nobody else."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

NAME = "Mot Cua DEMO CA"
FROM, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2046, 1, 1, tzinfo=UTC)
"""A trial outlives no law; fixed, so that no clock that runs behind finds a key not valid yet."""
LONGEST_NAME = 64  # X.520, ub-common-name; counted in bytes by who writes and reads certificates here


def _new_key() -> rsa.RSAPrivateKey:
    """RSA: a signature by an elliptic curve would make the paper PDF 2.0 (ISO/TS 32002), which PDF/A-2 is not."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def new_authority(passphrase: bytes) -> bytes:
    """A fresh key as encrypted PEM."""
    return _new_key().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase),
    )


def _key(pem: bytes, passphrase: bytes) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(pem, passphrase)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def _name(common: str) -> x509.Name:
    fitting = common.encode()[:LONGEST_NAME].decode(errors="ignore")  # a letter is not cut in half
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, fitting)])


def _builder(subject: str, issuer: str, key: rsa.RSAPrivateKey) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def certificate_of(pem: bytes, passphrase: bytes) -> bytes:
    """The authority's own certificate, PEM."""
    key = _key(pem, passphrase)
    usage = dict.fromkeys(
        (
            *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
            *("encipher_only", "decipher_only"),
        ),
        False,
    )
    made = (
        _builder(NAME, NAME, key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def certify(folder: Path, passphrase: bytes, name: str) -> bytes:
    """A key and its certificate for a name, as PKCS#12."""
    authority = _key((folder / "demo-ca.key").read_bytes(), passphrase)
    issuer = x509.load_pem_x509_certificate((folder / "demo-ca.pem").read_bytes())
    key = _new_key()
    usage = dict.fromkeys(
        (
            *("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
            *("encipher_only", "decipher_only"),
        ),
        False,
    )
    made = (
        _builder(name, NAME, key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), critical=False)
        .sign(authority, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        name.encode(), key, made, [issuer], serialization.BestAvailableEncryption(passphrase)
    )
