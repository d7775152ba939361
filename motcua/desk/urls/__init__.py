"""Addresses of the officers' pages, one module per room."""

from . import dossiers, issued, sign_in, verify

app_name = "desk"

urlpatterns = [
    *sign_in.urlpatterns,
    *verify.urlpatterns,
    *issued.urlpatterns,
    *dossiers.urlpatterns,
]
