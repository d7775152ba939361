"""Contents become rows and rows become contents."""

import pytest

from motcua.catalogue import content
from motcua.catalogue.models import Version
from motcua.catalogue.publishing import publish
from motcua.catalogue.rows import content_of, with_everything

from .making import NOON, said

pytestmark = pytest.mark.django_db


def published(said_so: content.Content) -> Version:
    publish("1.000001", said_so, origin="imported", at=NOON)
    return with_everything(Version.objects.all()).get()


def test_papers_and_channels_keep_their_order() -> None:
    papers = tuple(content.Paper(name=f"Giấy {n}", kind="submit", originals=n) for n in range(12))
    channels = tuple(
        content.Channel(
            channel=name,
            amount=1,
            unit="day",
            fees=(content.Fee(kind="phi", amount=n, set_by="province", exempt="Trẻ em"),),
        )
        for n, name in enumerate(("online", "counter", "post"))
    )
    whole = said(
        cases=(content.Case(name="Một", channels=channels, papers=papers), content.Case(name="Hai")),
        related=("1.000002",),
    )

    assert content_of(published(whole)) == whole
