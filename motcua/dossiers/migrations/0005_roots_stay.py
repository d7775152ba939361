"""A published root is never rewritten."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_daily_roots")]
    operations = [append_only("dossiers_dailyroot")]
