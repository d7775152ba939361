"""What a version of a letterhead says is never changed; only what its trial and its previews found is added."""

from django.db import migrations

FORWARD = """
create function motcua_letterhead_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        or (new.id, new.agency_id, new.kind, new.number, new.parent, new.heading, new.signer_title, new.paragraph)
            is distinct from
            (old.id, old.agency_id, old.kind, old.number, old.parent, old.heading, old.signer_title, old.paragraph)
        or (new.logo_id, new.by_hand, new.made_at) is distinct from (old.logo_id, old.by_hand, old.made_at)
        or (old.state <> 'trying' and new.state <> old.state)
    then
        raise exception 'what a letterhead says is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger documents_letterhead_rows_stay before update or delete on documents_letterhead
    for each row execute function motcua_letterhead_stays();
"""
BACK = """
drop trigger documents_letterhead_rows_stay on documents_letterhead;
drop function motcua_letterhead_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_register_of_papers")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
