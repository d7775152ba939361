"""History, its chain and looks are never rewritten; words may be erased by retention, so they carry no trigger."""

from django.db import migrations

from motcua.common.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial")]
    operations = [append_only("dossiers_historyline"), append_only("dossiers_look")]
