"""What was paid or waived is never rewritten."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]
    operations = [append_only("payments_settlement")]
