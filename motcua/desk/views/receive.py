"""“Tiếp nhận tại quầy / qua bưu chính”: one page, filed and accepted in one press."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.catalogue.models import Channel
from motcua.catalogue.queries import VersionPage
from motcua.desk.choosing import Choice, Counter, choose, counter_of
from motcua.desk.forms import handed
from motcua.desk.forms.receiving import ReceiveForm
from motcua.dossiers import actions, queries


@dataclass
class Sheet:
    """The page as it stands: what is chosen, what is typed, what is ticked."""

    choice: Choice
    form: ReceiveForm
    papers: list[handed.PaperRow]
    other_errors: list[str]

    def problems(self) -> list[tuple[str, str]]:
        """Everything that is not in a field's own error, with where it belongs."""
        found = []
        if self.form.is_bound and self.choice.page is None:
            found.append(("words", _("Chọn thủ tục")))
        if self.form.is_bound and self.choice.asks_case:
            found.append(("cases", _("Chọn trường hợp")))
        wrong = handed.errors_of(self.papers) if self.form.is_bound else []
        return found + wrong + [(handed.OTHER, message) for message in self.other_errors]


@require_http_methods(["GET", "POST"])
@officer(Role.INTAKE)
def receive(request: OfficerRequest) -> HttpResponse:
    """Each press but “Tiếp nhận” reloads the page with everything typed."""
    counter = counter_of(request.held)
    if not counter.served:
        raise Http404
    sheet = _sheet(request, counter)
    if "receive" not in request.POST:
        return _page(request, sheet, 200)
    if not sheet.form.is_valid() or sheet.problems():
        return _page(request, sheet, 422)
    try:
        dossier = actions.receive(_reception(sheet, request), by=request.user, at=timezone.now())
        return redirect(f"{reverse('desk:dossier', args=[dossier.code])}?vua-nhan=1")
    except actions.RefusedScans as refused:
        _tell_refused(sheet, refused)
    except actions.Blocked as blocked:
        sheet.form.add_error(None, blocked.problems)
    except actions.NotAllowed:
        sheet.form.add_error(None, _("Cán bộ là một bên của hồ sơ này; người khác tiếp nhận"))
    return _page(request, sheet, 422)


def _sheet(request: OfficerRequest, counter: Counter) -> Sheet:
    typed = request.POST if request.method == "POST" else request.GET
    choice = choose(typed, counter)
    asks_term = choice.asks_term(typed.get("channel", Channel.COUNTER))
    needs: dict[str, Any] = {"counters": counter.other_counters(), "asks_term": asks_term}
    judged = "receive" in request.POST
    form = ReceiveForm(request.POST, **needs) if judged else ReceiveForm.reopened(typed, **needs)
    return Sheet(choice, form, handed.rows_of(choice.case, typed), [])


def _reception(sheet: Sheet, request: OfficerRequest) -> actions.Reception:
    choice, told = sheet.choice, sheet.form.cleaned_data
    assert choice.page is not None
    assert choice.case is not None
    assert choice.resolver is not None
    return actions.Reception(
        start=actions.Start(told["token"], choice.page, choice.case.id, told["channel"], choice.resolver),
        owner=sheet.form.owner(),
        submitter=sheet.form.submitter(),
        receiving=sheet.form.receiving(),
        handed=handed.handed(sheet.papers),
        scans=handed.scans(sheet.papers, request.FILES),
        note=told["note"],
        term=told["term"],
        declaration=_declaration(told["declared"], choice.page, request),
        printed=told["declared"],
    )


def _declaration(token: str, page: VersionPage, request: OfficerRequest) -> actions.Declaration | None:
    """What was declared on line, where the printed form leads to it, as far as it answers the version in force."""
    now = timezone.now()
    found = queries.declared_for(token, request.user, page, now)
    return actions.Declaration(found.answers_to(page, now), found.draft.started_by) if found else None


def _tell_refused(sheet: Sheet, refused: actions.RefusedScans) -> None:
    for row in sheet.papers:
        row.errors += refused.refused.get(row.paper.id, [])
    sheet.other_errors += refused.refused.get(None, [])


def _page(request: OfficerRequest, sheet: Sheet, status: int) -> HttpResponse:
    form = sheet.form
    context = {
        "sheet": sheet,
        "form": form,
        "choice": sheet.choice,
        "problems": sheet.problems(),
        "lost_files": bool(request.FILES),
        "by_another": any(form[f"submitter_{name}"].value() for name in ("name", "phone", "number")),
    }
    return render(request, "desk/receive.html", context, status=status)
