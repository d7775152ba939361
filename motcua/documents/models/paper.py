"""Papers that an agency issues, and the counters that number them. Nothing here knows a dossier or who."""

import secrets

from django.db import models
from django.db.models import Q

from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from ..kinds import KINDS
from .stored_file import StoredFile


class PaperState(models.TextChoices):
    """What a paper is worth. It is “owed” until it is drawn and signed: until then nobody holds it."""

    OWED = "owed"
    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


def new_token() -> str:
    """The last part of a paper's public address: 192 random bits, letters that an address carries as they are."""
    return secrets.token_urlsafe(24)


LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs that nobody takes for one another when they read them off a sheet."""


def new_typed() -> str:
    """The code of a printed form for who cannot scan it: 12 signs, 59 random bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(12))


class PaperCounter(models.Model):
    """The last number of an agency's papers of one kind in a year (Nghị định 30/2020/NĐ-CP, art. 15)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "kind", "year"), name="one_counter_per_agency_and_kind_of_paper_in_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.kind} {self.year}"


class IssuedPaper(models.Model):
    """A paper: agency, kind, year and number, what it was drawn from, its file, and what it replaces.

    It is numbered in the transaction that owes it and drawn by a job; once it has a file only its end can be added.
    `token` is its public address, `typed` the short code of a form for the counter's keyboard, which opens nothing
    without an officer who may receive it. `waits_for` says in one line why it is not signed yet.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind.code, kind.name) for kind in KINDS.values()])
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(null=True, help_text="empty for forms, which carry none")
    owed_at = models.DateTimeField()
    token = models.CharField(max_length=40, unique=True, default=new_token)
    typed = models.CharField(max_length=12, unique=True, null=True, help_text="short code of a printed form")
    data = models.JSONField(default=dict, help_text="what it was drawn from")
    template = models.CharField(max_length=20, blank=True, help_text="version of the template")
    file = models.OneToOneField(StoredFile, models.PROTECT, null=True, related_name="paper")
    issued_at = models.DateTimeField(null=True)
    waits_for = models.CharField(max_length=240, blank=True)
    by_hand = models.BooleanField(default=False, help_text="drawn to be signed by hand, as the agency is set")
    hand_signer = models.CharField(max_length=120, blank=True, help_text="who signed by hand, as the officer recorded")
    hand_signed_on = models.DateField(null=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    superseded_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_why = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ("owed_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "kind", "year", "number"), name="a_number_is_given_once_per_agency_kind_and_year"
            ),
            models.CheckConstraint(
                condition=Q(file=None, issued_at=None) | Q(file__isnull=False, issued_at__isnull=False),
                name="what_is_issued_has_a_file_and_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_why="") | (Q(revoked_at__isnull=False) & ~Q(revoked_why="")),
                name="a_revocation_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(hand_signed_on=None, hand_signer="")
                | (Q(by_hand=True, hand_signed_on__isnull=False) & ~Q(hand_signer="")),
                name="a_signature_by_hand_has_a_name_and_a_day",
            ),
        )
        indexes = (
            models.Index(fields=("owed_at",), condition=Q(file=None), name="papers_not_drawn_yet"),
            models.Index(fields=("agency", "owed_at", "id"), name="papers_of_an_agency"),
            models.Index(fields=("agency", "number"), name="papers_by_their_number"),
            models.Index(
                fields=("agency", "owed_at", "id"),
                condition=Q(revoked_at__isnull=False) | Q(superseded_at__isnull=False),
                name="papers_out_of_force",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.said_number}"

    @property
    def said_number(self) -> str:
        """The number as it stands on the paper: 12/TNHT; empty for a kind without one; `data` may name the symbol."""
        symbol = self.data.get("symbol") or KINDS[self.kind].symbol
        return f"{self.number}/{symbol}" if self.number else ""

    @property
    def said_typed(self) -> str:
        """The short code as it is read off: ABCD-EFGH-JKMN; empty where it has none."""
        return "-".join((self.typed[:4], self.typed[4:8], self.typed[8:])) if self.typed else ""

    @property
    def state(self) -> PaperState:
        """What it is worth now; revoked is stronger than superseded."""
        if self.revoked_at:
            return PaperState.REVOKED
        if self.superseded_at:
            return PaperState.SUPERSEDED
        return PaperState.VALID if self.file_id else PaperState.OWED

    @property
    def name(self) -> str:
        """What it is called: the title it was drawn with, else the legal name of its kind."""
        return self.data.get("named") or KINDS[self.kind].name

    @property
    def is_signed(self) -> bool:
        """Whether it may leave the house: drawn and signed with keys, or signed by hand and recorded so."""
        return self.file_id is not None and (not self.by_hand or self.hand_signed_on is not None)
