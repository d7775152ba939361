"""Addresses where anybody checks a paper."""

from django.urls import path

from motcua.portal.views import checking

urlpatterns = [
    path("kiem-tra/", checking.check, name="check_paper"),
    path("kiem-tra/<str:token>/", checking.paper, name="paper"),
]
