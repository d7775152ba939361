"""Addresses of the catalogue."""

from django.urls import path

from motcua.portal.views import catalogue

urlpatterns = [
    path("dich-vu-cong/", catalogue.search, name="search"),
    path("dich-vu-cong/goi-y/", catalogue.suggest, name="suggest"),
    path("dich-vu-cong/theo-co-quan/", catalogue.by_agency, name="by_agency"),
    path("dich-vu-cong/theo-linh-vuc/", catalogue.by_field, name="by_field"),
    path("dich-vu-cong/theo-viec/", catalogue.life_events, name="life_events"),
    path("dich-vu-cong/theo-viec/<str:slug>/", catalogue.life_event, name="life_event"),
    path("dich-vu-cong/<str:code>/", catalogue.procedure, name="procedure"),
    path("dich-vu-cong/<str:code>/xem-truoc/", catalogue.preview, name="preview"),
    path("dich-vu-cong/<str:code>/qr.svg", catalogue.qr, name="qr"),
    path("dich-vu-cong/<str:code>/mau-to-khai/", catalogue.blank_form, name="blank_form"),
    path("dich-vu-cong/<str:code>/don-chung/", catalogue.blank_general, name="blank_general"),
]
