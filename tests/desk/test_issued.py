"""The register of issued papers: found, read with who looked, taken out of force, issued anew."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from motcua.accounts.models import RoleHeld
from motcua.documents import issuing
from motcua.documents.issuing import Order
from motcua.documents.models import IssuedPaper
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, Look
from motcua.dossiers.queries.issued import PAGE
from tests.world import BEGINNING, MONDAY, World

from .conftest import page, text_of

pytestmark = pytest.mark.django_db
REGISTER = "/can-bo/giay-to/"
LATER = MONDAY + timedelta(hours=3)
WHY = "Ghi sai ngày hẹn"
SLIP = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"


@pytest.fixture
def accepted(world: World) -> Dossier:
    dossier = world.dossier("accept")
    for paper_id in dossier.papers.values_list("paper_id", flat=True):
        actions.draw_paper(paper_id, at=LATER)
    return dossier


def slip(dossier: Dossier, kind: str = "01") -> IssuedPaper:
    return IssuedPaper.objects.select_related("file").filter(tie__dossier=dossier, kind=kind).latest("owed_at")


def address(paper: IssuedPaper, more: str = "") -> str:
    return f"{REGISTER}{paper.token}/{more}"


def rows(client: Client, query: str = "") -> list[str]:
    """What the rows of the register begin with."""
    html = client.get(REGISTER + query).content.decode()
    return [text_of(row) for row in re.findall(r'<th scope="row".*?</tr>', html, re.DOTALL)]


def test_the_register_lists_papers_of_the_own_agency_newest_first(world: World, accepted: Dossier, chi: Client) -> None:
    found = rows(chi)

    assert len(found) == 3
    assert found[0].startswith("1/TNHT")
    assert str(accepted.code) in found[0]
    assert "Còn giá trị" in found[0]
    assert "3 giấy" in page(chi, REGISTER)


def test_another_agency_finds_nothing_of_it(accepted: Dossier, giang: Client) -> None:
    paper = slip(accepted)

    assert "Chưa cấp giấy nào" in page(giang, REGISTER)
    assert "Không có giấy nào khớp" in page(giang, f"{REGISTER}?q={accepted.code}")
    for more in ("", "tep/", "thu-hoi/", "phat-hanh-lai/"):
        assert giang.get(address(paper, more)).status_code == 404
        assert giang.post(address(paper, more)).status_code in {404, 405}


def test_a_role_in_the_subtree_above_sees_the_papers_below(world: World, accepted: Dossier, giang: Client) -> None:
    here = world.agency("trung_tam_xa")
    above = here.parent or here
    RoleHeld.objects.create(
        account=world.giang, role="handler", agency=above, subtree=True, valid_from=BEGINNING.date()
    )

    assert rows(giang, "?q=1/TNHT") != []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?q=1", 1),
        ("?q=1/TNHT", 1),
        ("?q=s%E1%BB%91+1/tnht+2026", 1),
        ("?q=1/TNHT+2025", 0),
        ("?q=1/YCBS", 0),
        ("?q=2", 0),
        ("?q=CODE", 3),
        ("?q=END", 3),
        ("?q=261109-9999", 0),
        ("?q=%25", 0),
        ("?kind=01", 1),
        ("?kind=khong-co", 3),
        ("?state=con-gia-tri", 3),
        ("?state=da-thu-hoi", 0),
        ("?state=cho-ky", 0),
        ("?year=2026", 3),
        ("?year=2025", 0),
        ("?year=x", 3),
        ("?sau=x", 3),
    ],
)
def test_words_and_filters_narrow_the_register(accepted: Dossier, chi: Client, query: str, count: int) -> None:
    code = str(accepted.code)

    assert len(rows(chi, query.replace("CODE", code).replace("END", "-".join(code.rsplit("-", 2)[1:])))) == count


def test_each_state_has_its_papers(world: World, accepted: Dossier, chi: Client) -> None:
    actions.revoke_paper(slip(accepted, "receipt"), by=world.ha, at=LATER, reason=WHY)
    new = actions.replace_paper(slip(accepted), by=world.chi, at=LATER, reason=WHY)

    assert len(rows(chi, "?state=con-gia-tri")) == 2
    assert len(rows(chi, "?state=da-thu-hoi")) == 1
    assert len(rows(chi, "?state=cho-ky")) == 1
    actions.draw_paper(new.pk, at=LATER)
    assert len(rows(chi, "?state=da-duoc-thay")) == 1
    IssuedPaper.objects.filter(pk=new.pk).update(by_hand=True)
    [waiting] = rows(chi, "?state=cho-ky")
    assert "chờ người có thẩm quyền ký tay" in waiting


def test_nothing_found_says_what_to_drop_and_keeps_what_was_typed(accepted: Dossier, chi: Client) -> None:
    html = chi.get(f"{REGISTER}?q=77&kind=01&state=da-thu-hoi&year=2026").content.decode()

    assert "Bỏ bớt một điều kiện" in html
    assert 'value="77"' in html
    assert html.count(" selected") == 2


def test_the_print_of_a_draft_is_in_no_register(world: World, chi: Client) -> None:
    paper = actions.print_form(world.draft(), by=world.an, at=MONDAY)
    actions.draw_paper(paper.pk, at=MONDAY)

    assert rows(chi) == []
    assert chi.get(address(paper)).status_code == 404


def test_the_register_costs_the_same_for_one_row_and_for_twenty(world: World, accepted: Dossier, chi: Client) -> None:
    rows(chi)  # what a process knows for a minute is known now
    with CaptureQueriesContext(connection) as one:
        assert len(rows(chi, "?kind=01")) == 1
    for _number in range(PAGE - 1):
        world.dossier("accept")
    with CaptureQueriesContext(connection) as many:
        assert len(rows(chi, "?kind=01")) == PAGE

    assert len(many) == len(one)
    assert len(many) <= 6


def test_pages_follow_each_other_without_gap_or_double(world: World, chi: Client) -> None:
    issuing.owe(world.agency("trung_tam_xa"), [Order("02") for _number in range(PAGE + 3)], at=MONDAY)
    first = chi.get(f"{REGISTER}?kind=02").content.decode()
    found = re.search(r'rel="next" href="([^"]+)"', first)
    assert found is not None
    second = chi.get(found[1].replace("&amp;", "&")).content.decode()
    shown = [re.findall(r">(\d+)/YCBS<", html) for html in (first, second)]

    assert [len(set(numbers)) for numbers in shown] == [PAGE, 3]
    assert {int(number) for numbers in shown for number in numbers} == set(range(1, PAGE + 4))
    assert "kind=02" in found[1]
    assert "Về đầu danh sách" in second


def test_a_papers_page_says_all_and_leaves_a_look(world: World, accepted: Dossier, chi: Client) -> None:
    paper = slip(accepted)
    world.client(world.binh).get(f"/kiem-tra/{paper.token}/")
    world.client(world.dung).get(f"/kiem-tra/{paper.token}/")
    chi.get(address(paper, "tep/")).getvalue()

    said = page(chi, address(paper))

    assert f"{SLIP} số 1/TNHT" in said
    assert paper.file is not None
    assert paper.file.sha256 in said
    assert f"/kiem-tra/{paper.token}/" in said
    assert str(accepted.code) in said
    for who, did in (
        ("Trần Văn Bình", "kiểm tra giấy bằng mã QR"),
        ("Phạm Văn Dũng", "xem giấy"),
        ("Lê Thị Chi", "tải tệp"),
        ("Lê Thị Chi", "xem giấy"),
    ):
        assert f"{who} {did}" in said
    assert Look.objects.filter(dossier=accepted, account=world.chi, kind="officer_read").count() == 1


def test_who_does_not_sign_in_leaves_no_look(accepted: Dossier, client: Client) -> None:
    assert "ghi tên người đang đăng nhập" not in client.get(f"/kiem-tra/{slip(accepted).token}/").text

    assert not Look.objects.exists()


def test_the_owner_reads_who_looked_at_a_paper(world: World, accepted: Dossier, chi: Client) -> None:
    page(chi, address(slip(accepted)))

    assert "Lê Thị Chi xem một giấy đã phát hành" in page(world.client(world.an), f"/ho-so/{accepted.code}/ai-da-xem/")


def test_the_head_revokes_with_a_reason_and_pressing_again_says_what_happened(
    world: World, accepted: Dossier, ha: Client, chi: Client, client: Client
) -> None:
    paper = slip(accepted)
    assert "Thu hồi giấy" in page(ha, address(paper))
    refused = ha.post(address(paper, "thu-hoi/"), {"reason": "sai"})
    assert refused.status_code == 422
    assert ">\nsai</textarea>" in refused.text
    unprinted = ha.post(address(paper, "thu-hoi/"), {"reason": f"{WHY} 𒀀"})
    assert unprinted.status_code == 422
    assert "Ký tự “𒀀” không in được trên giấy" in unprinted.text

    done = ha.post(address(paper, "thu-hoi/"), {"reason": WHY}, follow=True)
    again = ha.post(address(paper, "thu-hoi/"), {"reason": "Lần thứ hai"})

    assert "Đã thu hồi giấy" in done.text
    assert again.status_code == 409
    assert "Lần bấm này không ghi gì" in again.text
    assert "Lần thứ hai" not in again.text
    assert "Giấy đã bị thu hồi từ" in again.text
    assert WHY in page(chi, address(paper))
    assert "Đã thu hồi" in client.get(f"/kiem-tra/{paper.token}/").text
    history = page(world.client(world.an), f"/ho-so/{accepted.code}/")
    assert f"Cơ quan thu hồi giấy {WHY} {SLIP} số 1/TNHT" in history


def test_who_does_not_approve_is_not_offered_the_revoking(accepted: Dossier, chi: Client, dung: Client) -> None:
    paper = slip(accepted)

    assert "Thu hồi giấy" not in page(chi, address(paper))
    assert chi.get(address(paper, "thu-hoi/")).status_code == 409
    assert chi.post(address(paper, "thu-hoi/"), {"reason": WHY}).status_code == 409
    assert "Phát hành lại" not in page(dung, address(paper))


def test_the_desk_issues_a_paper_anew_and_a_second_press_leads_to_the_newest(
    world: World, accepted: Dossier, chi: Client
) -> None:
    old = slip(accepted)
    assert "Giấy cũ giữ giá trị" in page(chi, address(old, "phat-hanh-lai/"))

    chi.post(address(old, "phat-hanh-lai/"), {"reason": WHY})
    again = chi.post(address(old, "phat-hanh-lai/"), {"reason": WHY})

    new = slip(accepted)
    assert new.said_number == "2/TNHT"
    assert again.status_code == 409
    assert "Giấy đã có giấy mới thay" in again.text
    assert address(new) in again.text
    actions.draw_paper(new.pk, at=timezone.now())
    assert "Đã được thay" in page(chi, address(old))
    assert "Thay cho số 1/TNHT" in page(chi, address(new))
    assert "số 2/TNHT" in page(chi, address(old))


def test_an_address_of_no_deed_is_not_there(accepted: Dossier, chi: Client) -> None:
    assert chi.get(address(slip(accepted), "xoa/")).status_code == 404


def test_a_paper_that_waits_says_for_what_and_has_no_file(world: World, chi: Client) -> None:
    paper = slip(world.dossier("accept"))
    IssuedPaper.objects.filter(pk=paper.pk).update(waits_for="Chưa có khóa ký số của Trung tâm")

    assert "Chưa có khóa ký số của Trung tâm" in page(chi, address(paper))
    assert chi.get(address(paper, "tep/")).status_code == 404


def test_a_register_of_dossiers_opens_and_offers_nothing(world: World, chi: Client) -> None:
    paper = actions.owe_register(world.agency("trung_tam_xa"), MONDAY.date(), MONDAY.date(), by=world.chi, at=MONDAY)
    actions.draw_paper(paper.pk, at=MONDAY)

    said = page(chi, address(paper))
    assert "Sổ theo dõi hồ sơ số 1/STD" in said
    assert "Thu hồi giấy" not in said
    assert "Phát hành lại" not in said


def test_the_page_of_a_dossier_leads_to_the_register(accepted: Dossier, chi: Client) -> None:
    assert address(slip(accepted)) in chi.get(f"/can-bo/ho-so/{accepted.code}/").text
    assert "Sổ giấy tờ" in page(chi, "/can-bo/")
