"""The whole life: requests with their items, pauses, drafts of officers, known reasons, duties done."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import motcua.common.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_hours_are_only_followed"),
        ("catalogue", "0007_rules_of_a_version"),
        ("documents", "0001_initial"),
        ("dossiers", "0002_rows_that_stay"),
        ("eforms", "0002_rows_that_stay"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DeskDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("action", models.CharField(max_length=32)),
                ("typed", models.JSONField(help_text="field name to what was typed")),
                ("saved_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="KnownReason",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("about", models.CharField(max_length=400)),
                ("short", models.CharField(max_length=80)),
                ("plain", models.TextField()),
                ("ground", models.CharField(blank=True, max_length=240)),
                ("uses", models.PositiveIntegerField(default=1)),
                ("used_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("duty", models.CharField(max_length=32)),
                (
                    "key",
                    models.CharField(help_text="which of several: the request, the date, the number", max_length=64),
                ),
                ("owed_at", models.DateTimeField()),
                ("done_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("supplement", "chờ bổ sung giấy tờ"),
                            ("fee", "chờ nộp tiền, theo thủ tục"),
                            ("agency", "chờ cơ quan khác trả lời, theo thủ tục"),
                            ("withdrawal", "chờ trả lời việc rút hồ sơ"),
                        ],
                        max_length=12,
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "voided_at",
                    models.DateTimeField(help_text="when it was recalled, as if it had never been", null=True),
                ),
            ],
            options={
                "ordering": ("began_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ReplacedResult",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.CharField(max_length=60)),
                ("dated_on", models.DateField()),
                ("replaced_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("replaced_at",),
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(choices=[("supplement", "bổ sung giấy tờ"), ("fee", "nộp tiền")], max_length=12),
                ),
                ("before_acceptance", models.BooleanField()),
                ("asked_at", models.DateTimeField()),
                ("due_before", models.DateTimeField(null=True)),
                (
                    "days_left",
                    models.PositiveSmallIntegerField(help_text="working days that were left of the term", null=True),
                ),
                ("restarts", models.BooleanField(default=False)),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                (
                    "ended_at",
                    models.DateTimeField(help_text="when the dossier ended with the request unanswered", null=True),
                ),
                ("counts", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="RequestItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=motcua.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("paper", "giấy tờ"), ("answer", "điều đã khai"), ("other", "việc khác")], max_length=8
                    ),
                ),
                ("question", models.CharField(blank=True, help_text="name of the question in the form", max_length=64)),
                (
                    "subject",
                    models.CharField(help_text="the paper, the question or the thing, in words", max_length=400),
                ),
                ("reason", models.TextField(help_text="what is wrong and how to put it right, for the person")),
                ("ground", models.CharField(blank=True, max_length=240)),
                ("words", models.TextField(blank=True, help_text="the person's answer in words")),
                (
                    "handed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("original", "bản chính"),
                            ("certified", "bản sao chứng thực"),
                            ("photocopy", "bản chụp"),
                        ],
                        help_text="a paper handed over",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.AddField(
            model_name="dossier",
            name="check_from",
            field=models.DateTimeField(help_text="where the acceptance check starts", null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="extension_days",
            field=models.PositiveSmallIntegerField(help_text="working days of the one extension", null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="stage_at",
            field=models.DateTimeField(help_text="when the stage at hand began", null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="term_from",
            field=models.DateTimeField(help_text="where the resolution term starts", null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="withdrawal_by",
            field=models.DateTimeField(help_text="until when a withdrawal may be declined", null=True),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="due_at",
            field=models.DateTimeField(help_text="empty while the term is stopped, or where it has no date", null=True),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="promised_at",
            field=models.DateTimeField(help_text="“có kết quả chậm nhất”, as it was told last", null=True),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(condition=models.Q(("status", 1)), fields=["accept_by"], name="checks_by_their_end"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("status__in", (2, 4))), fields=["due_at"], name="terms_by_their_end"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("status", 7)), fields=["withdrawal_by"], name="withdrawals_by_their_end"
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(condition=models.Q(("status", 9)), fields=["ended_at"], name="results_by_their_age"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(condition=models.Q(("status", 0)), fields=["saved_at"], name="drafts_by_their_age"),
        ),
        migrations.RunSQL(
            """
            update dossiers_dossier set check_from = filed_at where filed_at is not null;
            update dossiers_dossier set term_from = least(accepted_at, coalesce(accept_by, accepted_at)),
                stage_at = case when stage > 0 then accepted_at end
            where accepted_at is not null;
            set constraints all immediate;
            """,
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at", None), ("term_from__isnull", False), _connector="OR"),
                name="what_is_accepted_has_a_term_that_started",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", 7), ("withdrawal_by__isnull", False)),
                    models.Q(models.Q(("status", 7), _negated=True), ("withdrawal_by", None)),
                    _connector="OR",
                ),
                name="only_a_withdrawal_waits_for_its_answer",
            ),
        ),
        migrations.AddField(
            model_name="deskdraft",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="desk_drafts", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="deskdraft",
            name="officer",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="knownreason",
            name="procedure",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="known_reasons", to="catalogue.procedure"
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="pause",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="pauses", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="replacedresult",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="replaced_results", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="replacedresult",
            name="file",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="request",
            name="asked_by",
            field=models.ForeignKey(
                help_text="empty: the version",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="request",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="requestitem",
            name="paper",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.paper"
            ),
        ),
        migrations.AddField(
            model_name="requestitem",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="dossiers.request"
            ),
        ),
        migrations.AddField(
            model_name="attachment",
            name="item",
            field=models.ForeignKey(
                help_text="what it answers",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attachments",
                to="dossiers.requestitem",
            ),
        ),
        migrations.AddConstraint(
            model_name="deskdraft",
            constraint=models.UniqueConstraint(
                fields=("dossier", "action", "officer"),
                name="one_draft_per_dossier_action_and_officer",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="knownreason",
            index=models.Index(fields=["procedure", "about", "-uses"], name="reasons_by_their_use"),
        ),
        migrations.AddConstraint(
            model_name="knownreason",
            constraint=models.UniqueConstraint(fields=("procedure", "about", "plain"), name="a_reason_is_known_once"),
        ),
        migrations.AddConstraint(
            model_name="knownreason",
            constraint=models.CheckConstraint(
                condition=models.Q(("plain", ""), _negated=True), name="a_known_reason_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("dossier", "duty", "key"), name="a_duty_is_done_once_for_a_dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("voided_at", None)),
                fields=("dossier", "reason"),
                name="one_open_pause_of_a_reason_in_a_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_at", None), ("ended_at__gte", models.F("began_at")), _connector="OR"),
                name="a_pause_ends_after_it_begins",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(("answered_at", None), ("ended_at", None), ("recalled_at", None)),
                fields=["asked_at"],
                name="requests_still_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                fields=("dossier", "number"), name="one_request_per_number_in_a_dossier"
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None), ("ended_at", None), ("recalled_at", None)),
                fields=("dossier",),
                name="one_open_request_per_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.UniqueConstraint(fields=("request", "position"), name="one_item_per_place_in_a_request"),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="every_item_asked_for_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="requestitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "paper"), ("paper__isnull", False)),
                    models.Q(("kind", "answer"), ("paper", None), models.Q(("question", ""), _negated=True)),
                    models.Q(("kind", "other"), ("paper", None)),
                    _connector="OR",
                ),
                name="an_item_names_what_it_is_about",
            ),
        ),
    ]
