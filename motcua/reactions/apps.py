"""The reactions app: it only has tasks, and they must be known wherever a job is queued or run."""

from django.apps import AppConfig


class ReactionsConfig(AppConfig):
    """Registered by its dotted name in INSTALLED_APPS."""

    name = "motcua.reactions"
