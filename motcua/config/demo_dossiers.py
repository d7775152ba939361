"""`motcua seed-demo`: dossiers in every state, walked there by the verbs of the lifecycle."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from motcua.accounts.models import Account
from motcua.catalogue.models import Channel
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Delivery, PartyRole
from motcua.payments import queries as payments

from . import demo_lives, demo_papers
from .demo import AN, account_of, ensure_people, steady_id
from .demo_files import one_page_pdf
from .demo_filing import BIRTH, MARITAL, file_on_line, needed, page_of, staff, start_of

WALK = ("file", "accept", "begin", "hand_over", "finish", "return_result")
ON_LINE = (  # name of the dossier, procedure, how far it walks, way of delivery
    ("draft", BIRTH, 0, ""),
    ("filed", BIRTH, 1, Delivery.COUNTER),
    ("accepted", MARITAL, 2, Delivery.COUNTER),
    ("processing", BIRTH, 3, Delivery.POST),
    ("at the head", MARITAL, 4, Delivery.COUNTER),
    ("finished", BIRTH, 5, Delivery.COUNTER),
    ("returned", MARITAL, 6, Delivery.COUNTER),
)
WAIT_FOR_JOBS = 60.0  # seconds


def seed() -> dict[str, Any]:
    """Make what is missing, wait for the jobs it caused, and say what there is."""
    people = ensure_people()
    at = timezone.now()
    an = account_of(AN)
    for name, code, steps, delivery in ON_LINE:
        _on_line(name, code, steps, delivery, an, at)
    _refused(an, at)
    _at_the_counter(at)
    demo_lives.seed(an, at)
    demo_papers.seed([dossier for dossier in _seeded() if dossier.is_draft], an, at)
    finish_jobs()
    return {
        "people": people,
        "dossiers": [_dossier_row(dossier) for dossier in _seeded()],
        "files": [row for dossier in _seeded() for row in _file_rows(dossier)],
        "slips": demo_papers.rows(_seeded()),
        "demo_ca": demo_papers.authority(),
        "form_schemas": [],
        "pages": {
            "home": reverse("portal:home"),
            "search": reverse("portal:search"),
            "detail": reverse("portal:procedure", args=[BIRTH]),
            "lookup": reverse("portal:lookup"),
            "guide": reverse("portal:guide"),
        },
    }


@transaction.atomic
def _on_line(name: str, code: str, steps: int, delivery: str, an: Account, at: datetime) -> None:
    dossier = file_on_line(name, code, delivery, an, at)
    if dossier is None:
        return
    _walk(dossier, WALK[1:steps], at)


def _walk(dossier: Dossier, steps: tuple[str, ...], at: datetime) -> None:
    chi, dung, ha = staff("chi"), staff("dung"), staff("ha")
    verbs: dict[str, Callable[[datetime], object]] = {
        "accept": lambda now: actions.accept(dossier, by=chi, at=now),
        "begin": lambda now: actions.begin(dossier, by=dung, at=now),
        "hand_over": lambda now: _hand_over(dossier, dung, now),
        "finish": lambda now: actions.finish(dossier, by=ha, at=now),
        "return_result": lambda now: _return(dossier, chi, now),
    }
    for minutes, verb in enumerate(steps, 1):
        verbs[verb](at + timedelta(seconds=minutes))


def _return(dossier: Dossier, by: Account, at: datetime) -> None:
    if not payments.account(dossier.pk).settled:
        ground = "Nghị quyết của Hội đồng nhân dân tỉnh (dữ liệu thử)"
        actions.waive(dossier, steady_id(f"waiver {dossier.code}"), by=by, at=at, ground=ground)
    collected = actions.Collected(AN.full_name, AN.id_number, originals_seen=True)
    actions.return_result(dossier, by=by, at=at, collected=collected)


def _hand_over(dossier: Dossier, by: Account, at: datetime) -> None:
    upload = SimpleUploadedFile("ket-qua.pdf", one_page_pdf(f"KET QUA {dossier.code} (DEMO)"))
    number = f"{dossier.code}/KQ"
    actions.prepare_result(dossier, actions.Prepared(number, timezone.localdate(at), upload), by=by, at=at)
    demo_lives.agree_to_draft(dossier, at)
    actions.hand_over(dossier, by=by, at=at)


@transaction.atomic
def _refused(an: Account, at: datetime) -> None:
    dossier = file_on_line("refused", BIRTH, Delivery.COUNTER, an, at)
    if dossier is not None:
        actions.refuse(
            dossier,
            by=staff("chi"),
            at=at + timedelta(seconds=1),
            reason="Ảnh Giấy chứng sinh thiếu trang sau. Chụp cả hai mặt rồi nộp lại",
            ground="Luật Hộ tịch 60/2014/QH13, điều 16",
        )


def _at_the_counter(at: datetime) -> None:
    page = page_of(BIRTH)
    handed = tuple(actions.Handed(paper.id, "original") for paper in needed(page, Channel.COUNTER))
    reception = actions.Reception(
        start=start_of("counter", page, Channel.COUNTER),
        owner=actions.Person("Lâm Gia Hân", id_kind="none_newborn"),
        submitter=actions.Person("Lâm Văn Phúc", "+84912345678", "087060000108", address="xã Thanh Mỹ, tỉnh Đồng Tháp"),
        receiving=actions.Receiving(Delivery.COUNTER),
        handed=handed,
    )
    actions.receive(reception, by=staff("chi"), at=at)


NAMES = (*(row[0] for row in ON_LINE), "refused", "counter", *demo_lives.LIVES)


def is_alone() -> bool:
    """Whether every dossier that was filed, or begun, is one of these."""
    ours = [steady_id(name) for name in NAMES]
    return not Dossier.objects.exclude(pk__in=ours).exists()


def _seeded() -> list[Dossier]:
    ids = [steady_id(name) for name in NAMES]
    found = Dossier.objects.select_related("started_by").prefetch_related("parties", "attachments__file").in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def _owner_login(dossier: Dossier) -> str | None:
    return dossier.started_by.id_number if dossier.channel == Channel.ONLINE else None


def _dossier_row(dossier: Dossier) -> dict[str, Any]:
    submitter = next((party for party in dossier.parties.all() if party.role == PartyRole.SUBMITTER), None)
    draft = dossier.is_draft
    return {
        "code": dossier.code,
        "status": dossier.status,
        "owner_login": _owner_login(dossier),
        "lookup_digits": submitter.id_number[-4:] if submitter else None,
        "path": reverse("portal:section", args=[dossier.pk, 1])
        if draft
        else reverse("portal:dossier", args=[dossier.code]),
    }


def _file_rows(dossier: Dossier) -> list[dict[str, Any]]:
    if dossier.is_draft:
        return []
    return [
        {"path": reverse("portal:file", args=[dossier.code, row.file_id]), "owner_login": _owner_login(dossier)}
        for row in dossier.attachments.all()
    ]


def finish_jobs() -> None:
    """Come back when no job is queued or running: with the worker that is up, or by running them here."""
    deadline = timezone.now() + timedelta(seconds=WAIT_FOR_JOBS)
    while _waiting() and timezone.now() < deadline:
        if not _worker_is_up():
            asyncio.run(_work_once())
        else:
            asyncio.run(asyncio.sleep(0.2))
    if _waiting():
        raise TimeoutError("jobs are still waiting")


def _waiting() -> bool:
    return ProcrastinateJob.objects.filter(status__in=("todo", "doing")).exists()


def _worker_is_up() -> bool:
    """Whether a worker gave a sign of life within the last half minute."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - timedelta(seconds=30)).exists()


async def _work_once() -> None:
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("jobs are queued through Django's connection")
    with app.replace_connector(connector.get_worker_connector()) as working:
        async with working.open_async():
            await working.run_worker_async(wait=False, install_signal_handlers=False)
