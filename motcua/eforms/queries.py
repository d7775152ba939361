"""Questions about forms. A published form never changes, so each process reads it once."""

from functools import lru_cache
from uuid import UUID

from .form import Form
from .models import FormVersion

GENERAL = "don-chung"


@lru_cache(maxsize=512)
def form(form_version_id: UUID) -> Form:
    """The published form, kept in this process.

    :raises FormVersion.DoesNotExist: there is none with this id.
    """
    return Form.of(FormVersion.objects.values_list("definition", flat=True).get(pk=form_version_id))
