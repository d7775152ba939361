"""Who sets a fee and who is exempt; which procedures go with a version."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0007_rules_of_a_version")]

    operations = [
        migrations.AddField(
            model_name="fee",
            name="set_by",
            field=models.CharField(blank=True, choices=[("province", "Hội đồng nhân dân cấp tỉnh")], max_length=8),
        ),
        migrations.AddField(
            model_name="fee",
            name="exempt",
            field=models.TextField(blank=True, help_text="who pays less or nothing, in words"),
        ),
        migrations.AddField(
            model_name="version",
            name="related",
            field=models.JSONField(default=list, help_text="codes of procedures that go with it"),
        ),
    ]
