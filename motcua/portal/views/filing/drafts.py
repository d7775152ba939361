"""The door to a draft: its own person only; what was filed leads to its confirmation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.doors import SignedInRequest, signed_in
from motcua.catalogue.changed import Begun
from motcua.catalogue.filling import row_of, way_of
from motcua.catalogue.models import PaperKind
from motcua.catalogue.queries import CasePage, ChannelPage, PaperPage, VersionPage, in_force_at, version_page
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import Begun as Found
from motcua.eforms import queries as eforms
from motcua.eforms.form import Form

P = ParamSpec("P")


@dataclass
class Draft:
    """A draft with everything its pages need beside it; form and procedure come from the process's memory."""

    dossier: Dossier
    answers: dict[str, Any]
    form: Form
    page: VersionPage
    case: CasePage
    recipient: str

    @property
    def parts(self) -> int:
        """Parts are counted, not questions: the form's sections, then papers and the way of the result.

        What is printed brings its papers to the counter, and is asked there where the result shall go.
        """
        return len(self.form.sections) + (0 if self.to_print else 1)

    @property
    def to_print(self) -> bool:
        """Whether it is printed and handed in on paper, because the procedure takes nothing on line."""
        return not self.page.files_online

    @property
    def begun(self) -> Begun:
        """What it was begun with, to be compared with a newer version."""
        return Begun(self.page, self.case, self.dossier.form_version_id, way_of(self.page))

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why the dossier that this draft files again ended; empty where it files nothing again."""
        return queries.reasons_before(self.dossier)

    @property
    def channel(self) -> ChannelPage | None:
        """What the case says of this way of handing in."""
        return row_of(self.case, way_of(self.page))

    @property
    def papers(self) -> tuple[PaperPage, ...]:
        """The papers to hand in this way."""
        return tuple(paper for paper in self.case.papers_of(PaperKind.SUBMIT) if paper.asked_by(way_of(self.page)))

    @property
    def outdated(self) -> bool:
        """Whether the procedure says something new by now, or is out of force; its person looks at that first."""
        current = in_force_at(self.page.code, self.dossier.resolving_agency_id)
        return current is None or current.id != self.page.id

    def merged(self, answers: dict[str, Any]) -> dict[str, Any]:
        """All answers after one part was saved; an emptied answer is gone."""
        return {name: value for name, value in (self.answers | answers).items() if value is not None}

    def section_url(self, number: int) -> str:
        """The address of a part."""
        return reverse("portal:section", args=[self.dossier.pk, number])

    def to_section(self, number: int) -> HttpResponseRedirect:
        """To a part, or past the last one to the papers; of what is printed, to the review."""
        if number > len(self.form.sections):
            return redirect("portal:review" if self.to_print else "portal:papers", self.dossier.pk)
        return HttpResponseRedirect(self.section_url(number))


View = Callable[Concatenate[SignedInRequest, Draft, P], HttpResponseBase]
Opened = Callable[Concatenate[SignedInRequest, UUID, P], HttpResponseBase]


def my_draft() -> Callable[[View[P]], Opened[P]]:
    """Load the draft of an address through the person's own door, with its answers, in one statement.

    Another's draft is not there. A draft that was filed meanwhile leads to its confirmation, also when posted to.
    """

    def door(view: View[P]) -> Opened[P]:
        @signed_in
        @wraps(view)
        def opened(request: SignedInRequest, pk: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            found = queries.begun(request.user, pk)
            if found is None:
                raise Http404
            if not found.dossier.is_draft:
                return redirect("portal:filed", found.dossier.code)
            return view(request, _draft(found), *args, **kwargs)

        return opened  # type: ignore[return-value]  # keyword names are lost in a Callable

    return door


def _draft(found: Found) -> Draft:
    dossier = found.dossier
    page = version_page(dossier.version_id)
    case = next(case for case in page.cases if case.id == dossier.case_id)
    return Draft(dossier, found.answers, eforms.form(dossier.form_version_id), page, case, found.recipient)


def filed_meanwhile(dossier: Dossier) -> HttpResponse:
    """To the confirmation of a dossier that another press filed."""
    code = Dossier.objects.filter(pk=dossier.pk).values_list("code", flat=True).first()
    return redirect("portal:filed", code) if code else redirect("portal:my_dossiers")
