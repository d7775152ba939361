"""Addresses of the pages that belong to no dossier: home, guide, and the page of all components."""

from django.urls import path

from motcua.accounts.doors import public
from motcua.common.kit import kit
from motcua.portal.views.guide import guide
from motcua.portal.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("huong-dan/", guide, name="guide"),
    path("kit", public(kit), name="kit"),
]
