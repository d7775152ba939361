"""What is typed and handed in on the journeys."""

from pathlib import Path

from motcua.config.demo_files import one_page_pdf, picture

BIRTH = {
    "requester_paper_kind": "personal_number",
    "requester_residence": "Ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",
    "requester_relation": "mother",
    "child_name": "Lâm Gia Hân",
    "child_birth_on-day": "2",
    "child_birth_on-month": "11",
    "child_birth_on-year": "2026",
    "child_birth_in_words": "Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu",
    "child_sex": "female",
    "child_ethnic_group": "Kinh",
    "child_nationality": "Việt Nam",
    "child_birth_place": "Bệnh viện Đa khoa Đồng Tháp, tỉnh Đồng Tháp",
    "child_home_town": "Xã Thanh Mỹ, tỉnh Đồng Tháp",
    "mother_name": "Nguyễn Thị Hạnh",
    "mother_birth_year": "1993",
    "father_name": "Lâm Văn Phúc",
    "father_birth_year": "1990",
    "copies_wanted": "yes",
    "copies_count": "2",
}
REQUEST = {
    "applicant_address": "Ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",
    "request": "Xác nhận tình trạng hôn nhân",
    "details": "Cần hai bản để mua đất ở xã bên.",
}


def a_picture(folder: Path, name: str = "giay-chung-sinh.png") -> Path:
    """A photograph of a paper."""
    path = folder / name
    path.write_bytes(picture(7))
    return path


def a_result(folder: Path) -> Path:
    """The result that the handler uploads."""
    path = folder / "giay-khai-sinh.pdf"
    path.write_bytes(one_page_pdf("GIAY KHAI SINH"))
    return path
