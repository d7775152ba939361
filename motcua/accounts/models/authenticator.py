"""The second factor of an officer."""

from django.db import models

from .account import Account


class Authenticator(models.Model):
    """A TOTP authenticator. The row holds no secret: it is derived from `nonce` and the server's key."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="authenticator")
    nonce = models.CharField(max_length=64)
    confirmed_at = models.DateTimeField(null=True, help_text="when a first code proved that the device has it")
    last_step = models.BigIntegerField(default=0, help_text="the newest time step used; it and older ones are refused")

    def __str__(self) -> str:
        return str(self.account_id)
