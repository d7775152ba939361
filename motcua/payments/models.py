"""What is owed for something, and how it was settled. Whose it is, and who took it, is known above."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.common.ids import new_id


class ChargeKind(models.TextChoices):
    """Phí pays for a service, lệ phí is a charge (Luật Phí và lệ phí 97/2015/QH13, art. 3)."""

    FEE = "phi", _("phí")
    CHARGE = "le_phi", _("lệ phí")
    PRICE = "gia", _("giá dịch vụ")


class Charge(models.Model):
    """An amount owed: đồng for each unit, times a quantity. No amount means that a document sets it: never zero."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject = models.UUIDField(help_text="what it is owed for")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=ChargeKind.choices)
    label = models.CharField(max_length=240, blank=True)
    amount = models.PositiveBigIntegerField(null=True, help_text="đồng for one")
    quantity = models.PositiveIntegerField(default=1)
    per = models.CharField(max_length=80, blank=True, help_text="what one is: “bản”, “trang”")
    when_due = models.CharField(max_length=240, blank=True, help_text="where and when it is paid, in words")
    basis = models.CharField(max_length=80, blank=True, help_text="number of the legal document")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("subject", "position"), name="one_charge_per_place_of_a_subject"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="a_charge_is_for_at_least_one"),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.position}"


class SettlementKind(models.TextChoices):
    """How something owed was settled."""

    PAYMENT = "payment", _("đã nộp")
    WAIVER = "waiver", _("được miễn")


class Means(models.TextChoices):
    """How money came in."""

    CASH = "cash", _("tiền mặt")
    TRANSFER = "transfer", _("chuyển khoản")
    POS = "pos", _("thẻ, máy POS")


class Settlement(models.Model):
    """Money that came in, or a waiver with its ground. Append-only; its id comes from the page that asked for it."""

    id = models.UUIDField(primary_key=True, editable=False)
    subject = models.UUIDField(help_text="what was owed for", db_index=True)
    kind = models.CharField(max_length=8, choices=SettlementKind.choices)
    amount = models.PositiveBigIntegerField(help_text="đồng; a waiver of what no document sets yet has 0")
    waives_unknown = models.BooleanField(default=False, help_text="whether amounts not known yet are waived too")
    means = models.CharField(max_length=8, choices=Means.choices, blank=True)
    receipt_number = models.CharField(max_length=60, blank=True)
    ground = models.CharField(max_length=240, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind="payment") | (Q(amount__gt=0) & ~Q(means="") & ~Q(receipt_number="")),
                name="a_payment_has_amount_means_and_receipt",
            ),
            models.CheckConstraint(condition=~Q(kind="waiver") | ~Q(ground=""), name="a_waiver_has_a_ground"),
            models.UniqueConstraint(
                fields=("subject", "receipt_number"),
                condition=~Q(receipt_number=""),
                name="a_receipt_is_recorded_once_for_a_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
