"""A row of hours is never changed: a due date must stay explainable by the hours it was counted with."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_names_as_a_search_reads_them")]
    operations = [append_only("agencies_workinghours")]
