"""Addresses of the citizens' pages, one module per room."""

from . import accounts, catalogue, dossiers, filing, offices, pages, papers

app_name = "portal"

urlpatterns = [
    *pages.urlpatterns,
    *accounts.urlpatterns,
    *catalogue.urlpatterns,
    *offices.urlpatterns,
    *dossiers.urlpatterns,
    *filing.urlpatterns,
    *papers.urlpatterns,
]
