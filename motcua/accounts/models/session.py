"""Sessions that know their account, so that one statement loads both."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from .account import Account


class Session(AbstractBaseSession):
    """Django's session row plus the account that signed in."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+", db_constraint=False)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
