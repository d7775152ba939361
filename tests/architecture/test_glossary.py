"""One thing, one word: every model stands in the glossary with the term of the law."""

import re

from django.apps import apps

from . import house

ROW = re.compile(r"^\| (?P<term>[^|]+) \| (?P<code>[^|]+) \| (?P<source>[^|]+) \|$", re.MULTILINE)


def rows() -> list[tuple[str, set[str], str]]:
    text = (house.ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    found = [
        (row["term"].strip(), set(re.findall(r"`([^`]+)`", row["code"])), row["source"].strip())
        for row in ROW.finditer(text)
    ]
    return [row for row in found if row[1]]


def test_every_model_is_in_the_glossary() -> None:
    models = {model.__name__ for model in apps.get_models() if model.__module__.startswith("motcua.")}
    explained = {word for _, words, _ in rows() for word in words}

    assert models - explained == set()


def test_every_term_names_its_source() -> None:
    assert [term for term, _, source in rows() if not source] == []


def test_a_code_term_is_explained_once() -> None:
    words = [word for _, codes, _ in rows() for word in codes]

    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_the_glossary_explains_no_model_that_is_gone() -> None:
    """A code term in CamelCase is a class of ours."""
    classes = {
        node.name
        for path in house.modules()
        for node in house.tree(path).body
        if hasattr(node, "name") and node.name[0].isupper()
    }
    named = {word for _, codes, _ in rows() for word in codes if re.fullmatch(r"(?:[A-Z][a-z]+)+", word)}

    assert named - classes == set()
