"""An account is a person who can sign in; an officer is an account that holds a role."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from motcua.common.ids import new_id


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; the password arrives in clear or already hashed by a pending sign-up."""

    def create_account(
        self, *, password: str | None = None, password_hash: str | None = None, **fields: Any
    ) -> "Account":
        """Store an account. Exactly one of `password` and `password_hash` is given, or none: nobody can sign in."""
        account = self.model(**fields)
        if password_hash is not None:
            account.password = password_hash
        else:
            account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person. Citizens sign in with ID number or phone, officers with `login` at the second entrance."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login = models.CharField(max_length=40, unique=True, null=True, help_text="officers only")
    full_name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=360, editable=False)
    id_number = models.CharField(max_length=12, blank=True, db_index=True)
    birth_on = models.DateField(null=True)
    phone = models.CharField(max_length=16, blank=True, db_index=True, help_text="E.164, confirmed by a code")
    email = models.EmailField(blank=True)
    email_confirmed_at = models.DateTimeField(null=True)
    verified_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = AccountManager()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("id_number",),
                condition=Q(verified_at__isnull=False) & ~Q(id_number=""),
                name="one_verified_account_per_id_number",
            ),
            models.CheckConstraint(
                condition=Q(id_number="") | Q(id_number__regex=r"^(\d{9}|\d{12})$"),
                name="an_id_number_has_9_or_12_digits",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_verified(self) -> bool:
        """Whether an officer saw this person's card."""
        return self.verified_at is not None

    @property
    def is_officer(self) -> bool:
        """Whether the account belongs to the desk; roles say what it may do there."""
        return self.login is not None


class Verification(models.Model):
    """Who saw which paper, when, before the account was called verified."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="verifications")
    officer = models.ForeignKey(Account, models.PROTECT, related_name="verifications_made")
    at = models.DateTimeField()
    seen = models.CharField(max_length=200)

    def __str__(self) -> str:
        return str(self.id)
