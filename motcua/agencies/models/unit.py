"""Provinces and communes of today, and the units of before 1 July 2025 that they follow."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """Kinds of units of the two-tier local government (Luật 72/2025/QH15, art. 1)."""

    CITY = "thanh_pho", _("thành phố")
    PROVINCE = "tinh", _("tỉnh")
    WARD = "phuong", _("phường")
    COMMUNE = "xa", _("xã")
    SPECIAL_ZONE = "dac_khu", _("đặc khu")


class AdministrativeUnit(models.Model):
    """A province (two digits) or a commune-level unit (five digits), by the code of the statistics office."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=UnitKind.choices)
    province = models.ForeignKey("self", models.PROTECT, null=True, related_name="communes")
    folded = models.CharField(max_length=80, db_index=True)
    folded_words = models.CharField(
        max_length=200, help_text="kind, name, province and former one, folded, each word after a space"
    )
    sort_key = models.CharField(max_length=240, db_collation="C")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ("sort_key", "code")
        indexes = (GinIndex(fields=["folded_words"], opclasses=["gin_trgm_ops"], name="units_by_words"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=models.F("valid_from")), name="a_unit_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """“xã Thanh Mỹ”, “tỉnh Đồng Tháp”."""
        return f"{self.get_kind_display()} {self.name}"


class FormerProvince(models.Model):
    """A province of before 1 July 2025 and the one of today that took it in whole (Nghị quyết 202/2025/QH15)."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=UnitKind.choices)
    also_heard_as = models.CharField(max_length=80, blank=True)
    unit = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="former_provinces")
    source = models.CharField(max_length=80)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.name}"


class FormerUnit(models.Model):
    """A commune-level unit of before 1 July 2025; people still say its name."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    district = models.CharField(max_length=80)
    province = models.CharField(max_length=80)
    folded = models.CharField(max_length=80, db_index=True)
    also_heard_as = models.CharField(max_length=80, blank=True)
    folded_words = models.CharField(
        max_length=400, help_text="names, district and province, folded, each word after a space"
    )
    successors = models.ManyToManyField(AdministrativeUnit, through="Succession", related_name="former_units")

    class Meta:
        ordering = ("folded", "code")
        indexes = (GinIndex(fields=["folded_words"], opclasses=["gin_trgm_ops"], name="former_units_by_words"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".strip()


class Succession(models.Model):
    """Which unit of today a former unit, or a part of it, belongs to."""

    former = models.ForeignKey(FormerUnit, models.CASCADE, related_name="successions")
    unit = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="successions")
    kind = models.CharField(max_length=32)
    is_default = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("former", "unit"), name="one_succession_per_pair_of_units"),)

    def __str__(self) -> str:
        return f"{self.former_id} → {self.unit_id}"


class LoadedTable(models.Model):
    """Which edition of a shipped table the database holds, so that a start that changes nothing reads one row."""

    name = models.CharField(max_length=40, primary_key=True)
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name
