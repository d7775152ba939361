"""Publishing: an event and the job that reacts to it are stored in the transaction that caused them."""

from procrastinate.contrib.django import app
from procrastinate.types import JSONValue


def publish(event: str, **ids: JSONValue) -> None:
    """Queue one job that runs every reaction to `event`.

    The task is named, not imported: what follows from an event is listed above the domain.
    Job rows are readable by operators, so only ids travel.
    """
    app.configure_task("react", queue="reactions").defer(event=event, ids=ids)
