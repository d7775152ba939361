"""Database triggers that keep rows as they were written; used in migrations."""

from django.db import migrations

FUNCTION = """
create or replace function motcua_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
"""


def append_only(table: str) -> migrations.RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE on `table`."""
    return migrations.RunSQL(
        FUNCTION
        + f"""
create trigger {table}_rows_stay before update or delete on {table}
    for each row execute function motcua_refuse_change();
create trigger {table}_table_stays before truncate on {table}
    for each statement execute function motcua_refuse_change();
""",
        f"drop trigger {table}_rows_stay on {table}; drop trigger {table}_table_stays on {table};",
    )
