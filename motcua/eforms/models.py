"""Published form versions: what was asked stays as it was asked."""

from django.db import models

from motcua.common.ids import new_id


class FormVersion(models.Model):
    """One published version of a form: its definition as data, and the JSON Schema made from it. Never changes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=80)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    definition = models.JSONField()
    schema = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("code", "number"), name="one_version_per_form_and_number"),)

    def __str__(self) -> str:
        return f"{self.code} {self.number}"
