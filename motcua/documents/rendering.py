"""Typst: a paper's data becomes a tagged PDF (PDF/A-2a, PDF/UA-1). What a person typed is data, never markup."""

import io
import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import segno
import typst

from motcua.common.printable import FONTS, on_paper

HERE = Path(__file__).parent
PAPER = HERE / "papers" / "paper.typ"
TEMPLATE = "1"
"""Version of the shipped template; a change that shows on paper is a new number."""


ONE_AT_A_TIME = Lock()
"""A compiler serves one thread; a worker draws in several."""


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(HERE / "papers"), font_paths=fonts)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return on_paper(value)
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value


def qr(address: str) -> str:
    """The address as a QR code (ISO/IEC 18004, level M), an SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=4, scale=4, xmldecl=False)
    return drawn.getvalue().decode()


def render(data: dict[str, Any], *, at: datetime, logo: bytes = b"") -> bytes:
    """The PDF of a paper.

    :raises typst.TypstError: the template itself is wrong, the logo is no image, or a heading on trial is too long.
    """
    told = _clean(data)
    if logo:
        told["logo"] = list(logo)  # Typst reads bytes from JSON as numbers
    if address := told.get("qr"):
        told["qr_image"] = qr(address)
    with ONE_AT_A_TIME:
        made = _compiler().compile(
            input=str(PAPER),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=at.astimezone(UTC).replace(microsecond=0),
            sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
        )
    assert isinstance(made, bytes)
    return made
