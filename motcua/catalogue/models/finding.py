"""What a search and the filters read: one row for each procedure in force, its words, and what people say for them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.common.ids import new_id

from .procedure import Field, Procedure, Publisher
from .version import ServiceClass, Version


class Audience(models.TextChoices):
    """Who may hand in, in the few groups that people look for."""

    CITIZEN = "citizen", _("Công dân Việt Nam")
    OVERSEAS = "overseas", _("Người Việt Nam ở nước ngoài")
    FOREIGNER = "foreigner", _("Người nước ngoài")
    BUSINESS = "business", _("Doanh nghiệp, hợp tác xã")
    ORGANISATION = "organisation", _("Cơ quan, tổ chức khác")
    OFFICIAL = "official", _("Cán bộ, công chức, viên chức")


class Listing(models.Model):
    """One line of the public list, drawn when a version is published; it can be drawn anew from the version."""

    procedure = models.OneToOneField(Procedure, models.CASCADE, primary_key=True, related_name="listing")
    version = models.OneToOneField(Version, models.CASCADE, related_name="listing")
    code = models.CharField(max_length=40)
    name = models.TextField()
    sort_key = models.CharField(max_length=200, db_collation="C", help_text="orders names the Vietnamese way")
    spelled = models.TextField(help_text="the name in lower case with its accents, each word between spaces")
    field = models.ForeignKey(Field, models.PROTECT, related_name="+")
    publisher = models.ForeignKey(Publisher, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    service_class = models.CharField(max_length=12, choices=ServiceClass.choices)
    files_online = models.BooleanField()
    body = models.CharField(max_length=24, blank=True)
    admin_levels = ArrayField(models.CharField(max_length=16))
    audiences = ArrayField(models.CharField(max_length=12, choices=Audience.choices))
    channels = ArrayField(models.CharField(max_length=8))
    free = models.BooleanField(help_text="nothing is owed in any case, whatever the way of handing in")
    glance = models.JSONField()
    words = SearchVectorField(help_text="folded words and pairs of words: A name, B everyday, C other names, D field")
    size = models.PositiveSmallIntegerField(help_text="words of the name: a short name that fits says more")
    worth = models.FloatField(help_text="1 and a little more for what the commune does and for what is vouched for")

    class Meta:
        indexes = (
            GinIndex(fields=("words",), name="listing_words"),
            models.Index(fields=("code",), name="listing_code"),
        )

    def __str__(self) -> str:
        return self.code


class Term(models.Model):
    """A word or a pair of words that listings hold or people say, and how many listings hold it.

    The row of the empty term counts the listings.
    """

    term = models.CharField(max_length=120, primary_key=True, db_collation="C")
    documents = models.PositiveIntegerField()
    said = models.BooleanField(default=False, help_text="stands in something that people say")

    class Meta:
        indexes = (GinIndex(fields=("term",), opclasses=("gin_trgm_ops",), name="terms_that_look_alike"),)

    def __str__(self) -> str:
        return self.term


class SayingKind(models.TextChoices):
    """What is done with something that people say."""

    MEANS = "means", _("nghĩa là")
    FILLER = "filler", _("bỏ qua khi tìm")
    SHORT = "short", _("viết tắt của")


class Saying(models.Model):
    """What people say (“sổ đỏ”) and what the catalogue calls it; data that managers keep.

    `means` are words of the catalogue or codes of procedures. With `keeps` the words said are looked for as well.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.CharField(max_length=120, db_collation="C", help_text="folded; a short form keeps its accents")
    said = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=SayingKind.choices)
    means = models.CharField(max_length=300, blank=True)
    keeps = models.BooleanField(default=False)
    terms = ArrayField(models.CharField(max_length=120), default=list, help_text="what `means` is looked for by")
    shipped = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, help_text="a manager does not want it; a shipped one stays away")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "said", "kind"), name="a_saying_stands_once"),)
        indexes = (models.Index(fields=("key",), condition=Q(removed_at=None), name="sayings_in_use"),)

    def __str__(self) -> str:
        return self.said


class LifeEvent(models.Model):
    """Something that happens in a life (“Sinh con”) and the procedures it calls for, in the order they come."""

    slug = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=80)
    summary = models.CharField(max_length=240)
    position = models.PositiveSmallIntegerField()
    codes = ArrayField(models.CharField(max_length=40))
    shipped = models.BooleanField(default=False, help_text="as it came in the box; a start brings a newer one")

    class Meta:
        ordering = ("position", "slug")

    def __str__(self) -> str:
        return self.name
