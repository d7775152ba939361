"""Addresses where anybody checks a paper, and where a result is looked at before it is one."""

from django.urls import path

from motcua.portal.views import checking, result_draft

urlpatterns = [
    path("kiem-tra/", checking.check, name="check_paper"),
    path("kiem-tra/<str:token>/", checking.paper, name="paper"),
    path("nhap/<str:draft>/", result_draft.result_draft, name="result_draft"),
    path("nhap/<str:draft>/tep/", result_draft.file, name="result_draft_file"),
]
