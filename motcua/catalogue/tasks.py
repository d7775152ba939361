"""Jobs of the catalogue."""

from procrastinate.contrib.django import app

from .finding import vocabulary


@app.periodic(cron="10 19 * * *")  # 02:10 in Vietnam
@app.task(name="count_terms", queue="upkeep", queueing_lock="count_terms")
def count_terms(timestamp: int) -> None:
    """Count anew how many procedures hold each word, so that rare words weigh what they should."""
    vocabulary.count()
