"""Roles as rows: who may act as what, at which agency, from when to when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from motcua.agencies.models import Agency
from motcua.common.ids import new_id

from .account import Account


class Role(models.TextChoices):
    """The roles an officer can hold."""

    INTAKE = "intake", pgettext_lazy("role", "Tiếp nhận")
    HANDLER = "handler", pgettext_lazy("role", "Xử lý")
    APPROVER = "approver", pgettext_lazy("role", "Lãnh đạo duyệt")
    CHAIR = "chair", pgettext_lazy("role", "Chủ tịch")
    CASHIER = "cashier", pgettext_lazy("role", "Thu ngân")
    RETURNER = "returner", pgettext_lazy("role", "Trả kết quả")
    MANAGER = "manager", pgettext_lazy("role", "Quản lý thủ tục")


class RoleHeld(models.Model):
    """One role of one account at one agency, there alone or in the whole subtree below it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=12, choices=Role.choices)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="roles")
    subtree = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "roles held"
        constraints = (
            models.UniqueConstraint(
                fields=("account", "role", "agency"),
                condition=Q(valid_to=None),
                name="a_role_is_held_once_at_an_agency",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} @ {self.agency_id}"
