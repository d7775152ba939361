"""A version before it is published: a copy that managers work on, and when it is to come into force."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Account
from motcua.common.ids import new_id

from .procedure import Procedure


class CopyState(models.TextChoices):
    """Where a working copy stands; only the first three are open."""

    DRAFT = "draft", _("đang soạn")
    REVIEW = "review", _("chờ xem lại")
    SCHEDULED = "scheduled", _("đã hẹn ngày")
    PUBLISHED = "published", _("đã công bố")
    DISCARDED = "discarded", _("đã bỏ")


OPEN = (CopyState.DRAFT, CopyState.REVIEW, CopyState.SCHEDULED)


class WorkingCopy(models.Model):
    """What the next version will say. `content` is as `content.plain` makes it; `revision` counts each save."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="working_copies")
    based_on = models.PositiveIntegerField(help_text="number of the version that it was begun from")
    content = models.JSONField()
    state = models.CharField(max_length=12, choices=CopyState.choices, default=CopyState.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    source = models.CharField(max_length=200, blank=True, help_text="the document by which it says something new")
    publish_at = models.DateTimeField(null=True)
    begun_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    saved_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "working copies"
        constraints = (
            models.UniqueConstraint(
                fields=("procedure",), condition=Q(state__in=OPEN), name="one_open_copy_of_a_procedure"
            ),
            models.CheckConstraint(
                condition=~Q(state=CopyState.SCHEDULED) | Q(publish_at__isnull=False),
                name="a_scheduled_copy_has_its_moment",
            ),
        )
        indexes = (
            models.Index(fields=("publish_at",), condition=Q(state=CopyState.SCHEDULED), name="copies_that_fall_due"),
        )

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.state}"
