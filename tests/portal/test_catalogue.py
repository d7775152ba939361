"""The list, the detail page and the blank application, as a citizen opens them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.agencies.models import Agency
from motcua.catalogue import content
from motcua.catalogue.importing import import_procedures
from motcua.catalogue.models import Procedure
from motcua.catalogue.publishing import Offer, publish, publish_all
from motcua.catalogue.queries import current_version
from tests.catalogue.making import IMPORTED, IN_BRIEF, NOON, channel, fee, paper, record, said, write
from tests.world import World

pytestmark = [pytest.mark.django_db]
LIST = "/dich-vu-cong/"
BIRTH, POOR, COPY = "1.001193", "1.011607", "2.000815"


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def detail(client: Client, code: str) -> str:
    return text_of(main_of(client.get(f"{LIST}{code}/").text))


def links(html: str, text: str) -> list[str]:
    return re.findall(rf'<a[^>]*href="([^"]*)"[^>]*>{text}</a>', html)


def test_the_filters_stand_in_their_order_and_keep_what_was_chosen(client: Client, world: World) -> None:
    page = client.get(f"{LIST}?co-quan=G01&muc-do=4&linh-vuc=G01-CA05&tu-khoa=tam+tru").text

    labels = re.findall(r"<label[^>]*>\s*(.*?)\s*</label>", main_of(page), re.DOTALL)
    first = [text_of(label) for label in labels][:4]
    assert first == ["Cơ quan thực hiện", "Mức độ", "Lĩnh vực", "Từ khóa"]
    assert re.findall(r'<option value="([^"]*)" selected', page)[:2] == ["4", "G01-CA05"]
    assert 'value="tam tru"' in page
    assert 'value="Bộ Công an"' in page
    assert re.findall(r"<button[^>]*>(.*?)</button>", main_of(page)) == ["Tìm kiếm"]


@pytest.mark.parametrize("typed", ["đăng ký khai sinh", "dang ky khai sinh", "khai sinh"])
def test_birth_registration_is_the_first_row(typed: str, client: Client, world: World) -> None:
    page = main_of(client.get(LIST, {"tu-khoa": typed}).text)

    first = page.partition("<li")[2].partition("</li>")[0]
    assert text_of(first).endswith("Đăng ký khai sinh Hộ tịch · Mức độ 3 · trong ngày · miễn phí Chi tiết Nộp hồ sơ")
    assert links(first, "Chi tiết") == [f"{LIST}{BIRTH}/"]
    assert links(first, "Nộp hồ sơ") == [f"/nop-ho-so/{BIRTH}/"]


def test_below_level_three_nothing_is_offered_to_file(client: Client, world: World) -> None:
    for level in (1, 2):
        page = main_of(client.get(LIST, {"muc-do": level}).text)
        assert links(page, "Chi tiết")
        assert not links(page, "Nộp hồ sơ")


def test_a_level_four_that_disagrees_with_its_channels_offers_nothing(client: Client, tmp_path: Path) -> None:
    odd = record(online={"level": "toan_trinh"}, channels=[{"methods": ["DIRECT"], "qty": 1, "unit": "DAY"}])
    import_procedures(write(tmp_path / "in.jsonl", odd), at=NOON)

    assert not links(client.get(LIST).text, "Nộp hồ sơ")
    told = detail(client, "1.000001")
    assert "chờ xác nhận, chưa nộp được ở đây" in told
    assert "Cách nộp: nguồn ghi nộp được trực tuyến nhưng không có cách nộp trên mạng" in told
    assert "Nộp hồ sơ" not in told


def test_pages_of_the_list_keep_the_filters(client: Client) -> None:
    offers = [Offer(code=f"1.{n:06}", content=said(name=f"Giấy {n:02}")) for n in range(45)]
    publish_all(offers, origin="imported", at=NOON)

    page = client.get(LIST, {"muc-do": "3", "tu-khoa": "giay", "trang": "2"}).text

    assert "Tìm thấy 45 thủ tục , trang 2" in text_of(page)
    assert 'href="/dich-vu-cong/?muc-do=3&amp;tu-khoa=giay" rel="prev"' in page
    assert 'href="/dich-vu-cong/?muc-do=3&amp;tu-khoa=giay&amp;trang=3" rel="next"' in page


def test_nothing_found_says_what_to_drop(client: Client, world: World) -> None:
    page = client.get(LIST, {"muc-do": "1", "tu-khoa": "khai tử"}).text

    assert "Không thấy thủ tục nào có “khai tử”. Thử ít chữ hơn, bỏ bớt điều kiện lọc, hoặc gọi" in text_of(page)
    assert links(page, "Bỏ lọc: Mức độ 1") == ["/dich-vu-cong/?tu-khoa=khai+t%E1%BB%AD"]
    assert links(page, "Bỏ từ khóa") == ["/dich-vu-cong/?muc-do=1"]
    assert "Có thể ông/bà tìm" in page
    assert f'href="{LIST}1.000656/"' in page


@pytest.mark.parametrize(
    "query",
    [
        "?muc-do=9",
        "?muc-do=x",
        "?trang=-1",
        "?trang=999999999",
        "?trang=0",
        "?tu-khoa=%25_%5C'\"",
        "?co-quan=x",
    ],
)
def test_a_strange_address_is_no_failure(query: str, client: Client, world: World) -> None:
    assert client.get(LIST + query).status_code == 200


def test_words_are_shown_as_they_were_typed_and_never_as_markup(client: Client) -> None:
    page = client.get(LIST, {"tu-khoa": "<script>x</script>"}).text

    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_the_detail_page_tells_everything_in_its_order(client: Client, world: World) -> None:
    told = detail(client, BIRTH)

    order = (
        "Hộ tịch · Mã thủ tục 1.001193",
        "Đăng ký khai sinh",
        "Trong 30 giây Được gì Trẻ có Giấy khai sinh và số định danh. Cần gì Tờ khai",
        "Mất bao nhiêu tiền Miễn phí; xin thêm bản sao",
        "Chờ bao lâu Trong ngày",
        "Mức độ 3 · nộp trực tuyến một phần",
        "Nộp hồ sơ trên mạng; nộp tiền và nhận kết quả tại nơi làm",
        "Thời hạn Trong ngày",
        "Lệ phí Miễn phí",
        "Nơi làm Ủy ban nhân dân cấp xã",
        "Cách nộp Trên mạng",
        "Giấy tờ cần có",
        "Giấy chứng sinh 1 bản chính",
        "Mang theo để xuất trình, không phải nộp",
        "Lưu ý về giấy tờ",
        "Thời hạn và lệ phí theo cách nộp",
        "Phí: 8.000 đ mỗi bản, nếu: xin thêm bản sao Giấy khai sinh",
        "Các bước",
        "Ai được nộp",
        "Kết quả Giấy khai sinh",
        "Điều kiện",
        "Căn cứ pháp lý",
        "163/QĐ-BTP, 16/01/2026",
        "60/2014/QH13: Luật Hộ tịch",
        "Nguồn và ngày cập nhật",
        "Cơ sở dữ liệu quốc gia về thủ tục hành chính, cập nhật 15/04/2026",
        "suy ra từ các cách nộp, chờ xác nhận",
        "Nơi nhận hồ sơ Trung tâm Phục vụ hành chính công xã Thanh Mỹ",
    )
    place = 0
    for words in order:
        assert words in told[place:], words
        place = told.index(words, place)


def test_one_filled_button_leads_to_filing(client: Client, world: World) -> None:
    page = client.get(f"{LIST}{BIRTH}/").text

    filled = re.findall(r'<a href="([^"]*)" class="govuk-button">Nộp hồ sơ</a>', page)
    assert filled == [f"/nop-ho-so/{BIRTH}/"] * 2  # in the text for phones, in the side column for the rest
    assert page.count('class="govuk-button"') == 2
    assert "mc-press-here" in page
    assert "mc-press-there" in page


def test_level_two_names_its_form_and_prints_the_general_application(client: Client, world: World) -> None:
    page = client.get(f"{LIST}{POOR}/").text

    assert "Mẫu phải điền: Giấy đề nghị rà soát hộ nghèo" in text_of(page)
    assert set(links(page, "In đơn chung")) == {f"{LIST}{POOR}/don-chung/"}
    assert not links(main_of(page), "Nộp hồ sơ")


def test_level_one_informs_and_offers_nothing_to_press(client: Client, world: World) -> None:
    page = main_of(client.get(f"{LIST}{COPY}/").text)

    assert "Đọc đủ thông tin ở đây, nộp giấy tại nơi làm" in text_of(page)
    assert 'class="govuk-button"' not in page


def test_where_the_body_is_not_set_up_the_page_says_whom_to_call(client: Client, world: World) -> None:
    publish("1.000001", said(body=""), origin="imported", at=NOON)
    phone = Agency.objects.get(kind="trung_tam_xa", unit="30073").phone

    page = main_of(client.get(f"{LIST}1.000001/").text)

    assert "nơi giải quyết chưa nhận hồ sơ ở đây; gọi để hỏi nơi nộp" in text_of(page)
    assert f'href="tel:{phone.replace(" ", "")}"' in page
    assert not links(page, "Nộp hồ sơ")


def test_doubtful_values_are_told_as_the_text_says_and_never_as_a_number(client: Client, tmp_path: Path) -> None:
    channels = [
        {
            "methods": ["DIRECT"],
            "qty": 24,
            "unit": "HOUR",
            "fees": [{"kind": "FEE", "amount": 135, "text": "135.000 đồng"}],
        }
    ]
    import_procedures(write(tmp_path / "in.jsonl", record(channels=channels)), at=NOON)

    told = detail(client, "1.000001")

    assert "Thời hạn Theo văn bản Lệ phí Theo văn bản" in told
    assert "Thời hạn: nguồn ghi giờ, không nói là giờ làm việc" in told
    assert "Lệ phí: số tiền dưới 1.000 đồng, có thể thiếu số không" in told
    assert "Theo văn bản Nguồn ghi 24 giờ" in told
    assert "135 đ" not in told


def test_what_the_source_leaves_out_is_said(client: Client) -> None:
    publish("1.000001", said(cases=(content.Case(),), sources=IMPORTED), origin="imported", at=NOON)

    told = detail(client, "1.000001")

    for words in (
        "Không phải nộp giấy tờ nào",
        "Nguồn không ghi các bước",
        "Nguồn không ghi kết quả",
        "Nguồn không ghi",
    ):
        assert words in told


def test_cases_that_cost_the_same_share_a_table(client: Client) -> None:
    alike = tuple(content.Case(name=name, channels=(channel(),), papers=(paper(name),)) for name in ("Một", "Hai"))
    other = content.Case(name="Ba", channels=(channel(fees=(fee(8000),)),))
    publish("1.000001", said(cases=(*alike, other)), origin="imported", at=NOON)

    page = client.get(f"{LIST}1.000001/").text

    assert [text_of(caption) for caption in re.findall(r"<caption.*?</caption>", page)] == ["Một; Hai", "Ba"]


def test_papers_under_one_condition_stand_together(client: Client) -> None:
    papers = (paper("A", when="Ủy quyền:"), paper("B"), paper("C", when="Ủy quyền:"), paper("D", when="Có con"))
    publish("1.000001", said(cases=(content.Case(channels=(channel(),), papers=papers),)), origin="imported", at=NOON)

    told = detail(client, "1.000001")

    assert "B 1 bản chính" in told
    assert "D 1 bản chính. Chỉ khi: có con" in told
    assert "Ủy quyền A 1 bản chính C 1 bản chính" in told


def test_a_procedure_that_the_source_dropped_says_so(client: Client, world: World) -> None:
    Procedure.objects.filter(code=BIRTH).update(missing_since=NOON)

    assert "Nguồn không còn thủ tục này từ 02/03/2026; hỏi lại trước khi nộp" in detail(client, BIRTH)


@pytest.mark.parametrize("address", [f"{LIST}9.999999/", f"{LIST}9.999999/don-chung/", f"{LIST}{BIRTH}/don-chung/"])
def test_what_does_not_exist_is_not_found(address: str, client: Client, world: World) -> None:
    assert client.get(address).status_code == 404


def test_the_blank_application_is_vietnamese_in_every_language(client: Client, world: World) -> None:
    client.post("/ngon-ngu/", {"language": "en"})

    page = client.get(f"{LIST}{POOR}/don-chung/")

    assert page.headers["Content-Language"] == "vi"
    assert '<html lang="vi"' in page.text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page.text


def test_the_blank_application_has_a_line_for_each_question(client: Client, world: World) -> None:
    page = client.get(f"{LIST}{POOR}/don-chung/").text
    told = text_of(page)

    assert "Kính gửi: Ủy ban nhân dân xã Thanh Mỹ" in told
    assert "Thủ tục: Công nhận hộ nghèo" in told
    assert page.count("mc-blank__line") >= 8
    assert "Trẻ mới sinh" in told
    assert "Chọn" not in told


def test_nothing_is_published_without_a_form_to_print(client: Client) -> None:
    publish("1.000001", said(level=2, service_class="thong_tin", files_online=False), origin="imported", at=NOON)

    assert client.get(f"{LIST}1.000001/don-chung/").status_code == 404


def statements(open_page: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        open_page()
    return len(seen)


def warm(client: Client, address: str) -> int:
    """What a page costs once its process has seen it."""
    client.get(address)
    return statements(lambda: client.get(address))


def test_the_list_costs_the_same_at_one_row_and_at_twenty(client: Client) -> None:
    publish("1.000001", said(), origin="imported", at=NOON)
    one = warm(client, LIST)
    offers = [Offer(code=f"1.{n:06}", content=said(name=f"Giấy {n:02}")) for n in range(2, 30)]
    publish_all(offers, origin="imported", at=NOON)

    assert warm(client, LIST) == one == 1


PAGES = (LIST, f"{LIST}?tu-khoa=khai+sinh", f"{LIST}{BIRTH}/", f"{LIST}{POOR}/", f"{LIST}{POOR}/don-chung/")


@pytest.mark.parametrize("address", PAGES)
def test_a_public_page_costs_at_most_five_statements_even_the_first_time(
    address: str, client: Client, world: World
) -> None:
    client.get("/")

    assert statements(lambda: client.get(address)) <= 5


@pytest.mark.parametrize("address", PAGES)
def test_who_is_signed_in_costs_one_statement_more(address: str, client: Client, world: World) -> None:
    assert warm(world.client(world.an), address) == warm(client, address) + 1 <= 5


def test_the_page_of_a_procedure_and_its_version_agree(client: Client, world: World) -> None:
    version = current_version(BIRTH)
    assert version is not None

    assert f"bản số {version.number}" in detail(client, BIRTH)


def test_sentences_older_than_the_facts_wait_for_a_person(client: Client, world: World) -> None:
    older = {"path": "in_brief", "why": "brief_is_older"}
    publish("1.900001", said(in_brief=IN_BRIEF, flags=(older,), summary="Được gì đó"), origin="imported", at=NOON)

    told = detail(client, "1.900001")

    assert "Trong 30 giây" not in told
    assert "Được gì đó" in told
    assert "Có điều chưa đối chiếu xong" not in told


def test_the_four_sentences_are_printed_and_read_aloud(client: Client, world: World) -> None:
    page = client.get(f"{LIST}{BIRTH}/", {"ban-in": ""}).text

    box = page.partition('<section class="mc-brief"')[2].partition("</section>")[0]
    assert "data-read" in box.partition(">")[0]
    assert "8.000\u00a0đ một bản" in box
    assert [text_of(one) for one in re.findall(r"<dt>(.*?)</dt>", box)] == [
        "Được gì",
        "Cần gì",
        "Mất bao nhiêu tiền",
        "Chờ bao lâu",
    ]


def test_procedures_of_one_name_say_what_tells_them_apart(client: Client, world: World) -> None:
    executing = {"1.000001": "Cơ quan đại diện ngoại giao", "1.000002": "Ủy ban nhân dân cấp xã"}
    name = "Đăng ký việc rất hiếm"
    for code, who in executing.items():
        publish(code, said(name=name, executing=who), origin="imported", at=NOON)
    publish("1.000003", said(name=f"{name} lưu động", executing="Nơi khác"), origin="imported", at=NOON)

    shown = text_of(client.get(f"{LIST}?tu-khoa=viec+rat+hiem").text)

    for code, who in executing.items():
        assert f"Mã {code} · Hộ tịch · {who}" in shown
    assert "Mã 1.000003" not in shown
    suggested = [row["name"] for row in client.get(f"{LIST}goi-y/?q=viec+rat+hiem").json()]
    assert sorted(suggested) == [f"{name} (1.000001)", f"{name} (1.000002)", f"{name} lưu động"]
