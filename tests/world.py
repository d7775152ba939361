"""The world of the tests: a commune with its offices, its procedures, and the same people in every story.

An applies, Bình is her neighbour and has nothing to do with it, Chi sits at the desk, Dũng handles, Hà heads the
committee, Giang works at another commune's desk. Nothing is put into a state: `World.dossier` walks there.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from motcua.accounts.entrances import DESK
from motcua.accounts.models import Account, Role
from motcua.accounts.officers import give_authenticator, make_officer
from motcua.accounts.people import make_citizen
from motcua.accounts.sessions import SessionStore
from motcua.agencies.models import Agency
from motcua.agencies.queries import resolver
from motcua.agencies.starter import OTHER_COMMUNE, load_demo_agencies, load_units
from motcua.catalogue.finding.sayings import load_shipped
from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import VersionPage, current_version
from motcua.catalogue.starter import load_starter
from motcua.common.ids import new_id
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Delivery
from motcua.eforms import queries as eforms
from motcua.eforms.definitions import load_forms
from motcua.payments import queries as payments

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
# A Monday long before any test runs: whoever works here today has worked here since.
BEGINNING = datetime(2026, 1, 5, 8, 0, tzinfo=HANOI)
MONDAY = datetime(2026, 11, 9, 8, 0, tzinfo=HANOI)
COMMUNE = "30073"
BIRTH, MARITAL = "1.001193", "1.004873"  # the birth form; the general application
PASSWORD = "một-mật-khẩu-dài"
DESK_ROLES = (Role.INTAKE, Role.RETURNER, Role.CASHIER)
WALK = ("file", "accept", "begin", "hand_over", "finish", "return_result")


@dataclass(frozen=True)
class Stand:
    """An officer before they exist: name, ID number, where, and as what."""

    full_name: str
    id_number: str
    kind: str
    unit: str
    roles: tuple[Role, ...]


OFFICERS = {
    "chi": Stand("Lê Thị Chi", "087188000031", "trung_tam_xa", COMMUNE, DESK_ROLES),
    "dung": Stand("Phạm Văn Dũng", "087080000042", "ubnd_xa", COMMUNE, (Role.HANDLER,)),
    "ha": Stand("Võ Thị Hà", "087175000053", "ubnd_xa", COMMUNE, (Role.APPROVER,)),
    "giang": Stand("Bùi Thị Giang", "087183000086", "trung_tam_xa", OTHER_COMMUNE, DESK_ROLES),
}


@dataclass
class World:
    """Who there is, and how to get a dossier somewhere."""

    people: dict[str, Account] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Account:
        """`world.an`, `world.chi`."""
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def agency(self, kind: str = "ubnd_xa", unit: str = COMMUNE) -> Agency:
        """One body of the two communes."""
        return Agency.objects.select_related("desk", "unit").get(kind=kind, unit=unit, valid_to=None)

    def page(self, code: str = MARITAL) -> VersionPage:
        """A procedure as it stands."""
        page = current_version(code)
        assert page is not None, code
        return page

    def start(
        self, code: str = MARITAL, *, channel: str = Channel.ONLINE, pk: uuid.UUID | None = None
    ) -> actions.Start:
        """What a new dossier is about."""
        page = self.page(code)
        body = resolver(page.body, COMMUNE)
        assert body is not None, page.body
        return actions.Start(pk or new_id(), page, page.cases[0].id, channel, body)

    def answers(self, code: str, by: Account) -> dict[str, Any]:
        """Answers that the form accepts, given by the person themselves."""
        form = eforms.form(self.page(code).form_version_id)
        own = {
            "submitter.name": by.full_name,
            "submitter.birth_on": by.birth_on.isoformat() if by.birth_on else "",
            "submitter.id_number": by.id_number,
            "submitter.phone": by.phone,
        }
        return form.example() | {q.name: own[q.party] for q in form.questions.values() if q.party in own}

    def draft(self, code: str = MARITAL, *, by: Account | None = None, at: datetime = MONDAY) -> Dossier:
        """A draft with everything in it; one press from being filed."""
        by = by or self.an
        draft = actions.start_draft(self.start(code), by=by, at=at, answers=self.answers(code, by))
        papers: list[uuid.UUID | None] = [
            row.id
            for row in self.page(code).cases[0].papers_of(PaperKind.SUBMIT)
            if row.required and row.asked_by(Channel.ONLINE)
        ]
        actions.add_files(draft, [(paper, a_picture()) for paper in papers or [None]], by=by, at=at)
        actions.choose_delivery(draft, actions.Receiving(Delivery.COUNTER), by=by, at=at)
        return draft

    def dossier(
        self, last: str = "file", *, code: str = MARITAL, by: Account | None = None, at: datetime = MONDAY
    ) -> Dossier:
        """An on-line dossier that has gone through every step up to `last`, a minute between them."""
        dossier = self.draft(code, by=by, at=at)
        if last == "refuse":
            self.walk(dossier, ("file", "refuse"), at=at)
        elif last != "start_draft":
            self.walk(dossier, WALK[: WALK.index(last) + 1], at=at)
        return dossier

    def walk(self, dossier: Dossier, steps: Iterable[str], *, at: datetime) -> None:
        """Take a dossier on, step by step, each by the officer whose step it is."""
        for minutes, step in enumerate(steps):
            getattr(self, f"_{step}")(dossier, at + timedelta(minutes=minutes))

    def _file(self, dossier: Dossier, at: datetime) -> None:
        actions.file(dossier, by=dossier.started_by, at=at)

    def _accept(self, dossier: Dossier, at: datetime) -> None:
        actions.accept(dossier, by=self.chi, at=at)

    def _refuse(self, dossier: Dossier, at: datetime) -> None:
        actions.refuse(dossier, by=self.chi, at=at, reason="Ảnh mờ. Chụp lại", ground="Luật Hộ tịch, điều 16")

    def _begin(self, dossier: Dossier, at: datetime) -> None:
        actions.begin(dossier, by=self.dung, at=at)

    def _hand_over(self, dossier: Dossier, at: datetime) -> None:
        prepared = actions.Prepared("01/KQ", at.date(), no_file_reason="Bản giấy")
        actions.prepare_result(dossier, prepared, by=self.dung, at=at)
        if draft := dossier.result_drafts.first():
            actions.answer_draft(draft, actions.DraftAnswer(right=True), by=dossier.started_by, at=at)
            dossier.refresh_from_db()
        actions.hand_over(dossier, by=self.dung, at=at)

    def _finish(self, dossier: Dossier, at: datetime) -> None:
        actions.finish(dossier, by=self.ha, at=at)

    def _return_result(self, dossier: Dossier, at: datetime) -> None:
        self.settle_fees(dossier, at)
        collected = actions.Collected(self.an.full_name, self.an.id_number, originals_seen=True)
        actions.return_result(dossier, by=self.chi, at=at, collected=collected)

    def settle_fees(self, dossier: Dossier, at: datetime) -> None:
        """The cashier waives whatever is owed, known or not."""
        if not payments.account(dossier.pk).settled:
            actions.waive(dossier, new_id(), by=self.chi, at=at, ground="Nghị quyết 12/2025/NQ-HĐND")

    def client(self, who: Account | None = None) -> Client:
        """A browser in which `who` has signed in at their entrance; nobody when it is left out."""
        client = Client()
        if who is not None:
            session = SessionStore()
            session[SESSION_KEY] = str(who.pk)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = who.get_session_auth_hash()
            if who.login:
                session[DESK] = BEGINNING.isoformat()
            session.create()
            client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
        return client


def a_picture(name: str = "giay-to.png") -> SimpleUploadedFile:
    """The smallest PNG there is: one pixel."""
    header = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    body = "0000000d49444154789c626001000000050001 0d0a2db4 0000000049454e44ae426082".replace(" ", "")
    return SimpleUploadedFile(name, bytes.fromhex(header + body), content_type="image/png")


# The country made small: 3,300 communes with an index of trigrams are most of what pouring them back would cost.
FAR_AWAY = """
    delete from agencies_administrativeunit where province_id is not null and code not in (
        select unit_id from agencies_succession union select unit_id from agencies_agency
    ) and province_id not in (
        select province_id from agencies_administrativeunit
        where province_id is not null and code in (select unit_id from agencies_agency)
    )
"""


def build() -> None:
    """Load what an installation starts with, and make the people."""
    load_units()
    load_demo_agencies(at=BEGINNING)
    with connection.cursor() as cursor:
        cursor.execute(FAR_AWAY)
    load_forms(at=BEGINNING)
    load_starter(at=BEGINNING)
    load_shipped(at=BEGINNING)
    for login, stand in OFFICERS.items():
        agency = Agency.objects.get(kind=stand.kind, unit=stand.unit, valid_to=None)
        officer = make_officer(
            login=login,
            full_name=stand.full_name,
            id_number=stand.id_number,
            password=PASSWORD,
            roles=[(role, agency) for role in stand.roles],
            at=BEGINNING,
        )
        give_authenticator(officer, at=BEGINNING)
    chi = Account.objects.get(login="chi")
    for name, number, phone, born in (
        ("Nguyễn Thị An", "087190000011", "+84987654321", date(1990, 5, 12)),
        ("Trần Văn Bình", "087085000022", "+84987654322", date(1985, 1, 30)),
    ):
        make_citizen(
            full_name=name,
            id_number=number,
            phone=phone,
            birth_on=born,
            email="",
            password=PASSWORD,
            verified_by=chi,
            at=BEGINNING,
        )


def is_ours(model: type[Model]) -> bool:
    """Whether the model is the product's and not Django's."""
    return model.__module__.startswith("motcua.")


class Memory:
    """The tables of a built world, kept as text: pouring them back takes milliseconds, building half a second."""

    def __init__(self) -> None:
        self.tables: dict[str, bytes] = {}
        self.sequences: list[tuple[str, int]] = []

    def keep(self) -> None:
        """Copy out every table of ours that holds rows."""
        with connection.cursor() as cursor:
            for table in sorted({model._meta.db_table for model in apps.get_models() if is_ours(model)}):
                with cursor.copy(f'copy "{table}" to stdout') as copy:
                    if rows := b"".join(bytes(part) for part in copy):
                        self.tables[table] = rows
            cursor.execute(
                "select schemaname || '.' || sequencename, last_value from pg_sequences where last_value > 0"
            )
            self.sequences = [row for row in cursor.fetchall() if "procrastinate" not in row[0]]

    def pour(self) -> None:
        """Copy them back in; keys are checked at the end of the transaction, so any order will do."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in self.tables.items():
                with cursor.copy(f'copy "{table}" from stdin') as copy:
                    copy.write(rows)
            # Vacuuming what another test rolled back tells the planner that these are empty: minutes for one search.
            cursor.execute("analyze agencies_administrativeunit, agencies_formerunit, agencies_succession")
            for name, last in self.sequences:
                cursor.execute("select setval(%s, %s)", [name, last])


memory = Memory()


def enter() -> World:
    """The world in the database of this test."""
    if memory.tables:
        memory.pour()
    else:
        build()
        memory.keep()
    names = {"087190000011": "an", "087085000022": "binh"}
    return World({row.login or names[row.id_number]: row for row in Account.objects.all()})
