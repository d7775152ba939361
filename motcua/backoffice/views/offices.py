"""An office as its managers keep it: address, phone, point on the map; the hours that follow from a day on."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.agencies import decreeing, editing, offices, opening, queries
from motcua.agencies.models import Agency
from motcua.backoffice import telling
from motcua.backoffice.office_forms import RECEPTION, WORKING, HoursForm, OfficeForm
from motcua.catalogue import edition

from .loading import managed


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
def office(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """GET shows how the office is reached and who changed it; POST saves what was typed."""
    found = managed(request, agency)
    form = OfficeForm(request.POST or None, agency=found)
    if request.method == "POST" and form.is_valid():
        _save(request, found, form)
        return redirect("backoffice:office", found.pk)
    context = {
        "agency": found,
        "code": offices.codes_of([found.pk]).get(found.pk, ""),
        "form": form,
        "hours": queries.hours_in_words(found, timezone.localdate()),
        "lines": telling.lines(changes.about(found.pk)),
    }
    return render(request, "backoffice/office.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _save(request: OfficerRequest, agency: Agency, form: OfficeForm) -> None:
    now = timezone.now()
    changed = editing.save_contact(agency, form.contact())
    if not changed:
        messages.success(request, _("Không có gì thay đổi"))
        return
    changes.note("office_saved", agency.pk, by=request.user, at=now, agency=agency, changed=changed)
    edition.turn(at=now)
    messages.success(request, _("Đã lưu; trang của cơ quan đổi theo ngay"))


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
def hours(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """GET shows the hours in force and those to come; POST lets others follow from a day on."""
    found, today = managed(request, agency), timezone.localdate()
    rows = list(found.hours.order_by("valid_from"))
    now = next((row for row in reversed(rows) if row.valid_from <= today), None)
    form = HoursForm(request.POST or None, now=now, today=today, taken=frozenset(row.valid_from for row in rows))
    if request.method == "POST" and form.is_valid() and _follow(request, found, form, now.rules if now else {}):
        return redirect("backoffice:office", found.pk)
    context = {
        "agency": found,
        "form": form,
        "rows": [(row.valid_from, opening.in_words(row.working, row.reception), row == now) for row in rows],
    }
    return render(request, "backoffice/office_hours.html", context, status=422 if form.is_bound else 200)


def _follow(request: OfficerRequest, agency: Agency, form: HoursForm, rules: dict[str, object]) -> bool:
    """Whether the hours were written; somebody else may have written others for the same day just now."""
    now, since = timezone.now(), form.cleaned_data["since"]
    working, reception = form.week(WORKING), form.week(RECEPTION)
    try:
        with transaction.atomic():
            decreeing.follow_hours(agency, since=since, working=working, reception=reception, rules=rules, at=now)
            told = {"since": since.isoformat(), "said": opening.in_words(working, reception)}
            changes.note("office_hours_saved", agency.pk, by=request.user, at=now, agency=agency, **told)
            edition.turn(at=now)
    except IntegrityError:
        form.add_error("since", _("Đã ghi giờ áp dụng từ ngày này; chọn ngày khác"))
        return False
    messages.success(request, _("Đã lưu giờ mới"))
    return True
