"""Addresses of what the public may judge by."""

from django.urls import path

from motcua.transparency.views import late, trail

app_name = "transparency"

urlpatterns = [
    path("", late.hub, name="hub"),
    path("dau-vet", trail.roots, name="roots"),
    path("dau-vet.jsonl", trail.roots_file, name="roots_file"),
    path("tre-hen/", late.late, name="late"),
]
