"""Words for people: Vietnamese at the source, through gettext, translated without a gap."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

from . import house

# Function words no Vietnamese sentence has, and the labels pages are made of.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|not|with|from|your|you|this|that|for|by|or|"
    r"[Ss]earch|[Ss]ubmit|[Ss]ave|[Ll]ogin|[Pp]assword|[Nn]ame|[Dd]ate|[Pp]hone|[Ee]rror|[Ff]ile|[Rr]equired|[Nn]ext|[Bb]ack)\b"
)
CODE = re.compile(r"\{% block (?:\w+_class|width) %\}.*?\{% endblock %\}|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
TAGS = re.compile(r"<!--.*?-->|<[^>]*>|&[a-z]+;|&#\d+;|AGPL-3.0-or-later", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")
MARKUP = re.compile(r"</?[a-z][^>]*>")
LETTERS = re.compile(r"[^\W\d_]{2,}")
NEW_TONES = re.compile(r"o[àáảãạèéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
BEGGING = re.compile(
    r"vui lòng|xin hãy|quý khách|quý công dân|chúng tôi|tại đây|\bclick\b|\bupload\b|ghi nhận|!", re.IGNORECASE
)
# Vietnamese that an English reader meets too: our name, the currency, the language, places and people of examples,
# kinds of places, since they are part of a place's name.
KEPT_VIETNAMESE = re.compile(
    r"Một Cửa|đồng|Tiếng Việt|Trần Thị An|Thanh Mỹ|\bxã\b|phường|đặc khu|tỉnh|thành phố|khai sinh|Đồng Tháp"
)

Key = tuple[str, str]  # context and source


@cache
def extracted() -> dict[Key, str]:
    """Each source string and where it stands, as `make words` finds them."""
    makefile = (house.ROOT / "Makefile").read_text(encoding="utf-8")
    keywords = DEFAULT_KEYWORDS | parse_keywords(re.findall(r"-k (\S+)", makefile))
    with (house.ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = {}
    for name, line, message, _comments, context in extract_from_dir(
        house.PACKAGE, methods, options_map=options, keywords=keywords
    ):
        source = message[0] if isinstance(message, tuple) else message
        found[context or "", source] = f"{name}:{line}"
    return found


def sources() -> dict[str, str]:
    """The texts alone."""
    return {text: place for (_context, text), place in extracted().items()}


def test_there_are_words() -> None:
    assert len(extracted()) > 500


def test_the_source_strings_are_vietnamese() -> None:
    odd = []
    for text, place in sources().items():
        words = PLACEHOLDER.sub(" ", text)
        if words.isascii() and ENGLISH.search(words):
            odd.append(f"{place}: {text}")

    assert odd == []


def test_the_source_strings_are_in_nfc() -> None:
    assert [text for text in sources() if not unicodedata.is_normalized("NFC", text)] == []


def test_tones_stand_on_the_first_vowel() -> None:
    assert [f"{place}: {text}" for text, place in sources().items() if NEW_TONES.search(text)] == []


def test_the_house_neither_begs_nor_shouts() -> None:
    assert [f"{place}: {text}" for text, place in sources().items() if BEGGING.search(text)] == []


def test_every_word_of_a_template_goes_through_gettext() -> None:
    bare = []
    for path in house.templates():
        if path.suffix == ".html" and path.parent.name != "kit":  # the kit shows components with invented people
            text = TAGS.sub(" ", CODE.sub("", TRANSLATED.sub(" ", path.read_text(encoding="utf-8"))))
            bare += [f"{house.called(path)}: {word}" for word in LETTERS.findall(text) if not word.isupper()]

    assert bare == []


@cache
def catalogue(language: str) -> Catalog:
    path = house.PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def entries(language: str) -> Iterator[tuple[Key, Message, list[str]]]:
    """Context and source, the message, and each form of its translation."""
    for message in catalogue(language):
        if message.id:
            source = message.id[0] if isinstance(message.id, tuple) else message.id
            forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
            yield (message.context or "", str(source)), message, [form or "" for form in forms]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_translation_is_missing_or_a_guess(language: str) -> None:
    assert [key for key, message, forms in entries(language) if message.fuzzy or not all(forms)] == []
    assert list(catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_translation_fills_in_the_same_values(language: str) -> None:
    odd = [
        key
        for key, _message, forms in entries(language)
        for form in forms
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(key[1]))
        or sorted(MARKUP.findall(form)) != sorted(MARKUP.findall(key[1]))
        or (form[:1].isspace(), form[-1:].isspace()) != (key[1][:1].isspace(), key[1][-1:].isspace())
    ]

    assert odd == []


def test_english_knows_every_source_string_and_no_other() -> None:
    known = {key for key, _message, _forms in entries("en")}

    assert sorted(set(extracted()) - known) == [], "run `make words`, then translate"
    assert sorted(known - set(extracted())) == [], "run `make words`"


def test_english_has_both_numbers() -> None:
    assert [key for key, message, forms in entries("en") if len(forms) != (2 if message.pluralizable else 1)] == []


def test_english_is_english() -> None:
    odd = []
    for key, _message, forms in entries("en"):
        plain = unicodedata.normalize("NFD", KEPT_VIETNAMESE.sub("", " ".join(forms)))
        if any(unicodedata.combining(letter) or letter in "đĐ" for letter in plain):
            odd.append(key)

    assert odd == []


def test_english_neither_begs_nor_shouts() -> None:
    assert [
        key for key, _message, forms in entries("en") if re.search(r"please|!", " ".join(forms), re.IGNORECASE)
    ] == []
