"""Parts of words are found by an index of trigrams over the versions in force."""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


def trigrams(column: str) -> migrations.RunSQL:
    """A trigram index of one spelling, of versions in force only."""
    return migrations.RunSQL(
        f"create index catalogue_version_{column}_in_force on catalogue_version"
        f" using gin ({column} gin_trgm_ops) where in_force_to is null",
        f"drop index catalogue_version_{column}_in_force",
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_wider_values")]
    operations = [TrigramExtension(), trigrams("folded_words")]
