"""A person's own dossiers: theirs alone, honest, in few statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from motcua.dossiers.models import Dossier, Look
from tests.world import BIRTH, MARITAL, MONDAY, World

PAGES = ("dossier", "filed", "receipt", "answers", "who_looked")


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_an_officer_and_nobody_find_no_such_page(world: World, name: str) -> None:
    address = reverse(f"portal:{name}", args=[world.dossier("file", code=BIRTH).code])

    assert world.client(world.an).get(address).status_code == 200
    assert world.client(world.binh).get(address).status_code == 404
    for nobody in (world.client(), world.client(world.giang), world.client(world.chi)):
        response = nobody.get(address)
        assert response.status_code in {302, 404}
        assert world.an.full_name not in response.content.decode()


def test_a_file_is_a_download_for_its_owner_alone(world: World) -> None:
    dossier = world.dossier("file", code=BIRTH)
    address = reverse("portal:file", args=[dossier.code, dossier.attachments.all()[0].file_id])

    response = world.client(world.an).get(address)

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.getvalue()[1:4] == b"PNG"
    assert world.client(world.binh).get(address).status_code == 404
    assert world.client().get(address).status_code == 302
    assert Look.objects.filter(kind="file_fetched", account=world.an).count() == 1


def test_another_dossiers_file_is_not_reached_through_ones_own(world: World) -> None:
    mine, other = world.dossier("file", code=BIRTH), world.dossier("file", code=BIRTH, by=world.binh)
    address = reverse("portal:file", args=[mine.code, other.attachments.all()[0].file_id])

    assert world.client(world.an).get(address).status_code == 404


def test_the_page_says_first_whose_turn_it_is(world: World) -> None:
    client = world.client(world.an)
    said = {
        "file": "Đang chờ cơ quan: Trung tâm Phục vụ hành chính công xã Thanh Mỹ",
        "accept": "Đang chờ cơ quan: UBND xã Thanh Mỹ",
        "begin": "Đang chờ cơ quan: UBND xã Thanh Mỹ",
        "finish": "Đang chờ ông/bà: đến nhận kết quả",
        "return_result": "Đã có kết quả",
        "refuse": "Hồ sơ không được tiếp nhận",
    }

    for last, words in said.items():
        code = world.dossier(last).code
        page = client.get(reverse("portal:dossier", args=[code])).content.decode()
        assert words in page
        assert page.index("mc-turn") < page.index("mc-timeline")


def test_a_refusal_shows_reason_and_ground(world: World) -> None:
    page = world.client(world.an).get(reverse("portal:dossier", args=[world.dossier("refuse").code])).content.decode()

    assert "Ảnh mờ. Chụp lại" in page
    assert "Luật Hộ tịch, điều 16" in page
    assert "Nộp lại" in page


def test_the_desk_to_ask_stands_last(world: World) -> None:
    page = world.client(world.an).get(reverse("portal:dossier", args=[world.dossier("file").code])).content.decode()

    assert "0277 300 0000" in page[page.rindex("Cần hỏi?") :]


def test_the_list_groups_by_turn_and_takes_the_same_statements_for_one_and_twenty(world: World) -> None:
    client, address = world.client(world.an), reverse("portal:my_dossiers")
    world.dossier("file")
    with counted() as few:
        client.get(address)
    for _ in range(18):
        world.dossier("file")
    world.draft(BIRTH)
    with counted() as many:
        page = client.get(address).content.decode()

    assert few == many or len(many) <= len(few)
    assert "Đang chờ cơ quan" in page
    assert "Bản nháp" in page


def counted() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


def test_nothing_yet_says_what_will_be_here(world: World) -> None:
    page = world.client(world.binh).get(reverse("portal:my_dossiers")).content.decode()

    assert "Chưa có hồ sơ nào. Hồ sơ ông/bà nộp sẽ hiện ở đây." in page


def test_the_list_is_paged(world: World) -> None:
    for _ in range(21):
        world.draft(MARITAL)
    client = world.client(world.an)
    first = client.get(reverse("portal:my_dossiers"))

    following = first.content.decode().split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = client.get(following.replace("&amp;", "&"))
    drafts = set(Dossier.objects.values_list("pk", flat=True))

    shown = [{pk for pk in drafts if f"{pk}/xoa/" in page.content.decode()} for page in (first, second)]

    assert [len(pks) for pks in shown] == [20, 1]
    assert shown[0] | shown[1] == drafts


def test_a_verified_owner_sees_what_the_counter_took_in(world: World) -> None:
    dossier = world.dossier("file", by=world.binh)
    dossier.parties.filter(role="owner").update(id_number=world.an.id_number, account=None)
    address = reverse("portal:dossier", args=[dossier.code])

    assert world.client(world.an).get(address).status_code == 200
    world.an.verified_at = None
    world.an.save()
    assert world.client(world.an).get(address).status_code == 404


def test_who_looked_names_the_officers(world: World) -> None:
    dossier = world.dossier("file")
    Look.objects.create(dossier=dossier, account=world.chi, kind="officer_read", at=MONDAY)

    page = world.client(world.an).get(reverse("portal:who_looked", args=[dossier.code])).content.decode()

    assert "Lê Thị Chi" in page


def test_the_result_is_fetched_once_it_was_returned(world: World) -> None:
    page = world.client(world.an).get(reverse("portal:dossier", args=[world.dossier("return_result").code]))

    assert "01/KQ" in page.content.decode()
