"""Addresses of the citizens' pages, one module per room."""

from . import pages

app_name = "portal"

urlpatterns = [
    *pages.urlpatterns,
]
