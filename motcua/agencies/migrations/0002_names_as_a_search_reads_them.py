"""Words of units for the search, sort keys compared as bytes, and the edition of the shipped tables."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial")]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="LoadedTable",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("sha256", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="administrativeunit",
            name="folded_words",
            field=models.CharField(
                default="", help_text="kind, name and province, folded, each word after a space", max_length=200
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="formerunit",
            name="folded_words",
            field=models.CharField(
                default="", help_text="names, district and province, folded, each word after a space", max_length=400
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="administrativeunit",
            name="sort_key",
            field=models.CharField(db_collation="C", max_length=240),
        ),
        migrations.AlterField(
            model_name="formerunit",
            name="also_heard_as",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AlterField(
            model_name="agencycode",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="agencies.agency"
            ),
        ),
        migrations.AlterField(
            model_name="workinghours",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="hours", to="agencies.agency"
            ),
        ),
        migrations.AddIndex(
            model_name="administrativeunit",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_words"], name="units_by_words", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="formerunit",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_words"], name="former_units_by_words", opclasses=["gin_trgm_ops"]
            ),
        ),
    ]
