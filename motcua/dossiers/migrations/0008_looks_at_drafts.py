"""A look at a draft goes when its owner throws the draft away; every other look stays for ever."""

from django.db import migrations

FORWARD = """
create function motcua_looks_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select 1 from dossiers_dossier where id = old.dossier_id and status = 0) then
        return old;
    end if;
    raise exception 'rows of % are never changed or deleted', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
drop trigger dossiers_look_rows_stay on dossiers_look;
create trigger dossiers_look_rows_stay before update or delete on dossiers_look
    for each row execute function motcua_looks_stay();
"""
BACK = """
drop trigger dossiers_look_rows_stay on dossiers_look;
create trigger dossiers_look_rows_stay before update or delete on dossiers_look
    for each row execute function motcua_refuse_change();
drop function motcua_looks_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0007_results_from_templates")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
