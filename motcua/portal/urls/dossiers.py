"""Addresses of a person's own dossiers and of the look-up."""

from django.urls import path

from motcua.portal.views import dossiers, leaving
from motcua.portal.views.lookup import lookup
from motcua.portal.views.supplement import supplement, supplement_item

urlpatterns = [
    path("tra-cuu/", lookup, name="lookup"),
    path("ho-so/", dossiers.my_dossiers, name="my_dossiers"),
    path("ho-so/<str:code>/", dossiers.dossier, name="dossier"),
    path("ho-so/<str:code>/da-nop/", dossiers.filed, name="filed"),
    path("ho-so/<str:code>/bien-nhan/", dossiers.receipt, name="receipt"),
    path("ho-so/<str:code>/dieu-da-khai/", dossiers.answers, name="answers"),
    path("ho-so/<str:code>/tep/<uuid:file_id>/", dossiers.file, name="file"),
    path("ho-so/<str:code>/bo-sung/", supplement, name="supplement"),
    path("ho-so/<str:code>/bo-sung/<int:position>/", supplement_item, name="supplement_item"),
    path("ho-so/<str:code>/rut/", leaving.withdraw, name="withdraw"),
    path("ho-so/<str:code>/nop-lai/", leaving.file_again, name="again"),
    path("ho-so/<str:code>/khieu-nai/", leaving.complaint, name="complaint"),
    path("ho-so/<str:code>/ai-da-xem/", dossiers.who_looked, name="who_looked"),
]
