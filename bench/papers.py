"""Slips a second on one core, drawn and signed, beside an empty page of the same compiler.

`python -m bench.papers` inside the measured installation; prints a JSON array and ends with a path to check.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime

import django

django.setup()

from django.utils import timezone  # noqa: E402 - models need settings that stand

from motcua.documents import drawing  # noqa: E402
from motcua.documents.drawing import Drawing, data_of, trial_of  # noqa: E402
from motcua.documents.models import IssuedPaper  # noqa: E402
from motcua.documents.rendering import render  # noqa: E402
from motcua.documents.signing.keys import key_store  # noqa: E402
from motcua.documents.signing.sealing import sign  # noqa: E402
from motcua.dossiers import actions  # noqa: E402
from motcua.dossiers.papers.every import compose  # noqa: E402

from .entry import Entry  # noqa: E402

MANY, TURNS = 30, 3
EMPTY = Drawing(agency="", parent="", place="", blocks=[])


def rate(deed: Callable[[], object], times: int = MANY) -> float:
    """How many a second of the processor; what is read once is read before."""
    deed()
    began = time.process_time()
    for _ in range(times):
        deed()
    return times / (time.process_time() - began)


def slip() -> IssuedPaper:
    """The newest acceptance slip, drawn if its job has not run."""
    paper = IssuedPaper.objects.select_related("agency").filter(kind="01").latest("owed_at")
    if paper.file_id is None:
        actions.draw_paper(paper.pk, at=timezone.now())
        paper.refresh_from_db()
    return paper


def measure(paper: IssuedPaper, at: datetime) -> list[Entry]:
    """Composing and drawing; the same and signing with the office's seal."""
    keys, composed = key_store(), compose(paper)
    places = [place for signing in composed.signings for place in signing.places]

    def drawn() -> bytes:
        return render(data_of(compose(paper), paper.name, keys, at), at=at)

    def signed() -> bytes:
        return sign(drawn(), places, keys)

    empty, plain, sealed = list[float](), list[float](), list[float]()
    for _ in range(TURNS):
        empty.append(rate(lambda: trial_of(EMPTY, "Trang trống", at)))
        plain.append(rate(drawn))
        sealed.append(rate(signed))
    floor = max(empty)
    note = "composed from the dossier and drawn; the floor is an empty page"
    slips = Entry("slips", round(max(plain), 1), "1/s CPU", round(floor, 1), round(max(plain) / floor, 2), note)
    both = f"the same, and {len(places)} signature"
    return [
        slips,
        replace(
            slips, name="signed slips", value=round(max(sealed), 1), note=both, ratio=round(max(sealed) / floor, 2)
        ),
    ]


if __name__ == "__main__":
    found = slip()
    entries = [asdict(one) for one in measure(found, timezone.now())]
    print(json.dumps({"entries": entries, "path": drawing.path_of(found)}))
