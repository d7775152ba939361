"""Cases of a version; per case the channels with their time limit and fees, and the papers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.common.ids import new_id

from .version import Version


class Channel(models.TextChoices):
    """Ways to hand a dossier in (cách thức thực hiện)."""

    ONLINE = "online", _("Trên mạng")
    COUNTER = "counter", _("Tại quầy")
    POST = "post", _("Qua bưu chính")


class TimeUnit(models.TextChoices):
    """Units of a time limit; none stated is the empty value, never a guess."""

    HOUR = "hour", _("giờ làm việc")
    WORKING_DAY = "working_day", _("ngày làm việc")
    DAY = "day", _("ngày")
    MONTH = "month", _("tháng")
    SAME_DAY = "same_day", _("trong ngày")
    NO_DATE = "no_date", _("không hẹn ngày")


class Case(models.Model):
    """A case (trường hợp) of a version; every version has at least one, often without a name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(Version, models.CASCADE, related_name="cases")
    position = models.PositiveSmallIntegerField()
    name = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("version", "position"), name="one_case_per_place"),)

    def __str__(self) -> str:
        return self.name


class CaseChannel(models.Model):
    """One way to hand in one case: how long it takes and what it costs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="channels")
    channel = models.CharField(max_length=8, choices=Channel.choices)
    amount = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=12, choices=TimeUnit.choices, blank=True)
    text = models.TextField(blank=True, help_text="the source's words about the time")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "channel"), name="one_row_per_case_and_channel"),)

    def __str__(self) -> str:
        return self.channel


class FeeKind(models.TextChoices):
    """Phí pays for a service, lệ phí is a charge (Luật Phí và lệ phí 97/2015/QH13, art. 3)."""

    FEE = "phi", _("phí")
    CHARGE = "le_phi", _("lệ phí")
    PRICE = "gia", _("giá dịch vụ")


class FeeSetBy(models.TextChoices):
    """Who sets the amount, where the national text leaves it open (Luật Phí và lệ phí 97/2015/QH13, art. 21, 22)."""

    PROVINCE = "province", _("Hội đồng nhân dân cấp tỉnh")


class Fee(models.Model):
    """An amount in đồng. Without an amount the text says what the source says: “theo văn bản”, never zero."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.ForeignKey(CaseChannel, models.CASCADE, related_name="fees")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=FeeKind.choices)
    amount = models.PositiveBigIntegerField(null=True, help_text="đồng")
    per = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)
    when = models.TextField(blank=True, help_text="owed only in this case, never part of a total")
    basis = models.CharField(max_length=80, blank=True, help_text="number of the legal document")
    set_by = models.CharField(max_length=8, choices=FeeSetBy.choices, blank=True)
    exempt = models.TextField(blank=True, help_text="who pays less or nothing, in words")

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"


class PaperKind(models.TextChoices):
    """What is done with a paper (thành phần hồ sơ): handed in, shown, or only a note of the source."""

    SUBMIT = "submit", _("nộp")
    SHOW = "show", _("xuất trình")
    NOTE = "note", _("ghi chú")


class Paper(models.Model):
    """One paper of a case, with how many originals, certified copies and photocopies."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="papers")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    kind = models.CharField(max_length=8, choices=PaperKind.choices)
    originals = models.PositiveSmallIntegerField(default=0)
    certified = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    required = models.BooleanField(default=False)
    photo_ok = models.BooleanField(null=True, help_text="whether a photo will do; unknown is null")
    when = models.TextField(blank=True, help_text="only in this case")
    replaced_by = models.TextField(blank=True, help_text="the state database that makes it unnecessary")
    channels = models.JSONField(default=list, help_text="ways of handing in that ask for it; empty means all")

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("case", "position"), name="one_paper_per_place"),)

    def __str__(self) -> str:
        return self.name


class Stage(models.Model):
    """A stage of processing inside status 4. The head's approval is a stage like the others."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(Version, models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12)
    share = models.PositiveSmallIntegerField(help_text="percent of the time limit")
    approves = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("version", "position"), name="one_stage_per_place"),
            models.CheckConstraint(condition=Q(share__lte=100), name="a_share_is_at_most_100_percent"),
        )

    def __str__(self) -> str:
        return self.name
