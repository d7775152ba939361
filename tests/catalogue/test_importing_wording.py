"""What the words beside a number say."""

import pytest

from motcua.catalogue.importing.wording import sums, term_doubt, without_exempt


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Nộp trực tuyến",
        "Trong thời hạn 15 ngày làm việc",
        "Trong thời hạn mười lăm (15) ngày làm việc",
        "05 ngày làm việc kiểm tra.\n10 ngày làm việc cấp giấy.",
        "15 ngày làm việc, trong đó: cấp xã 05 ngày làm việc; cấp tỉnh 10 ngày làm việc",
        "15 ngày làm việc. Hồ sơ chưa đầy đủ thì trong 03 ngày làm việc thông báo.",
        "15 ngày làm việc; tiếp nhận sau 15 giờ thì tính từ hôm sau",
        "theo Thông tư ngày 02 tháng 01 năm 2025, giấy có giá trị 05 năm",
    ],
)
def test_words_that_agree_raise_no_doubt(said: str) -> None:
    assert term_doubt(15, "ngay lam viec", said) == ""


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("15 ngày", "term_and_words"),
        ("20 ngày làm việc", "term_and_words"),
        ("05 ngày làm việc; 08 ngày làm việc", "term_and_words"),
        ("15 ngày làm việc; 20 ngày làm việc nếu phải xác minh", "terms_in_words"),
        ("Hồ sơ không hợp lệ: 3 ngày làm việc, hợp lệ: 15 ngày làm việc", "terms_in_words"),
    ],
)
def test_words_with_other_terms_raise_a_doubt(said: str, why: str) -> None:
    assert term_doubt(15, "ngay lam viec", said) == why


def test_an_hour_in_words_is_a_working_hour_where_the_number_is_one() -> None:
    assert term_doubt(8, "gio lam viec", "trong 8 giờ, tính theo giờ làm việc") == ""
    assert term_doubt(8, "gio lam viec", "trong 4 giờ, tính theo giờ làm việc") == "term_and_words"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("50.000 đồng, 70000đ và 1,5 triệu đồng", {50_000, 70_000, 1_500_000}),
        ("200 nghìn đồng; 5.000 VNĐ", {200_000, 5000}),
        ("5.700 kg, 12 dòng, Thông tư 25/2021", set()),
    ],
)
def test_sums_are_what_is_named_in_dong(said: str, found: set[int]) -> None:
    assert sums(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Lệ phí 5.000 đồng, miễn lệ phí cho trẻ em",
        "Miễn lệ phí đối với tàu bay từ ngày 07/4/2026",
        "Miễn phí cho những trường hợp sau:\n+ Người có công",
    ],
)
def test_what_is_not_clearly_about_people_is_left_where_it_stands(said: str) -> None:
    assert without_exempt(said) == (said, "")


def test_brackets_close_on_both_sides() -> None:
    said = "5.000 đồng (mức chung. Không thu phí đối với trẻ em.)"

    assert without_exempt(said) == ("5.000 đồng (mức chung.)", "trẻ em")
