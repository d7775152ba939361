"""A person's own draft, read by a statement that is written once: its pages ask for it more than for all else."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.accounts.models import Account

from ..models import Dossier

_FIELDS = tuple(field.attname for field in Dossier._meta.concrete_fields)  # noqa: SLF001  Django documents `_meta`
_COLUMNS = ", ".join(f'd."{field.column}"' for field in Dossier._meta.concrete_fields)  # noqa: SLF001
_BEGUN = f"""
select revision.answers, recipient.name, {_COLUMNS}
from dossiers_dossier d
left join dossiers_answerrevision revision on revision.dossier_id = d.id and revision.number = 1
left join dossiers_party recipient on recipient.dossier_id = d.id and recipient.role = 'recipient'
where d.id = %s and d.started_by_id = %s
"""  # noqa: S608  the columns are the model's


@dataclass(frozen=True)
class Begun:
    """A dossier that a person began, with the answers of its first revision and the name of who collects."""

    dossier: Dossier
    answers: dict[str, Any]
    recipient: str


def begun(account: Account, pk: uuid.UUID) -> Begun | None:
    """What `account` began under `pk`, draft or filed; None for anybody else's."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGUN, [pk, account.pk])
        row = cursor.fetchone()
    if row is None:
        return None
    answers = json.loads(row[0]) if isinstance(row[0], str) else row[0]
    return Begun(Dossier.from_db("default", _FIELDS, row[2:]), answers or {}, row[1] or "")
