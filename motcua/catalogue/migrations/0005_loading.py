"""Remember what was loaded last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0004_published_versions_stay")]
    operations = [
        migrations.CreateModel(
            name="Loading",
            fields=[
                ("name", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
