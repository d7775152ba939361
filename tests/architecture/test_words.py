"""Words for people: Vietnamese at the source, through gettext, translated without a gap."""

import re
import unicodedata
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from . import house

METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# Function words no Vietnamese sentence has, and the labels pages are made of.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|not|with|from|your|you|this|that|for|by|or|"
    r"[Ss]earch|[Ss]ubmit|[Ss]ave|[Ll]ogin|[Pp]assword|[Nn]ame|[Dd]ate|[Pp]hone|[Ee]rror|[Ff]ile|[Rr]equired|[Nn]ext|[Bb]ack)\b"
)
CODE = re.compile(r"\{% block (?:\w+_class|width) %\}.*?\{% endblock %\}|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
TAGS = re.compile(r"<!--.*?-->|<[^>]*>|&[a-z]+;|&#\d+;|AGPL-3.0-or-later", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")
LETTERS = re.compile(r"[^\W\d_]{2,}")


@cache
def extracted() -> dict[str, str]:
    """Each source string and where it stands."""
    found = {}
    for name, line, message, _comments, _context in extract_from_dir(
        house.PACKAGE, METHODS, options_map={"**/templates/**.html": {"trimmed": "true"}}, keywords=KEYWORDS
    ):
        for text in message if isinstance(message, tuple) else (message,):
            if text:
                found[text] = f"{name}:{line}"
    return found


def test_there_are_words() -> None:
    assert len(extracted()) > 100


def test_the_source_strings_are_vietnamese() -> None:
    odd = []
    for text, place in extracted().items():
        words = PLACEHOLDER.sub(" ", text)
        if words.isascii() and ENGLISH.search(words):
            odd.append(f"{place}: {text}")

    assert odd == []


def test_the_source_strings_are_in_nfc() -> None:
    assert [text for text in extracted() if not unicodedata.is_normalized("NFC", text)] == []


def test_the_house_neither_begs_nor_shouts() -> None:
    odd = [
        f"{place}: {text}"
        for text, place in extracted().items()
        if re.search(r"vui lòng|xin hãy|!", text, re.IGNORECASE)
    ]

    assert odd == []


def test_every_word_of_a_template_goes_through_gettext() -> None:
    bare = []
    for path in house.templates():
        if path.suffix == ".html" and path.parent.name != "kit":  # the kit shows components with invented people
            text = TAGS.sub(" ", CODE.sub("", TRANSLATED.sub(" ", path.read_text(encoding="utf-8"))))
            bare += [f"{house.called(path)}: {word}" for word in LETTERS.findall(text) if not word.isupper()]

    assert bare == []


def catalogue(language: str) -> Catalog:
    path = house.PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def gaps(messages: list[Message]) -> list[str]:
    """Messages that are fuzzy, or lack one of their forms."""
    found = []
    for message in messages:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            found.append(str(message.id))
    return found


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_translation_is_missing_or_a_guess(language: str) -> None:
    assert gaps(list(catalogue(language))) == []


def test_english_knows_every_source_string_and_no_other() -> None:
    known = set()
    for message in catalogue("en"):
        known |= set(message.id if isinstance(message.id, tuple) else (message.id,))

    assert known - {""} == set(extracted())
