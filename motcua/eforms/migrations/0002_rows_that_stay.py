"""Published form versions are never changed or deleted."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("eforms", "0001_initial")]

    operations = [append_only("eforms_formversion")]
