"""Signing a drawn paper: each marked place by its signatory, one after the other (PAdES, ETSI EN 319 142-1)."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator import ValidationContext

from .fields import make_fields
from .keys import KeyMissing, KeyStore, Signatory

RESERVED = 16_384  # hex digits kept free for a signature without a time stamp; estimating them would sign it twice


@dataclass(frozen=True)
class Place:
    """A field of the paper, its name for readers, and who signs there."""

    field: str
    label: str
    who: Signatory


class _DrawnAlready(BaseStampStyle):
    """No appearance of the library's own: what is seen was drawn by the template, in embedded fonts."""

    def create_stamp(self, writer: IncrementalPdfFileWriter, box: BoxConstraints, text_params: dict[str, str]) -> None:  # type: ignore[override]
        return None


def sign(pdf: bytes, places: Sequence[Place], keys: KeyStore) -> bytes:
    """The same paper with every place signed.

    With TSA_URL a time stamp (RFC 3161) and revocation data go in (PAdES B-LT), else the signature is B-B.

    :raises KeyMissing: a key is absent or locked, or no time stamp can be had; nothing is half signed.
    """
    ready = [(place, keys.signer(place.who)) for place in places]
    stamper = HTTPTimeStamper(settings.TSA_URL) if settings.TSA_URL else None
    for number, (place, signer) in enumerate(ready):
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        if not number:
            make_fields(writer, {one.field: one.label for one in places})
        metadata = signers.PdfSignatureMetadata(
            field_name=place.field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            embed_validation_info=stamper is not None,
            validation_context=ValidationContext(trust_roots=keys.trusted(), allow_fetching=True) if stamper else None,
        )
        seal = signers.PdfSigner(metadata, signer=signer, timestamper=stamper, stamp_style=_DrawnAlready())
        try:
            pdf = seal.sign_pdf(writer, bytes_reserved=None if stamper else RESERVED).getvalue()
        except TimestampRequestError as silent:
            raise KeyMissing("Máy chủ dấu thời gian không trả lời") from silent
    return pdf
