"""Addresses of the catalogue."""

from django.urls import path

from motcua.portal.views import catalogue

urlpatterns = [
    path("dich-vu-cong/", catalogue.search, name="search"),
    path("dich-vu-cong/<str:code>/", catalogue.procedure, name="procedure"),
    path("dich-vu-cong/<str:code>/mau-to-khai/", catalogue.blank_form, name="blank_form"),
    path("dich-vu-cong/<str:code>/don-chung/", catalogue.blank_general, name="blank_general"),
]
