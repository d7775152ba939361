"""Every published form has one blank, drawn once."""

import pytest

from motcua.catalogue import blanks
from motcua.documents.models import BlankForm
from motcua.eforms.models import FormVersion
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_a_blank_is_drawn_once_for_each_form(world: World) -> None:
    forms = list(FormVersion.objects.values_list("pk", flat=True))
    assert blanks.queue_missing() == len(forms) > 0
    for pk in [*forms, *forms]:
        blanks.draw_blank(pk, at=MONDAY)

    assert BlankForm.objects.count() == len(forms)
    assert blanks.queue_missing() == 0
    stored = blanks.blank_of(forms[0])
    assert stored is not None
    assert stored.content_type == "application/pdf"
