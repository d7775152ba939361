"""The cache lies in PostgreSQL, so that limits and codes hold across processes without another server."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]
    operations = [
        migrations.RunSQL(
            """
            create unlogged table cache (cache_key varchar(255) primary key, value text not null, expires timestamptz not null);
            create index cache_expires on cache (expires);
            """,
            "drop table cache",
        )
    ]
