"""Addresses of the worklist, of one dossier, and of receiving at the counter."""

from django.urls import path

from motcua.desk.views import dossier, papers
from motcua.desk.views.act import act
from motcua.desk.views.brought import brought
from motcua.desk.views.declared import declared, find_declared
from motcua.desk.views.hand_signing import hand_signing
from motcua.desk.views.home import home
from motcua.desk.views.money import money
from motcua.desk.views.receive import receive

urlpatterns = [
    path("", home, name="home"),
    path("tiep-nhan/", receive, name="receive"),
    path("to-khai/", find_declared, name="find_declared"),
    path("to-khai/<str:token>/", declared, name="declared"),
    path("so-theo-doi/", papers.registers, name="registers"),
    path("so-theo-doi/<str:token>/", papers.register, name="register"),
    path("giay/<str:token>/", papers.paper, name="paper"),
    path("giay/<str:token>/ky-tay/", hand_signing, name="hand_signing"),
    path("ho-so/<str:code>/", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/bien-nhan/", dossier.receipt, name="receipt"),
    path("ho-so/<str:code>/tep/<uuid:file_id>/", dossier.file, name="file"),
    path("ho-so/<str:code>/thu-tien/", money, name="money"),
    path("ho-so/<str:code>/giay-to-mang-den/", brought, name="brought"),
    path("ho-so/<str:code>/<str:action>/", act, name="act"),
]
