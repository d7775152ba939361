"""Six-digit codes sent by SMS. Until the code is entered nothing of a sign-up is reserved."""

from django.db import models

from motcua.common.ids import new_id


class Purpose(models.TextChoices):
    """What a code is for."""

    SIGN_UP = "sign_up"
    RESET = "reset"


class PhoneCode(models.Model):
    """A code that was sent, hashed, with what waits for it. A newer one for the same phone and purpose replaces it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    phone = models.CharField(max_length=16, db_index=True)
    code_hash = models.CharField(max_length=200)
    pending = models.JSONField(default=dict)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)
