"""Addresses of the register of issued papers."""

from django.urls import path

from motcua.desk.views import issued

urlpatterns = [
    path("giay-to/", issued.register, name="issued"),
    path("giay-to/<str:token>/", issued.paper, name="issued_paper"),
    path("giay-to/<str:token>/tep/", issued.file, name="issued_file"),
    path("giay-to/<str:token>/<str:deed>/", issued.act, name="issued_act"),
]
