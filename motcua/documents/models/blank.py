"""Blank forms as PDF: one per published definition and version of the template."""

from django.db import models

from .stored_file import StoredFile


class BlankForm(models.Model):
    """The drawing of a form nobody has filled in; `form` is the id of the form's published version."""

    form = models.UUIDField()
    template = models.CharField(max_length=20)
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("form", "template"), name="one_blank_per_form_and_version_of_the_template"),
        )

    def __str__(self) -> str:
        return f"{self.form} {self.template}"
