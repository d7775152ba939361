"""The kinds of paper an office issues, as one table."""

from typing import NamedTuple

TT03 = "Thông tư 03/2025/TT-VPCP"
DESIGN = "design"


class Kind(NamedTuple):
    """One kind: legal name, symbol beside its number (Nghị định 30/2020/NĐ-CP), source, what it bears.

    `officer`: it bears the signature of the person who decided, beside the agency's seal. `public`: its QR leads to
    the public page; another leads to the desk. Whether somebody compared the template with the form as it was
    promulgated is a `ConfirmedTemplate`.
    """

    code: str
    name: str
    symbol: str
    source: str
    numbered: bool = True
    sealed: bool = True
    officer: bool = False
    public: bool = True


# fmt: off
KINDS = {
    kind.code: kind
    for kind in (
        Kind("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "TNHT", f"{TT03}, mẫu 01"),
        Kind("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "YCBS", f"{TT03}, mẫu 02"),
        Kind("03", "Phiếu từ chối tiếp nhận, giải quyết hồ sơ", "TCHS", f"{TT03}, mẫu 03", officer=True),
        Kind("04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "XLGH", f"{TT03}, mẫu 04", officer=True),
        Kind("05", "Thông báo dừng giải quyết hồ sơ", "DGQ", f"{TT03}, mẫu 05", officer=True),
        Kind("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "KSGQ", f"{TT03}, mẫu 06", public=False),
        Kind("07", "Sổ theo dõi hồ sơ", "STD", f"{TT03}, mẫu 07", public=False),
        Kind("receipt", "Biên nhận nộp hồ sơ", "BNHS", DESIGN, numbered=False),
        Kind("result", "Kết quả giải quyết thủ tục hành chính", "KQGQ", DESIGN, officer=True),
        Kind("return", "Phiếu trả kết quả", "TKQ", DESIGN),
        Kind("filled", "Tờ khai", "TK", DESIGN, numbered=False, sealed=False),
        Kind("blank", "Mẫu tờ khai", "MTK", DESIGN, numbered=False, sealed=False),
    )
}
# fmt: on
