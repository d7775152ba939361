"""A record that Một Cửa exported says all under one key; read back it says the same, with no more authority."""

from collections.abc import Mapping
from typing import Any

from motcua.catalogue.content import Content, from_plain, plain
from motcua.catalogue.forms import Forms
from motcua.catalogue.soundness import problems
from motcua.catalogue.version_rules import rules_of

from .record import Unreadable


def told(said: Content, forms: Mapping[Any, str]) -> dict[str, Any]:
    """A content as an export writes it: the form by its code, since ids differ between installations."""
    whole = plain(said)
    form_id = whole.pop("form_id")
    return {**whole, "form": forms.get(said.form_id, "") if form_id else ""}


def read_ours(raw: Mapping[str, Any], forms: Forms) -> Content:
    """The content that `told` wrote.

    What another installation's people or its box vouched for is imported here: only the word about its origin
    changes, so that no file can claim a person's authority.

    :raises Unreadable: a key is missing, unknown or says what cannot be.
    """
    try:
        whole = {**raw, "form_id": None}
        code = whole.pop("form", "")
        whole["sources"] = {path: {**source, "origin": "imported"} for path, source in raw["sources"].items()}
        said = from_plain(whole)
        form_id = forms.of(code) if code else None
        said = from_plain({**plain(said), "form_id": str(form_id) if form_id else None})
        rules_of(said.rules)
        wrong = problems(said)
    except (AttributeError, KeyError, TypeError, ValueError) as mistake:
        raise Unreadable(f"motcua.content không đúng cấu trúc ({mistake})") from mistake
    if wrong:
        raise Unreadable(f"motcua.content: {wrong[0]}")
    return said
