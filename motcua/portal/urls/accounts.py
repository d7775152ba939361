"""Addresses of the account pages."""

from django.urls import path

from motcua.portal.views.accounts.forgot import forgot, forgot_code, forgot_password
from motcua.portal.views.accounts.own import (
    account,
    change_email,
    change_number,
    change_password,
    confirm_email,
    sign_out_elsewhere,
)
from motcua.portal.views.accounts.sign_in import sign_in, sign_in_who, sign_out
from motcua.portal.views.accounts.sign_up import sign_up, sign_up_code

urlpatterns = [
    path("dang-ky/", sign_up, name="sign_up"),
    path("dang-ky/ma/", sign_up_code, name="sign_up_code"),
    path("dang-nhap/", sign_in, name="sign_in"),
    path("dang-nhap/la-ai/", sign_in_who, name="sign_in_who"),
    path("dang-xuat/", sign_out, name="sign_out"),
    path("quen-mat-khau/", forgot, name="forgot"),
    path("quen-mat-khau/ma/", forgot_code, name="forgot_code"),
    path("quen-mat-khau/mat-khau-moi/", forgot_password, name="forgot_password"),
    path("tai-khoan/", account, name="account"),
    path("tai-khoan/thu-dien-tu/", change_email, name="account_email"),
    path("tai-khoan/so-dinh-danh/", change_number, name="account_number"),
    path("tai-khoan/mat-khau/", change_password, name="account_password"),
    path("tai-khoan/dang-xuat-noi-khac/", sign_out_elsewhere, name="sign_out_elsewhere"),
    path("thu-dien-tu/<str:key>/", confirm_email, name="confirm_email"),
]
