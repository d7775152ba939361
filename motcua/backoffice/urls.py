"""Addresses of the managers' pages."""

from django.urls import path

from .views import (
    changes,
    copies,
    everyday,
    home,
    letterheads,
    local,
    offices,
    procedures,
    templates,
    writing,
)

app_name = "backoffice"

urlpatterns = [
    path("", home.home, name="home"),
    path("co-quan/<uuid:agency>/", offices.office, name="office"),
    path("co-quan/<uuid:agency>/gio/", offices.hours, name="office_hours"),
    path("mau-giay/", templates.templates, name="templates"),
    path("mau-giay/<uuid:agency>/", letterheads.letterhead, name="letterhead"),
    path("mau-giay/<uuid:agency>/dung-lai/", letterheads.again, name="again"),
    path("mau-giay/<uuid:agency>/xem-thu/", letterheads.preview, name="preview"),
    path("mau-giay/<uuid:agency>/tep/<uuid:file_id>/", letterheads.file, name="file"),
    path("thu-tuc/", procedures.procedures, name="procedures"),
    path("thu-tuc/<str:code>/", procedures.procedure, name="procedure"),
    path("thu-tuc/<str:code>/so-sanh/", procedures.compare, name="compare"),
    path("thu-tuc/<str:code>/xac-nhan/", procedures.confirm, name="confirm"),
    path("thu-tuc/<str:code>/quyet-dinh/", procedures.decide, name="decide"),
    path("thu-tuc/<str:code>/rut/", procedures.withdraw, name="withdraw"),
    path("thu-tuc/<str:code>/tro-lai/", procedures.restore, name="restore"),
    path("thu-tuc/<str:code>/soan/", copies.begin, name="begin"),
    path("thu-tuc/<str:code>/ban-moi/", copies.copy, name="copy"),
    path("thu-tuc/<str:code>/ban-moi/chuyen/", copies.move, name="move"),
    path("thu-tuc/<str:code>/ban-moi/truong-hop/", writing.cases, name="cases"),
    path("thu-tuc/<str:code>/ban-moi/truong-hop/<int:number>/", writing.case, name="case"),
    path("thu-tuc/<str:code>/ban-moi/<str:slug>/", writing.part, name="part"),
    path("quy-dinh-rieng/<uuid:agency>/", local.stated, name="local_rules"),
    path("quy-dinh-rieng/<uuid:agency>/<str:code>/", local.rule, name="local_rule"),
    path("quy-dinh-rieng/<uuid:agency>/<str:code>/dung-lai/", local.again, name="local_again"),
    path("loi-hay-noi/", everyday.sayings, name="sayings"),
    path("viec-trong-doi/", everyday.life_events, name="life_events"),
    path("lich-su/", changes.changes, name="changes"),
]
