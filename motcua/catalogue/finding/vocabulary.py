"""What the catalogue knows of words: how many procedures hold them, and what people mean by them."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from motcua.catalogue.models import Listing, Saying, SayingKind, Term
from motcua.common.words import fold

from .spelling import pairs

SAID: Final = 3
"""A word that people say is as familiar as one of three procedures."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One saying that was found: its words, what it means in terms with how many listings hold each."""

    key: str
    said: str
    kind: str
    keeps: bool
    terms: dict[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """Words that are known: how many listings hold them, how familiar they are, what short forms stand for."""

    documents: dict[str, int]
    familiar: dict[str, int]
    shorts: dict[str, str]


def known(terms: Collection[str], typed: Collection[str] = ()) -> Known:
    """Which of the terms are known, and which words typed are short forms. One statement."""
    found = Known({}, {}, {})
    with connection.cursor() as cursor:
        cursor.execute(
            "select term, documents, said, '' from catalogue_term where term = any(%s)"
            " union all select key, 0, true, means from catalogue_saying"
            " where kind = 'short' and removed_at is null and key = any(%s)",
            [list(terms), list(typed)],
        )
        for term, documents, said, means in cursor.fetchall():
            if means:
                found.shorts[term] = means
            else:
                found.documents[term] = documents
                found.familiar[term] = documents + SAID * said
    return found


def meanings(keys: Collection[str], terms: Collection[str]) -> tuple[list[Meaning], dict[str, int], int]:
    """Sayings with these keys, how many listings hold the terms, and how many listings there are. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select key, said, kind, keeps, coalesce((select jsonb_object_agg(t.term, t.documents)"
            " from catalogue_term t where t.term = any(s.terms)), '{}'::jsonb)::text"
            " from catalogue_saying s where kind <> 'short' and removed_at is null and key = any(%s)"
            " union all select '', '', '', false, coalesce(jsonb_object_agg(term, documents), '{}'::jsonb)::text"
            " from catalogue_term where term = any(%s)",
            [list(keys), ["", *terms]],
        )
        rows = [Meaning(key, said, kind, keeps, _counts(told)) for key, said, kind, keeps, told in cursor.fetchall()]
    documents = next(row.terms for row in rows if not row.kind)
    return [row for row in rows if row.kind], documents, documents.pop("", 0)


def alike(words: Collection[str]) -> list[str]:
    """Known words that look like these, at most one for each: for who typed nothing that is known."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct (select term from catalogue_term t where t.term %% w.word and documents > 0"
            " and position('_' in t.term) = 0 order by similarity(t.term, w.word) desc, documents desc, term limit 1)"
            " from unnest(%s::text[]) w(word)",
            [[fold(word) for word in words][:8]],
        )
        return [term for (term,) in cursor.fetchall() if term]


def _counts(told: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(told)
    return found


@transaction.atomic
def count() -> None:
    """Count anew how many listings hold each term, after an import, a start or at night."""
    said = _terms_said()
    with connection.cursor() as cursor:
        cursor.execute("lock table catalogue_term in share row exclusive mode")
        cursor.execute("delete from catalogue_term")
        cursor.execute(
            "insert into catalogue_term (term, documents, said)"
            " select left(word, 120), max(ndoc), bool_or(word = any(%s))"
            " from ts_stat('select words from catalogue_listing') group by 1",
            [said],
        )
    add(said, said=True)
    Term.objects.create(term="", documents=Listing.objects.count())


def add(terms: Iterable[str], *, said: bool = False) -> None:
    """Let terms be known that were not; the night counts them."""
    rows = [Term(term=term, documents=0 if said else 1, said=said) for term in sorted(set(terms))]
    Term.objects.bulk_create(rows, batch_size=5000, ignore_conflicts=True)


def _terms_said() -> list[str]:
    found: set[str] = set()
    for key, kind in Saying.objects.filter(removed_at=None).values_list("key", "kind"):
        if kind != SayingKind.SHORT:
            words = key.split()
            found |= {*words, *pairs(words)}
    return sorted(found)
