"""Stages of processing: data of the procedure's version, with two of ours where it names none."""

import uuid

from motcua.accounts.models import Role
from motcua.catalogue.queries import StagePage, version_page

DEFAULT = (
    StagePage(position=1, name="Xử lý", role=Role.HANDLER, share=80, approves=False),
    StagePage(position=2, name="Lãnh đạo duyệt", role=Role.APPROVER, share=20, approves=True),
)


def stages_of(version_id: uuid.UUID) -> tuple[StagePage, ...]:
    """The stages in their order, at least one of them an approval unless the version says otherwise."""
    return version_page(version_id).stages or DEFAULT
