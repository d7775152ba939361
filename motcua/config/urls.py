"""The root of all addresses."""

from django.urls import include, path
from django.views.i18n import set_language

from motcua.accounts.doors import public
from motcua.transparency.views import open_files

urlpatterns = [
    path("ngon-ngu/", public(set_language), name="set_language"),
    path("can-bo/", include("motcua.desk.urls")),
    path("quan-ly/", include("motcua.backoffice.urls")),
    path("cong-khai/", include("motcua.transparency.urls")),
    path("du-lieu/", open_files.hub, name="data"),
    path("du-lieu/catalogue.jsonld", open_files.catalogue, name="catalogue_data"),
    path("sitemap.xml", open_files.sitemap, name="sitemap"),
    path("robots.txt", open_files.robots, name="robots"),
    path("opensearch.xml", open_files.opensearch, name="opensearch"),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.common.errors.bad_request"
handler403 = "motcua.common.errors.not_found"
handler404 = "motcua.common.errors.not_found"
handler500 = "motcua.common.errors.server_error"
