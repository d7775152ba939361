"""Everyday words and life events: what people say, and what happens in a life."""

from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.accounts import changes
from motcua.accounts.doors import OfficerRequest, officer
from motcua.accounts.models import Role
from motcua.backoffice.everyday_forms import LifeEventForm, SayingForm
from motcua.catalogue import wording
from motcua.catalogue.models import LifeEvent, Saying

from .loading import keeper

ROWS: Final = 50


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def sayings(request: OfficerRequest) -> HttpResponse:
    """GET lists fifty at a time; POST adds one, changes what it means, or removes it."""
    form = SayingForm(request.POST or None)
    if request.method == "POST":
        if "remove" in request.POST:
            _unsay(request)
            return redirect(request.get_full_path())
        if form.is_valid():
            _say(request, form)
            return redirect(request.get_full_path())
    text, number = request.GET.get("tu-khoa", "").replace("\0", "")[:100], request.GET.get("trang", "1")
    start = (int(number) - 1 if number.isascii() and number.isdigit() and int(number[:4]) > 0 else 0) * ROWS
    rows = list(wording.sayings(text)[start : start + ROWS + 1])
    context = {"form": form, "rows": rows[:ROWS], "more": len(rows) > ROWS, "number": start // ROWS + 1, "text": text}
    return render(request, "backoffice/sayings.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _say(request: OfficerRequest, form: SayingForm) -> None:
    now, said = timezone.now(), form.cleaned_data
    row = wording.say(said["said"], said["means"], kind=said["kind"], keeps=said["keeps"], at=now)
    changes.note("saying_saved", row.pk, by=request.user, at=now, said=row.said)
    messages.success(request, _("Đã lưu “%(said)s”") % {"said": row.said})


@transaction.atomic
def _unsay(request: OfficerRequest) -> None:
    now = timezone.now()
    row = Saying.objects.filter(key__isnull=False, pk=request.POST["remove"]).first() if _is_id(request) else None
    if row is not None and wording.unsay(row, at=now):
        changes.note("saying_removed", row.pk, by=request.user, at=now, said=row.said)
        messages.success(request, _("Đã bỏ “%(said)s”") % {"said": row.said})


def _is_id(request: OfficerRequest) -> bool:
    return len(request.POST["remove"]) == 36


@require_http_methods(["GET", "HEAD", "POST"])
@officer(Role.MANAGER)
@keeper
def life_events(request: OfficerRequest) -> HttpResponse:
    """GET lists all and shows one to change; POST saves it, or takes it off the pages."""
    event = get_object_or_404(LifeEvent, slug=request.GET["viec"]) if request.GET.get("viec") else None
    form = LifeEventForm(request.POST or None, event=event)
    if request.method == "POST":
        if "remove" in request.POST and event:
            _note(request, "life_event_removed", event)
            return redirect("backoffice:life_events")
        if form.is_valid():
            _note(request, "life_event_saved", form)
            return redirect("backoffice:life_events")
    context = {"events": LifeEvent.objects.all(), "event": event, "form": form}
    return render(request, "backoffice/life_events.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _note(request: OfficerRequest, word: str, about: LifeEvent | LifeEventForm) -> None:
    now = timezone.now()
    if isinstance(about, LifeEvent):
        wording.remove_event(about, at=now)
        name = about.name
        messages.success(request, _("Đã bỏ “%(said)s”") % {"said": name})
    else:
        said = about.cleaned_data
        name = wording.save_event(**said, at=now).name
        messages.success(request, _("Đã lưu “%(said)s”") % {"said": name})
    changes.note(word, None, by=request.user, at=now, name=name)
