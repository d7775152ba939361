"""What the demo's citizen writes on the two forms: a family that could be true. None leaves a question empty."""

from typing import Any, Final

HOME: Final = "Số 12, ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp"
FATHER: Final = "Lâm Minh Khang"

ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "1.001193": {
        "requester_paper_issued_on": "2022-03-14",
        "requester_paper_issuer": "Bộ Công an",
        "requester_residence": HOME,
        "requester_relation": "mother",
        "child_name": "Lâm Bình An",
        "child_birth_place": "Bệnh viện Đa khoa Đồng Tháp, tỉnh Đồng Tháp",
        "child_home_town": "Xã Thanh Mỹ, tỉnh Đồng Tháp",
        "mother_name": "Nguyễn Thị An",
        "mother_birth_year": 1990,
        "mother_residence": HOME,
        "mother_id_number": "087190000011",
        "father_name": FATHER,
        "father_birth_year": 1988,
        "father_residence": HOME,
        "father_id_number": "087088000119",
        "marriage_number": "25/2018",
        "marriage_book": "01/2018",
        "marriage_registered_on": "2018-06-20",
        "marriage_registered_at": "Ủy ban nhân dân xã Phú Điền",
        "made_at": "Xã Thanh Mỹ",
        "made_on": None,
    },
    "1.004873": {
        "applicant_address": HOME,
        "owner_name": None,
        "owner_birth_on": None,
        "owner_id_number": None,
        "owner_id_kind": None,
        "owner_phone": None,
        "request": "Xác nhận tình trạng hôn nhân",
        "details": "Dùng để làm thủ tục vay vốn ở ngân hàng. Cần một bản.",
    },
}
