# The short code of a printed form, for a counter that cannot scan.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0007_letterheads_stay"),
    ]

    operations = [
        migrations.AddField(
            model_name="issuedpaper",
            name="typed",
            field=models.CharField(help_text="short code of a printed form", max_length=12, null=True, unique=True),
        ),
    ]
