"""Sample files are made, not shipped, and are what they say."""

from motcua.config import demo_files
from motcua.documents.storing import content_type_of


def test_the_samples_are_real_files() -> None:
    assert content_type_of(demo_files.picture(7)) == "image/png"
    assert content_type_of(demo_files.one_page_pdf("x")) == "application/pdf"
    assert demo_files.picture(1) != demo_files.picture(2)
