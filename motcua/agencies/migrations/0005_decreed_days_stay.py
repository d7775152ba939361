"""A decreed day is never changed, only followed."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("agencies", "0004_decreed_days")]
    operations = [append_only("agencies_calendarday")]
