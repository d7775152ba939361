"""A published version and all that lies below it are never changed, deleted or added to.

A version is published the moment its procedure points at it, so the rows below are inserted before that.
"""

from django.db import migrations

from motcua.common.append_only import append_only

VERSION = """
create function catalogue_version_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.in_force_to is null and new.in_force_to is not null
        and to_jsonb(new) - 'in_force_to' = to_jsonb(old) - 'in_force_to'
    then
        return new;
    end if;
    raise exception 'a published version is never changed or deleted' using errcode = 'integrity_constraint_violation';
end $$;

create trigger catalogue_version_rows_stay before update or delete on catalogue_version
    for each row execute function catalogue_version_stays();
"""

BELOW = {
    "catalogue_case": "select version_id from added",
    "catalogue_stage": "select version_id from added",
    "catalogue_paper": "select c.version_id from added a join catalogue_case c on c.id = a.case_id",
    "catalogue_casechannel": "select c.version_id from added a join catalogue_case c on c.id = a.case_id",
    "catalogue_fee": "select c.version_id from added a join catalogue_casechannel h on h.id = a.channel_id"
    " join catalogue_case c on c.id = h.case_id",
}


def nothing_is_added_later(table: str, versions: str) -> migrations.RunSQL:
    """Refuse rows for a version that is published already, in one question per statement."""
    return migrations.RunSQL(  # both names are constants above
        f"""
create function {table}_is_complete() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from catalogue_version v
        where v.id in ({versions})
        and (v.in_force_to is not null or exists (select 1 from catalogue_procedure p where p.current_id = v.id))
    ) then
        raise exception 'nothing is added to a published version' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger {table}_is_complete after insert on {table} referencing new table as added
    for each statement execute function {table}_is_complete();
""",  # noqa: S608
        f"drop trigger {table}_is_complete on {table}; drop function {table}_is_complete();",
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_find_by_trigrams")]
    operations = [
        migrations.RunSQL(
            VERSION,
            "drop trigger catalogue_version_rows_stay on catalogue_version; drop function catalogue_version_stays();",
        ),
        *(append_only(table) for table in BELOW),
        *(nothing_is_added_later(table, versions) for table, versions in BELOW.items()),
    ]
