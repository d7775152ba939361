"""Addresses of the offices."""

from django.urls import path

from motcua.portal.views import offices

urlpatterns = [
    path("co-quan/", offices.offices, name="offices"),
    path("co-quan/goi-y-noi/", offices.suggest_place, name="suggest_place"),
    path("co-quan/<str:code>/", offices.office, name="office"),
]
