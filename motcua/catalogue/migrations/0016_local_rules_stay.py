"""Local rules stay as they were stated, and a version that a local edition points at is published like the nation's."""

from django.db import migrations

from motcua.common.append_only import append_only

VERSION_OF = {
    "catalogue_case": "a.version_id",
    "catalogue_stage": "a.version_id",
    "catalogue_paper": "(select c.version_id from catalogue_case c where c.id = a.case_id)",
    "catalogue_casechannel": "(select c.version_id from catalogue_case c where c.id = a.case_id)",
    "catalogue_fee": "(select c.version_id from catalogue_case c where c.id ="
    " (select h.case_id from catalogue_casechannel h where h.id = a.channel_id))",
}


def asked_by_key(table: str, version: str) -> migrations.RunSQL:
    """Refuse rows for a version that is published already: at most six lookups for each added row."""
    return migrations.RunSQL(  # both names are constants above
        f"""
create or replace function {table}_is_complete() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    if exists (
        select 1 from (select distinct {version} as id from added a) touched
        where (
            select v.in_force_to is not null
                or (select p.id from catalogue_procedure p where p.current_id = v.id) is not null
                or (select e.id from catalogue_localedition e where e.version_id = v.id) is not null
            from catalogue_version v where v.id = touched.id
        )
    ) then
        raise exception 'nothing is added to a published version' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
""",  # noqa: S608
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0015_local")]
    operations = [
        append_only("catalogue_localrule"),
        *(asked_by_key(table, version) for table, version in VERSION_OF.items()),
    ]
