"""Addresses of filing on line."""

from django.urls import path

from motcua.portal.views import filing

urlpatterns = [
    path("nop-ho-so/<str:code>/", filing.prepare, name="prepare"),
    path("nop-ho-so/<str:code>/noi-giai-quyet/", filing.place, name="place"),
    path("ban-nhap/<uuid:pk>/phan/<int:number>/", filing.section, name="section"),
    path("ban-nhap/<uuid:pk>/giay-to/", filing.papers, name="papers"),
    path("ban-nhap/<uuid:pk>/tep/<uuid:file_id>/", filing.draft_file, name="draft_file"),
    path("ban-nhap/<uuid:pk>/kiem-tra/", filing.review, name="review"),
    path("ban-nhap/<uuid:pk>/quy-dinh-moi/", filing.renew, name="renew"),
    path("ban-nhap/<uuid:pk>/to-khai/", filing.print_form, name="print_form"),
    path("ban-nhap/<uuid:pk>/xoa/", filing.discard, name="discard"),
]
