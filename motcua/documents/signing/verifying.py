"""Judging a PDF: its signatures, as `motcua verify-pdf` and the public page tell them. Pure but for the key store."""

import io
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from .keys import KeyStore


class NoPdf(Exception):
    """The bytes cannot be read as a PDF."""


@dataclass(frozen=True)
class SignatureFound:
    """One signature. `intact`: the bytes it covers are as they were signed; `trusted`: its authority counts here."""

    signer: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    covers_whole_document: bool
    timestamp: datetime | None


def signatures_of(pdf: bytes, keys: KeyStore) -> list[SignatureFound]:
    """Every signature of a PDF, in the order they were made.

    :raises NoPdf: it cannot be read.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        reader.root["/Pages"]
        embedded = list(reader.embedded_regular_signatures)
    except (
        PdfReadError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        NotImplementedError,
    ) as wrong:
        raise NoPdf(str(wrong)) from wrong
    return [_found(one, keys) for one in embedded]


def _found(embedded: object, keys: KeyStore) -> SignatureFound:
    name, claimed = "", None
    try:
        name = embedded.signer_cert.subject.native.get("common_name", "")  # type: ignore[attr-defined]
        claimed = embedded.self_reported_timestamp  # type: ignore[attr-defined]
        context = ValidationContext(trust_roots=keys.trusted(), allow_fetching=False, revocation_mode="soft-fail")
        status: PdfSignatureStatus = validate_pdf_signature(embedded, context, skip_diff=True)  # type: ignore[arg-type]
    except (SignatureValidationError, PdfReadError, ValueError, KeyError, TypeError, AttributeError):
        return SignatureFound(name, claimed, intact=False, trusted=False, covers_whole_document=False, timestamp=None)
    stamped = status.timestamp_validity
    return SignatureFound(
        signer=name,
        signed_at=claimed,
        intact=status.intact and status.valid,
        trusted=status.trusted,
        covers_whole_document=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        timestamp=stamped.timestamp if stamped and stamped.valid else None,
    )
