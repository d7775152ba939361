"""The list nobody narrowed comes in its order from an index: the commune's procedures first, then by name."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0005_loading")]
    operations = [
        migrations.RunSQL(
            "create index catalogue_version_front on catalogue_version"
            """ ((admin_levels @> '["xa"]'::jsonb) desc, left(sort_key, 200), id) where in_force_to is null""",
            "drop index catalogue_version_front",
        ),
        migrations.RunSQL(
            "create index catalogue_version_publisher on catalogue_version (publisher_id, field_id, level)"
            " where in_force_to is null",
            "drop index catalogue_version_publisher",
        ),
    ]
