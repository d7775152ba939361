"""The product's addresses, and the floor's beside them."""

from django.urls import include, path

from motcua.config.urls import handler404, handler500

from . import floor

__all__ = ["handler404", "handler500"]

urlpatterns = [
    path("bench/bare/", floor.bare),
    path("bench/write/", floor.write),
    path("", include("motcua.config.urls")),
]
