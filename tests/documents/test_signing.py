"""Keys are files, signatures are judged, and a paper that nobody signed has none."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from motcua.config.demo_files import one_page_pdf
from motcua.documents.rendering import render
from motcua.documents.signing.keys import DemoKeys, KeyMissing, Pkcs12Folder, Signatory
from motcua.documents.signing.sealing import Place, sign
from motcua.documents.signing.verifying import NoPdf, signatures_of
from tests.documents.test_rendering import A_PAPER

SEAL = Place("Seal", "Con dấu", Signatory("seal-x", "Ủy ban nhân dân xã Nguyễn Thị Minh Khai"))
AT = datetime(2026, 11, 27, tzinfo=UTC)
SIGNED = A_PAPER | {
    "signatures": [
        {"title": "", "name": "", "hint": "", "place_date": "", "fields": [{"name": "Seal", "lines": ["x"]}]}
    ]
}


def test_a_signature_is_intact_and_trusted_where_its_authority_is_ours(tmp_path: Path) -> None:
    keys = DemoKeys(tmp_path / "ours")
    pdf = sign(render(SIGNED, at=AT), [SEAL], keys)

    [ours] = signatures_of(pdf, keys)
    [theirs] = signatures_of(pdf, DemoKeys(tmp_path / "theirs"))
    assert (ours.signer, ours.intact, ours.trusted, ours.covers_whole_document, ours.timestamp) == (
        *("Ủy ban nhân dân xã Nguyễn Thị Minh Khai", True, True, True),
        None,
    )
    assert theirs.intact
    assert not theirs.trusted
    assert b"/TU" in pdf


def test_the_longest_names_sign_too_cut_between_two_letters(tmp_path: Path) -> None:
    keys, name = DemoKeys(tmp_path), "Ủy ban nhân dân xã " * 9
    pdf = sign(render(SIGNED, at=AT), [replace(SEAL, who=Signatory("seal-long", name))], keys)

    [found] = signatures_of(pdf, keys)
    assert found.trusted
    assert name.startswith(found.signer)
    assert len(found.signer) > 40


def height_of_field(lines: list[str], keys: DemoKeys) -> float:
    """How tall the field of a signature that shows these lines is, in points."""
    field = {"name": "Seal", "lines": lines}
    shown = A_PAPER | {"signatures": [{"title": "", "name": "", "hint": "", "place_date": "", "fields": [field]}]}
    reader = PdfFileReader(io.BytesIO(sign(render(shown, at=AT), [SEAL], keys)))
    _left, low, _right, high = reader.root["/AcroForm"]["/Fields"][0]["/Rect"]
    return float(high) - float(low)


def test_a_field_is_as_tall_as_what_it_shows(tmp_path: Path) -> None:
    keys = DemoKeys(tmp_path)
    usual = height_of_field(["Ký bởi: Lê Thị Chi"], keys)

    assert height_of_field(["Ký bởi: Lê Thị Chi", "Thời gian ký: 09/11/2026"], keys) == pytest.approx(usual)
    assert height_of_field(["Ký bởi: " + "Ủy ban nhân dân xã " * 20], keys) > usual + 10


def test_what_is_added_later_is_not_covered(tmp_path: Path) -> None:
    keys = DemoKeys(tmp_path)
    pdf = sign(render(SIGNED, at=AT), [SEAL], keys)

    [found] = signatures_of(pdf + b"\n% more\n", keys)
    assert not found.covers_whole_document


def test_unsigned_and_unreadable_files_are_told_apart(tmp_path: Path) -> None:
    assert signatures_of(one_page_pdf("x"), DemoKeys(tmp_path)) == []
    with pytest.raises(NoPdf):
        signatures_of(b"%PDF-1.7 and nothing else", DemoKeys(tmp_path))


def test_a_missing_and_a_locked_key_say_whose_they_are(tmp_path: Path) -> None:
    DemoKeys(tmp_path).signer(SEAL.who)

    with pytest.raises(KeyMissing, match="Chưa có khóa ký số của Lê Thị Chi"):
        Pkcs12Folder(tmp_path, "").signer(Signatory("officer-chi", "Lê Thị Chi"))
    with pytest.raises(KeyMissing, match="Không mở được khóa ký số"):
        Pkcs12Folder(tmp_path, "wrong").signer(SEAL.who)


def test_keys_are_read_by_their_owner_only(tmp_path: Path) -> None:
    DemoKeys(tmp_path).signer(SEAL.who)

    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}
