"""Jobs of the catalogue."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import drafting
from .finding import vocabulary


@app.periodic(cron="10 19 * * *")  # 02:10 in Vietnam
@app.task(name="count_terms", queue="upkeep", queueing_lock="count_terms")
def count_terms(timestamp: int) -> None:
    """Count anew how many procedures hold each word, so that rare words weigh what they should."""
    vocabulary.count()


@app.periodic(cron="* * * * *")
@app.task(name="publish_due_versions", queue="duties", queueing_lock="publish_due_versions")
def publish_due_versions(timestamp: int) -> None:
    """Bring into force what was scheduled and has fallen due, at most a minute late."""
    drafting.publish_due(timezone.now())
