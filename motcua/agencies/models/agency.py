"""Agencies, the codes they carry from a date to a date, and their hours."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.common.ids import new_id

from .unit import AdministrativeUnit


class AgencyKind(models.TextChoices):
    """Bodies that receive or resolve; a procedure names the kind, a place makes it one agency."""

    COMMUNE_COMMITTEE = "ubnd_xa", _("Ủy ban nhân dân cấp xã")
    COMMUNE_POLICE = "cong_an_xa", _("Công an cấp xã")
    COMMUNE_CENTRE = "trung_tam_xa", _("Trung tâm Phục vụ hành chính công cấp xã")
    PROVINCE_COMMITTEE = "ubnd_tinh", _("Ủy ban nhân dân cấp tỉnh")
    PROVINCE_CENTRE = "trung_tam_tinh", _("Trung tâm Phục vụ hành chính công cấp tỉnh")


class Agency(models.Model):
    """One body at one place. Agencies form a tree; a body without a desk of its own is received elsewhere."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=24, choices=AgencyKind.choices)
    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=80, help_text=_("Tên gọi ngắn trong câu, ví dụ “UBND xã Thanh Mỹ”"))
    unit = models.ForeignKey(AdministrativeUnit, models.PROTECT, related_name="agencies")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    desk = models.ForeignKey("self", models.PROTECT, null=True, related_name="receives_for")
    letters = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=240, blank=True)
    room = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        verbose_name_plural = "agencies"
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "unit"), condition=Q(valid_to=None), name="one_agency_of_a_kind_per_unit_today"
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="a_point_on_the_map_is_a_pair_or_none",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def receiver(self) -> "Agency":
        """The desk that receives what this agency resolves: another agency, or itself."""
        return self.desk or self

    def code_on(self, day: date) -> str:
        """The code carried on `day`.

        :raises AgencyCode.DoesNotExist: no code covers the day.
        """
        carried = self.codes.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)
        return carried.order_by("-valid_from").values_list("code", flat=True)[0:1].get()


class AgencyCode(models.Model):
    """A code from a date to a date. A provisional one waits for the official identifier (QĐ 20/2020/QĐ-TTg)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="codes")
    code = models.CharField(max_length=35, unique=True)
    provisional = models.BooleanField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency",), condition=Q(valid_to=None), name="an_agency_carries_one_code_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.code


class WorkingHours(models.Model):
    """Hours of an agency from a day on; the newest row not after a day is in force. Never changed, only followed.

    `working` and `reception` map an ISO weekday ("1" Monday … "7" Sunday) to intervals
    [["07:00", "11:30"], ["13:30", "17:00"]]: the first counts, the second only receives.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="hours")
    valid_from = models.DateField()
    working = models.JSONField()
    reception = models.JSONField()
    rules = models.JSONField(default=dict, help_text="what the agency counts otherwise; see `motcua.deadlines.Rules`")

    class Meta:
        verbose_name_plural = "working hours"
        constraints = (
            models.UniqueConstraint(fields=("agency", "valid_from"), name="one_row_of_hours_per_agency_and_day"),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.valid_from}"


class DayChange(models.TextChoices):
    """What a decision makes of a day."""

    HOLIDAY = "holiday", _("nghỉ lễ")
    SWAPPED_OFF = "swapped_off", _("nghỉ hoán đổi")
    LOCAL_OFF = "local_off", _("nghỉ của địa phương")
    MAKE_UP = "make_up", _("làm bù")
    ORDINARY = "ordinary", _("ngày thường trở lại")


class CalendarDay(models.Model):
    """A day decreed after the shipped calendar: of the nation, or of one agency. The newest row of a day holds.

    Never changed, only followed, so that a due date stays explainable by what was known when it was counted.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="days", help_text="empty: the nation")
    date = models.DateField()
    kind = models.CharField(max_length=12, choices=DayChange.choices)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    decided = models.BooleanField(default=True, help_text="without a decision it is told as “dự kiến”")
    decision = models.CharField(max_length=80, blank=True)
    instead_of = models.DateField(null=True)
    decreed_at = models.DateTimeField()

    class Meta:
        ordering = ("date", "decreed_at", "id")
        indexes = (models.Index(fields=("date", "agency"), name="decreed_days"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(decided=True) | ~Q(decision="") | Q(agency__isnull=False),
                name="a_decided_day_of_the_nation_names_its_decision",
            ),
        )

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
