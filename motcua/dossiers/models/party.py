"""Parties keep their own copy of who they were when the dossier was filed."""

from typing import ClassVar

from django.db import models

from motcua.accounts.models import Account
from motcua.common.ids import new_id

from ..states import IdKind, PartyKind, PartyRole


class Party(models.Model):
    """A person or organisation in one role. The link to an account may be empty: at the counter nobody is signed in."""

    SIDE: ClassVar[tuple[PartyRole, ...]] = (PartyRole.SUBMITTER, PartyRole.OWNER, PartyRole.REPRESENTATIVE)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="parties")
    role = models.CharField(max_length=16, choices=PartyRole.choices)
    kind = models.CharField(max_length=14, choices=PartyKind.choices, default=PartyKind.PERSON)
    name = models.CharField(max_length=200, blank=True)
    birth_on = models.DateField(null=True)
    id_number = models.CharField(max_length=20, blank=True, db_index=True)
    id_kind = models.CharField(max_length=16, choices=IdKind.choices, blank=True)
    phone = models.CharField(max_length=16, blank=True, help_text="E.164")
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="parties")

    class Meta:
        verbose_name_plural = "parties"
        constraints = (models.UniqueConstraint(fields=("dossier", "role"), name="one_party_per_role"),)

    def __str__(self) -> str:
        return f"{self.role} of {self.dossier_id}"
