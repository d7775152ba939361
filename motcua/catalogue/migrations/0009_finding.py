"""What a search reads moves out of the versions into a table of its own; see ADR 0040."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

import motcua.common.ids


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0008_who_sets_a_fee"),
    ]

    operations = [
        migrations.RunSQL(
            "drop index catalogue_version_publisher",
            "create index catalogue_version_publisher on catalogue_version (publisher_id, field_id, level)"
            " where in_force_to is null",
        ),
        migrations.CreateModel(
            name="LifeEvent",
            fields=[
                ("slug", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("summary", models.CharField(max_length=240)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "codes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "shipped",
                    models.BooleanField(default=False, help_text="as it came in the box; a start brings a newer one"),
                ),
            ],
            options={
                "ordering": ("position", "slug"),
            },
        ),
        migrations.RemoveField(
            model_name="version",
            name="folded_name",
        ),
        migrations.RemoveField(
            model_name="version",
            name="folded_words",
        ),
        migrations.RemoveField(
            model_name="version",
            name="plain_name",
        ),
        migrations.RemoveField(
            model_name="version",
            name="sort_key",
        ),
        migrations.CreateModel(
            name="Saying",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        db_collation="C", help_text="folded; a short form keeps its accents", max_length=120
                    ),
                ),
                ("said", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[("means", "nghĩa là"), ("filler", "bỏ qua khi tìm"), ("short", "viết tắt của")],
                        max_length=8,
                    ),
                ),
                ("means", models.CharField(blank=True, max_length=300)),
                ("keeps", models.BooleanField(default=False)),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        help_text="what `means` is looked for by",
                        size=None,
                    ),
                ),
                ("shipped", models.BooleanField(default=False)),
                (
                    "removed_at",
                    models.DateTimeField(help_text="a manager does not want it; a shipped one stays away", null=True),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("removed_at", None)), fields=["key"], name="sayings_in_use")
                ],
                "constraints": [models.UniqueConstraint(fields=("key", "said", "kind"), name="a_saying_stands_once")],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("term", models.CharField(db_collation="C", max_length=120, primary_key=True, serialize=False)),
                ("documents", models.PositiveIntegerField()),
                ("said", models.BooleanField(default=False, help_text="stands in something that people say")),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["term"], name="terms_that_look_alike", opclasses=("gin_trgm_ops",)
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "procedure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="listing",
                        serialize=False,
                        to="catalogue.procedure",
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("name", models.TextField()),
                (
                    "sort_key",
                    models.CharField(db_collation="C", help_text="orders names the Vietnamese way", max_length=200),
                ),
                (
                    "spelled",
                    models.TextField(help_text="the name in lower case with its accents, each word between spaces"),
                ),
                ("level", models.PositiveSmallIntegerField()),
                (
                    "service_class",
                    models.CharField(
                        choices=[
                            ("toan_trinh", "toàn trình"),
                            ("mot_phan", "một phần"),
                            ("thong_tin", "chỉ thông tin"),
                        ],
                        max_length=12,
                    ),
                ),
                ("files_online", models.BooleanField()),
                ("body", models.CharField(blank=True, max_length=24)),
                (
                    "admin_levels",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=16), size=None),
                ),
                (
                    "audiences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("citizen", "Công dân Việt Nam"),
                                ("overseas", "Người Việt Nam ở nước ngoài"),
                                ("foreigner", "Người nước ngoài"),
                                ("business", "Doanh nghiệp, hợp tác xã"),
                                ("organisation", "Cơ quan, tổ chức khác"),
                                ("official", "Cán bộ, công chức, viên chức"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                    ),
                ),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), size=None),
                ),
                ("free", models.BooleanField(help_text="nothing is owed in any case, whatever the way of handing in")),
                ("glance", models.JSONField()),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="folded words and pairs of words: A name, B everyday, C other names, D field"
                    ),
                ),
                (
                    "size",
                    models.PositiveSmallIntegerField(help_text="words of the name: a short name that fits says more"),
                ),
                (
                    "worth",
                    models.FloatField(
                        help_text="1 and a little more for what the commune does and for what is vouched for"
                    ),
                ),
                (
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.field"
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.publisher"
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="listing", to="catalogue.version"
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="listing_words"),
                    models.Index(fields=["code"], name="listing_code"),
                ],
            },
        ),
        # A row that is weighed is read whole: words kept in another place would be fetched once for each term.
        migrations.RunSQL("alter table catalogue_listing set (toast_tuple_target = 8160)", migrations.RunSQL.noop),
    ]
