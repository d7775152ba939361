"""“Trong 30 giây”: four short sentences of a version."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0013_complete_by_lookup")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="in_brief",
            field=models.JSONField(default=dict, help_text="four short sentences by `in_brief.PARTS`, or nothing"),
        ),
    ]
