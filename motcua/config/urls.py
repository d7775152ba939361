"""The root of all addresses."""

from django.urls import include, path

urlpatterns = [
    path("can-bo/", include("motcua.desk.urls")),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.common.errors.bad_request"
handler403 = "motcua.common.errors.not_found"
handler404 = "motcua.common.errors.not_found"
handler500 = "motcua.common.errors.server_error"
