# The register of issued papers: newest first, by number, and the few that are out of force.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_letterheads"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="issuedpaper",
            index=models.Index(fields=["agency", "owed_at", "id"], name="papers_of_an_agency"),
        ),
        migrations.AddIndex(
            model_name="issuedpaper",
            index=models.Index(fields=["agency", "number"], name="papers_by_their_number"),
        ),
        migrations.AddIndex(
            model_name="issuedpaper",
            index=models.Index(
                condition=models.Q(("revoked_at__isnull", False), ("superseded_at__isnull", False), _connector="OR"),
                fields=["agency", "owed_at", "id"],
                name="papers_out_of_force",
            ),
        ),
    ]
