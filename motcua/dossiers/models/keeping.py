"""What is kept beside dossiers: an officer's unfinished words, reasons worth saying again, duties done."""

from django.db import models
from django.db.models import Q

from motcua.accounts.models import Account
from motcua.catalogue.models import Procedure
from motcua.common.ids import new_id

from .dossier import Dossier


class DeskDraft(models.Model):
    """What an officer has typed for an action and not sent, or what a duty proposes (then nobody's)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="desk_drafts")
    officer = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    action = models.CharField(max_length=32)
    typed = models.JSONField(help_text="field name to what was typed")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dossier", "action", "officer"),
                nulls_distinct=False,
                name="one_draft_per_dossier_action_and_officer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.action}"


class KnownReason(models.Model):
    """A reason that was given for a procedure and offers itself again: short for officers, plain for the person.

    `about` is the name of the paper, the question or the action that it belongs to; papers change their ids with
    each version, their names stay.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="known_reasons")
    about = models.CharField(max_length=400)
    short = models.CharField(max_length=80)
    plain = models.TextField()
    ground = models.CharField(max_length=240, blank=True)
    uses = models.PositiveIntegerField(default=1)
    used_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("procedure", "about", "plain"), name="a_reason_is_known_once"),
            models.CheckConstraint(condition=~Q(plain=""), name="a_known_reason_says_something"),
        )
        indexes = (models.Index(fields=("procedure", "about", "-uses"), name="reasons_by_their_use"),)

    def __str__(self) -> str:
        return self.short


class Notice(models.Model):
    """A duty that the program has done for a dossier; its key makes it once, however often a sweep comes by.

    `owed_at` is the moment at which it fell due, `done_at` when it was done: after a worker's holiday they differ.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="notices")
    duty = models.CharField(max_length=32)
    key = models.CharField(max_length=64, help_text="which of several: the request, the date, the number")
    owed_at = models.DateTimeField()
    done_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("dossier", "duty", "key"), name="a_duty_is_done_once_for_a_dossier"),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.duty} {self.key}"
