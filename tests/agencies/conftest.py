"""A small country: three provinces, a few communes, and whom they took in."""

from datetime import UTC, datetime

import pytest

from motcua.agencies.tables import FormerFact, write_former_provinces, write_former_units, write_units

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

UNITS = """
01 thanh_pho - Hà Nội
75 thanh_pho - Đồng Nai
82 tinh - Đồng Tháp
96 tinh - Cà Mau
92 thanh_pho - Cần Thơ
00004 phuong 01 Ba Đình
26188 xa 75 Phú Hòa
28249 phuong 82 Đạo Thạnh
30037 xa 82 Tháp Mười
30073 xa 82 Thanh Mỹ
30004 xa 82 Phú Thọ
31117 phuong 92 Ninh Kiều
31340 phuong 92 Ngã Bảy
31507 phuong 92 Sóc Trăng
"""
FORMERS = (
    FormerFact("30067", "xã", "Phú Điền", "huyện Tháp Mười", "tỉnh Đồng Tháp", "30073", "whole", True, "Phú Điện"),
    FormerFact("30073", "xã", "Thanh Mỹ", "huyện Tháp Mười", "tỉnh Đồng Tháp", "30073", "whole", True),
    FormerFact("26167", "xã", "Phú Điền", "huyện Tân Phú", "tỉnh Đồng Nai", "26188", "whole", True),
    FormerFact("28249", "phường", "5", "thành phố Mỹ Tho", "tỉnh Tiền Giang", "28249", "whole", True),
    FormerFact("29900", "xã", "Hai Ngả", "huyện Cao Lãnh", "tỉnh Đồng Tháp", "30037", "part", True),
    FormerFact("29900", "xã", "Hai Ngả", "huyện Cao Lãnh", "tỉnh Đồng Tháp", "30004", "part", False),
)


PROVINCES = """
92 thanh_pho 92 Cần Thơ
93 tinh 92 Hậu Giang
94 tinh 92 Sóc Trăng
82 tinh 82 Tiền Giang
87 tinh 82 Đồng Tháp
"""
ONCE_IN = {"31117": "92", "31340": "93", "31507": "94", "28249": "82", "30073": "87"}


def province_rows() -> list[dict[str, str]]:
    lines = [line.split(" ", 3) for line in PROVINCES.strip().splitlines()]
    return [
        {"code": code, "kind": kind, "unit": unit, "name": name, "also_heard_as": "", "source": "NQ 202/2025/QH15"}
        for code, kind, unit, name in lines
    ]


def unit_rows() -> list[dict[str, str]]:
    lines = [line.split(" ", 3) for line in UNITS.strip().splitlines()]
    return [
        {
            "code": code,
            "kind": kind,
            "province": above.strip("-"),
            "name": name,
            "valid_from": "2025-07-01",
            "former_provinces": ONCE_IN.get(code, ""),
        }
        for code, kind, above, name in lines
    ]


@pytest.fixture
def country(db: None) -> None:
    """Units of today, the former ones they took in and the former provinces."""
    write_units(unit_rows(), province_rows())
    write_former_provinces(province_rows())
    write_former_units(FORMERS)
