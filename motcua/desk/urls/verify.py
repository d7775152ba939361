"""The address of the page that verifies an account."""

from django.urls import path

from motcua.desk.views.verify import verify

urlpatterns = [path("xac-minh/", verify, name="verify")]
