"""Addresses of the officers' pages, one module per room."""

from . import dossiers, sign_in, verify

app_name = "desk"

urlpatterns = [
    *sign_in.urlpatterns,
    *verify.urlpatterns,
    *dossiers.urlpatterns,
]
