"""A manager writes a new version part by part, sees it as the public will, and publishes it."""

from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import Change, Role, RoleHeld
from motcua.catalogue.models import CopyState, WorkingCopy
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import current_version
from tests.catalogue.making import LATER, NOON, said
from tests.world import BEGINNING, World

pytestmark = pytest.mark.django_db
CODE = "1.000001"


@pytest.fixture
def ha(world: World) -> Client:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    publish(CODE, said(conditions="Cũ"), origin="imported", at=NOON)
    client = world.client(world.ha)
    client.post(address("begin"))
    return client


def address(name: str, *args: object) -> str:
    return reverse(f"backoffice:{name}", args=[CODE, *args])


def shown() -> dict[str, str]:
    """What a page opened now posts: which copy, as of which save."""
    copy = WorkingCopy.objects.latest("begun_at")
    return {"copy": str(copy.pk), "revision": str(copy.revision)}


def pressed(ha: Client, deed: str, **typed: str) -> HttpResponse:
    return cast(HttpResponse, ha.post(address("move"), {"deed": deed} | shown() | typed))


def test_a_part_is_changed_previewed_and_published(ha: Client, client: Client) -> None:
    saved = ha.post(address("part", "trinh-tu"), shown() | {"conditions": "Mới", "instructions": "Một\nHai"})
    assert saved.status_code == 302
    overview = ha.get(address("copy")).text
    assert "<mark>Mới</mark>" in overview
    preview = ha.get(f"/dich-vu-cong/{CODE}/xem-truoc/").text
    assert "Bản xem thử, chưa công bố" in preview
    assert "Mới" in preview
    assert client.get(f"/dich-vu-cong/{CODE}/xem-truoc/").status_code == 302
    assert "Mới" not in client.get(f"/dich-vu-cong/{CODE}/").text

    published = pressed(ha, "publish", source="163/QĐ-BTP")

    assert "Đã công bố bản 2" in ha.get(published.headers["Location"]).text

    page = current_version(CODE)
    assert page is not None
    assert (page.number, page.conditions, page.instructions) == (2, "Mới", ("Một", "Hai"))
    assert "Mới" in client.get(f"/dich-vu-cong/{CODE}/").text
    words = [change.word for change in Change.objects.order_by("at", "id")]
    assert words == ["copy_begun", "copy_saved", "copy_published"]


def test_a_version_is_scheduled_and_taken_back(ha: Client) -> None:
    past = pressed(ha, "schedule", source="1/QĐ", publish_at="01/01/2020")
    assert past.status_code == 422
    assert "01/01/2020" in past.content.decode()
    ha.post(address("part", "trinh-tu"), shown() | {"conditions": "Mới"})

    pressed(ha, "schedule", source="1/QĐ", publish_at="01/01/2099")
    assert WorkingCopy.objects.get().state == CopyState.SCHEDULED
    pressed(ha, "take_back")
    assert WorkingCopy.objects.get().state == CopyState.DRAFT


def test_without_a_document_nothing_is_published(ha: Client) -> None:
    answer = pressed(ha, "publish")

    assert answer.status_code == 422
    assert "Ghi văn bản làm căn cứ" in answer.content.decode()


def test_where_nothing_changed_nothing_is_published_and_that_is_said(ha: Client) -> None:
    answer = pressed(ha, "publish", source="1/QĐ")

    assert answer.status_code == 422
    assert "Bản này chưa khác gì bản đang có hiệu lực" in answer.content.decode()
    assert WorkingCopy.objects.get().state == CopyState.DRAFT
    assert not Change.objects.filter(word="copy_published").exists()


def test_what_is_thrown_away_is_gone(ha: Client) -> None:
    pressed(ha, "discard")

    assert ha.get(address("copy")).status_code == 404
    page = current_version(CODE)
    assert page is not None
    assert page.number == 1


def test_a_source_that_changed_meanwhile_is_told(ha: Client) -> None:
    publish(CODE, said(name="Nguồn vừa đổi"), origin="imported", at=LATER)

    answer = pressed(ha, "publish", source="1/QĐ")

    assert answer.status_code == 422
    assert "Bản 2 vừa được công bố" in answer.content.decode()


def test_a_press_on_an_older_page_does_nothing_and_says_who_did_what(ha: Client, world: World) -> None:
    before = shown()
    ha.post(address("part", "trinh-tu"), before | {"conditions": "Vừa lưu"})

    answer = pressed(ha, "publish", source="1/QĐ", **before)

    told = answer.content.decode()
    assert answer.status_code == 422
    assert "Bản này vừa đổi, nên chưa làm gì" in told
    assert world.ha.full_name in told
    assert 'value="1/QĐ"' in told
    for deed in ("publish", "schedule", "send", "take_back", "discard"):
        assert "Bản này vừa đổi, nên chưa làm gì" in pressed(ha, deed, **before).content.decode()
    page = current_version(CODE)
    assert page is not None
    assert page.number == 1


def test_a_tab_of_a_copy_that_was_thrown_away_cannot_touch_the_next(ha: Client) -> None:
    """Both are at revision 1: only the id tells them apart."""
    before = shown()
    pressed(ha, "discard")
    gone = ha.post(address("move"), before | {"deed": "discard"})
    assert gone.status_code == 422
    assert "đã kết thúc" in gone.text
    ha.post(address("begin"))
    assert shown()["revision"] == before["revision"] == "1"

    for deed in ("publish", "discard", "send", "schedule", "take_back"):
        typed = {"deed": deed, "source": "1/QĐ", "publish_at": "01/01/2099"}
        assert ha.post(address("move"), before | typed).status_code == 422
        assert ha.post(address("move"), {"revision": "1"} | typed).status_code == 422
    assert ha.post(address("cases"), before | {"add": "1"}).status_code == 422
    assert WorkingCopy.objects.filter(state=CopyState.DRAFT, revision=1).count() == 1


def test_who_does_not_keep_the_catalogue_finds_no_copy(ha: Client, world: World) -> None:
    stranger = world.client(world.dung)

    assert stranger.get(address("copy")).status_code == 404
    assert stranger.get(f"/dich-vu-cong/{CODE}/xem-truoc/").status_code == 404
    assert ha.get(address("part", "khong-co")).status_code == 404
    assert ha.get(address("case", 9)).status_code == 404
    assert ha.post(address("move"), {"deed": "bay"}).status_code == 404
