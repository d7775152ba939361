"""A published version of a procedure: immutable, with the source of each value."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.agencies.models import Agency
from motcua.common.ids import new_id
from motcua.eforms.models import FormVersion

from .procedure import Field, Procedure, Publisher


class ServiceClass(models.TextChoices):
    """Classes of on-line service (NĐ 42/2022/NĐ-CP, art. 11); the rest only informs."""

    FULL = "toan_trinh", _("toàn trình")
    PARTIAL = "mot_phan", _("một phần")
    INFORMATION = "thong_tin", _("chỉ thông tin")


class Version(models.Model):
    """What a procedure says from a moment on. Only `in_force_to` is ever written again, once, by its successor.

    A version is published the moment its procedure, or the local edition of an agency, points at it; from then on the
    database refuses every change.

    `sources` maps a path ("name", "cases.0.channels.1.fees") to {"origin": "person" | "shipped" | "imported",
    "source": …, "date": …}; the path "" is the default for all. `flags` lists what a person must look at.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, related_name="+", help_text="empty: the nation; else whose local rules hold"
    )
    local = models.JSONField(default=dict, help_text="the local rules in it; see `local.overlay.told`")
    number = models.PositiveIntegerField(help_text="counted for the nation and for each agency")
    in_force_from = models.DateTimeField()
    in_force_to = models.DateTimeField(null=True)

    name = models.TextField()
    official_name = models.TextField(blank=True, help_text="as published, where the name leaves words out")
    keywords = models.JSONField(default=list, help_text="everyday words for it")
    glance = models.JSONField(default=dict, help_text="time and fee in one line of a list, drawn from what lies below")
    summary = models.TextField(blank=True)
    in_brief = models.JSONField(default=dict, help_text="four short sentences by `in_brief.PARTS`, or nothing")
    field = models.ForeignKey(Field, models.PROTECT, related_name="versions")
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="versions")
    level = models.PositiveSmallIntegerField(help_text="legacy level 1–4 (TT 32/2017/TT-BTTTT)")
    service_class = models.CharField(max_length=12, choices=ServiceClass.choices)
    files_online = models.BooleanField(help_text="whether “Nộp hồ sơ” is offered")

    executing = models.TextField(blank=True, help_text="the body as the law names it")
    body = models.CharField(max_length=24, blank=True, help_text="the kind of agency that resolves")
    bodies = models.JSONField(default=dict, help_text="who else has a part, as the source names them")
    admin_levels = models.JSONField(default=list)
    subjects = models.JSONField(default=list)
    must_come = models.BooleanField(null=True, help_text="whether one must come in person; unknown is null")
    visits = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    form = models.ForeignKey(FormVersion, models.PROTECT, null=True, related_name="versions")
    form_name = models.TextField(blank=True)
    decision_number = models.CharField(max_length=80, blank=True)
    decision_on = models.DateField(null=True)
    results = models.JSONField(default=list)
    legal = models.JSONField(default=list)
    conditions = models.TextField(blank=True)
    instructions = models.JSONField(default=list)
    note = models.TextField(blank=True)
    rules = models.JSONField(default=dict, help_text="what differs from `version_rules.NONE`; mostly nothing")
    related = models.JSONField(default=list, help_text="codes of procedures that go with it")

    sources = models.JSONField(default=dict)
    flags = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64, help_text="of everything above and below it; equal means unchanged")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("procedure", "agency", "number"),
                nulls_distinct=False,
                name="one_version_per_procedure_agency_and_number",
            ),
            models.UniqueConstraint(
                fields=("procedure", "agency"),
                condition=Q(in_force_to=None),
                nulls_distinct=False,
                name="one_version_in_force_per_procedure_and_agency",
            ),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=4), name="a_level_is_1_to_4"),
        )

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.number}"
