"""Before the form: what to have ready, and the body that resolves it."""

import re
import uuid

import pytest
from django.test import Client

from motcua.agencies.models import Agency
from motcua.agencies.tables import FormerFact, write_former_units
from motcua.dossiers.models import AnswerRevision, Dossier
from tests.world import BIRTH, MARITAL, World

RESIDENCE = "1.004222"  # several cases, resolved by the police
PLACE = f"/nop-ho-so/{MARITAL}/noi-giai-quyet/"


def hidden(client: Client, address: str = PLACE) -> dict[str, str]:
    """The fields that the page of the place would send."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'name="(draft|xa|case)" value="([^"]*)"', html))


class TestPrepare:
    def test_tells_a_stranger_what_to_have_ready(self, world: World) -> None:
        html = world.client().get(f"/nop-ho-so/{BIRTH}/").content.decode()

        assert "Trước khi nộp: Đăng ký khai sinh" in html
        assert "Giấy chứng sinh" in html
        assert "Ảnh chụp bằng điện thoại được" in html
        assert "Mất khoảng 10 phút" in html
        assert "Lệ phí: miễn phí" in html
        assert "Không phải đến quầy" in html
        assert "Bắt đầu" in html

    def test_leaves_out_the_form_that_is_filled_in_on_line(self, world: World) -> None:
        html = world.client().get(f"/nop-ho-so/{BIRTH}/").content.decode()

        assert "Tờ khai đăng ký khai sinh" not in html

    def test_knows_no_other_procedure(self, world: World) -> None:
        assert world.client().get("/nop-ho-so/9.999999/").status_code == 404

    def test_leads_to_the_procedure_where_nothing_is_filed_on_line(self, world: World) -> None:
        at_the_counter = "2.000815"

        for address in (f"/nop-ho-so/{at_the_counter}/", f"/nop-ho-so/{at_the_counter}/noi-giai-quyet/"):
            response = world.client(world.an).get(address)

            assert response.headers["Location"] == f"/dich-vu-cong/{at_the_counter}/"


class TestPlace:
    def test_asks_a_stranger_to_sign_in(self, world: World) -> None:
        response = world.client().get(PLACE)

        assert response.status_code == 302
        assert "/dang-nhap/" in response.headers["Location"]

    def test_offers_the_installation_s_own_commune_first(self, world: World) -> None:
        html = world.client(world.an).get(PLACE).content.decode()

        assert "Nơi giải quyết: Ủy ban nhân dân xã Thanh Mỹ" in html
        assert "Nơi tiếp nhận: Trung tâm Phục vụ hành chính công xã Thanh Mỹ" in html

    @pytest.mark.parametrize("typed", ["Phú Điền", "phu dien", "Phú Điện", "xã thanh mỹ đồng tháp"])
    def test_finds_a_commune_by_its_former_name_too(self, world: World, typed: str) -> None:
        html = world.client(world.an).get(PLACE, {"noi": typed}).content.decode()

        assert '<a class="govuk-link" href="?xa=30073">Xã Thanh Mỹ, tỉnh Đồng Tháp' in html

    def test_a_former_province_leads_to_the_list_of_todays(self, world: World) -> None:
        html = world.client(world.an).get(PLACE, {"noi": "tỉnh Tiền Giang"}).content.decode()

        assert 'Tỉnh Đồng Tháp (trước là tỉnh Tiền Giang): <a class="govuk-link" href="?tinh=82">' in html
        assert "Không thấy nơi nào tên" not in html

    def test_a_divided_commune_asks_which_part(self, world: World) -> None:
        parts = [
            FormerFact("29900", "xã", "Hai Ngả", "huyện A", "tỉnh B", to, "part", False) for to in ("30073", "30037")
        ]
        write_former_units(parts)

        html = world.client(world.an).get(PLACE, {"noi": "hai nga"}).content.decode()

        assert "Xã Hai Ngả trước đây nay chia về nhiều nơi" in html
        assert html.count("(trước là xã Hai Ngả)") == 2

    def test_a_suggested_place_is_chosen_at_once(self, world: World) -> None:
        html = world.client(world.an).get(PLACE, {"noi": "30037"}).content.decode()

        assert "Nơi giải quyết: Ủy ban nhân dân xã Tháp Mười" in html
        assert "Không thấy nơi nào tên" not in html

    def test_says_when_no_place_has_the_name(self, world: World) -> None:
        assert "Không thấy nơi nào tên" in world.client(world.an).get(PLACE, {"noi": "qwxz"}).content.decode()

    def test_lists_provinces_then_communes_without_any_script(self, world: World) -> None:
        client = world.client(world.an)

        assert '<option value="82">Tỉnh Đồng Tháp</option>' in client.get(PLACE, {"tinh": ""}).content.decode()
        assert '<option value="30073">Xã Thanh Mỹ</option>' in client.get(PLACE, {"tinh": "82"}).content.decode()

    def test_says_whom_to_call_where_the_body_is_not_set_up(self, world: World) -> None:
        Agency.objects.filter(kind="ubnd_xa", unit="30073").update(valid_to="2026-02-01")

        html = world.client(world.an).get(PLACE).content.decode()

        assert "Nơi này chưa nhận hồ sơ" in html
        assert "0277 300 0000" in html
        assert "Tiếp tục" not in html

    def test_a_code_that_is_no_code_is_like_none(self, world: World) -> None:
        html = world.client(world.an).get(PLACE, {"xa": "'; drop"}).content.decode()

        assert "Ủy ban nhân dân xã Thanh Mỹ" in html


class TestStarting:
    def test_begins_a_draft_with_what_the_account_knows(self, world: World) -> None:
        client = world.client(world.an)

        response = client.post(PLACE, hidden(client))

        draft = Dossier.objects.get()
        assert response.headers["Location"] == f"/ban-nhap/{draft.pk}/phan/1/"
        assert (draft.status, draft.code, draft.started_by) == (0, None, world.an)
        answers = AnswerRevision.objects.get().answers
        assert answers["applicant_name"] == "Nguyễn Thị An"
        assert answers["applicant_birth_on"] == "1990-05-12"
        assert answers["applicant_id_number"] == "087190000011"
        assert answers["applicant_phone"] == "+84987654321"

    def test_pressing_twice_begins_one_draft(self, world: World) -> None:
        client = world.client(world.an)
        sent = hidden(client)

        first, second = client.post(PLACE, sent), client.post(PLACE, sent)

        assert first.headers["Location"] == second.headers["Location"]
        assert Dossier.objects.count() == 1

    def test_another_s_token_opens_nothing_of_theirs(self, world: World) -> None:
        an, binh = world.client(world.an), world.client(world.binh)
        sent = hidden(an)
        an.post(PLACE, sent)

        response = binh.post(PLACE, sent)

        assert response.status_code == 409
        assert Dossier.objects.count() == 1

    def test_a_broken_token_begins_a_draft_all_the_same(self, world: World) -> None:
        client = world.client(world.an)

        response = client.post(PLACE, hidden(client) | {"draft": "x"})

        assert response.status_code == 302
        assert Dossier.objects.count() == 1

    def test_a_place_without_the_body_begins_nothing(self, world: World) -> None:
        client = world.client(world.an)

        client.post(PLACE, hidden(client) | {"xa": "00004"})

        assert not Dossier.objects.exists()

    def test_a_case_of_another_procedure_begins_nothing(self, world: World) -> None:
        client = world.client(world.an)

        html = client.post(PLACE, hidden(client) | {"case": str(uuid.uuid1())}).content.decode()

        assert "Chọn trường hợp của hồ sơ" in html
        assert not Dossier.objects.exists()

    def test_one_of_several_cases_is_chosen(self, world: World) -> None:
        client, address = world.client(world.an), f"/nop-ho-so/{RESIDENCE}/noi-giai-quyet/"
        page = client.get(address).content.decode()
        sent = {name: value for name, value in hidden(client, address).items() if name != "case"}
        case = world.page(RESIDENCE).cases[2]

        unchosen = client.post(address, sent)
        client.post(address, sent | {"case": str(case.id)})

        assert page.count('type="radio"') == len(world.page(RESIDENCE).cases)
        assert unchosen.status_code == 422
        draft = Dossier.objects.get()
        assert draft.case_id == case.id
        review = client.get(f"/ban-nhap/{draft.pk}/kiem-tra/").content.decode()
        assert case.name in review

    def test_what_the_police_resolve_goes_to_their_desk(self, world: World) -> None:
        html = world.client(world.an).get(f"/nop-ho-so/{RESIDENCE}/noi-giai-quyet/").content.decode()

        assert "Nơi giải quyết: Công an xã Thanh Mỹ" in html

    def test_offers_the_place_used_last(self, world: World) -> None:
        client = world.client(world.an)
        client.post(PLACE, hidden(client) | {"xa": "30037"})

        assert hidden(client)["xa"] == "30037"

    def test_a_card_of_nine_digits_is_told_and_not_filled_in(self, world: World) -> None:
        world.an.id_number, world.an.verified_at = "331234567", None
        world.an.save()
        client = world.client(world.an)
        page = client.get(PLACE).content.decode()

        client.post(PLACE, hidden(client))

        assert "31/12/2024" in page
        assert "applicant_id_number" not in AnswerRevision.objects.get().answers
