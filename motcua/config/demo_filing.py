"""How the demo's citizen files: answers, papers and the way of the result, by the verbs that everybody uses."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.accounts.models import Account
from motcua.agencies.queries import resolver
from motcua.catalogue.models import Channel, PaperKind
from motcua.catalogue.queries import PaperPage, VersionPage, current_version
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Delivery
from motcua.eforms import queries as eforms

from .demo import AN, COMMUNE, steady_id
from .demo_answers import ANSWERS
from .demo_files import picture

BIRTH, MARITAL = "1.001193", "1.004873"


def staff(login: str) -> Account:
    return Account.objects.get(login=login)


def page_of(code: str) -> VersionPage:
    page = current_version(code)
    if page is None:
        raise LookupError(f"the starter catalogue lacks {code}")
    return page


def start_of(name: str, page: VersionPage, channel: str) -> actions.Start:
    agency = resolver(page.body, COMMUNE)
    if agency is None:
        raise LookupError(f"no {page.body} at {COMMUNE}")
    return actions.Start(steady_id(name), page, page.cases[0].id, channel, agency)


def file_on_line(name: str, code: str, delivery: str, an: Account, at: datetime) -> Dossier | None:
    """A draft with answers and papers, filed unless no delivery is chosen; None when it is there already."""
    if Dossier.objects.filter(pk=steady_id(name)).exists():
        return None
    page = page_of(code)
    form = eforms.form(page.form_version_id)
    known = {q.name: value for q in form.questions.values() if (value := _known_of_an(q.party))}
    told = form.example() | ANSWERS[code] | known
    answers = {name: value for name, value in told.items() if value is not None}
    draft = actions.start_draft(start_of(name, page, Channel.ONLINE), by=an, at=at, answers=answers)
    papers = needed(page, Channel.ONLINE)
    slots = [(paper.id, SimpleUploadedFile(f"giay-to-{n}.png", picture(n))) for n, paper in enumerate(papers, 1)]
    actions.add_files(draft, slots or [(None, SimpleUploadedFile("giay-to.png", picture(1)))], by=an, at=at)
    if delivery:
        actions.choose_delivery(draft, actions.Receiving(delivery, address=_post_address(delivery)), by=an, at=at)
        actions.file(draft, by=an, at=at)
    return draft


def needed(page: VersionPage, channel: Channel) -> list[PaperPage]:
    case = page.cases[0]
    return [paper for paper in case.papers_of(PaperKind.SUBMIT) if paper.required and paper.asked_by(channel)]


def _known_of_an(party: str) -> str:
    known = {
        "submitter.name": AN.full_name,
        "submitter.birth_on": AN.born.isoformat(),
        "submitter.id_number": AN.id_number,
        "submitter.phone": AN.phone,
    }
    return known.get(party, "")


def _post_address(delivery: str) -> str:
    return "Ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp" if delivery == Delivery.POST else ""
