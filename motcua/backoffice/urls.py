"""Addresses of the managers' pages."""

from django.urls import path

from .views import changes, home, letterheads, templates

app_name = "backoffice"

urlpatterns = [
    path("", home.home, name="home"),
    path("mau-giay/", templates.templates, name="templates"),
    path("mau-giay/<uuid:agency>/", letterheads.letterhead, name="letterhead"),
    path("mau-giay/<uuid:agency>/dung-lai/", letterheads.again, name="again"),
    path("mau-giay/<uuid:agency>/xem-thu/", letterheads.preview, name="preview"),
    path("mau-giay/<uuid:agency>/tep/<uuid:file_id>/", letterheads.file, name="file"),
    path("lich-su/", changes.changes, name="changes"),
]
