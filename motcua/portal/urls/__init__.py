"""Addresses of the citizens' pages, one module per room."""

from . import accounts, dossiers, pages

app_name = "portal"

urlpatterns = [
    *pages.urlpatterns,
    *accounts.urlpatterns,
    *dossiers.urlpatterns,
]
