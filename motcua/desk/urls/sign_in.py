"""Addresses of the second entrance."""

from django.urls import path

from motcua.desk.views.sign_in import code, enrol, sign_in, sign_out

urlpatterns = [
    path("dang-nhap/", sign_in, name="sign_in"),
    path("ma/", code, name="code"),
    path("cai-dat-ma/", enrol, name="enrol"),
    path("dang-xuat/", sign_out, name="sign_out"),
]
