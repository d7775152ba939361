"""Contents and records for the tests of the catalogue: a small procedure that each test changes in one place."""

import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from motcua.catalogue import content
from motcua.eforms.models import FormVersion

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=HANOI)
LATER = datetime(2026, 3, 3, 12, 0, tzinfo=HANOI)
IMPORTED = {"": {"origin": "imported", "source": "Nguồn", "date": "2026-01-01"}}
SHIPPED = {"": {"origin": "shipped", "source": "Chúng ta", "date": "2026-01-01"}}

IN_BRIEF = {"get": "Một giấy.", "need": "Một đơn.", "cost": "Miễn phí.", "time": "3 ngày."}


def fee(amount: int | None = 0, **changes: Any) -> content.Fee:
    return content.Fee(**{"kind": "le_phi", "amount": amount} | changes)


def channel(
    name: str = "counter", amount: int | None = 3, unit: str = "working_day", **changes: Any
) -> content.Channel:
    return content.Channel(**{"channel": name, "amount": amount, "unit": unit, "fees": (fee(),)} | changes)


def paper(name: str = "Tờ khai", **changes: Any) -> content.Paper:
    usual: dict[str, Any] = {"name": name, "kind": "submit", "originals": 1}
    return content.Paper(**usual | changes)


def said(**changes: Any) -> content.Content:
    """A procedure of one case that is handed in on line and at the counter."""
    case = content.Case(channels=(channel("online"), channel("counter")), papers=(paper(),))
    usual: dict[str, Any] = {
        "name": "Cấp giấy xác nhận",
        "field": content.Named(code="HT", name="Hộ tịch"),
        "publisher": content.Named(code="G15", name="Bộ Tư pháp"),
        "level": 3,
        "service_class": "mot_phan",
        "files_online": True,
        "admin_levels": ("xa",),
        "cases": (case,),
        "sources": IMPORTED,
    }
    return content.Content(**usual | changes)


def record(code: str = "1.000001", **changes: Any) -> dict[str, Any]:
    """A record of the national catalogue; a change of None leaves the key out."""
    usual: dict[str, Any] = {
        "code": code,
        "name": "Thủ tục cấp giấy xác nhận",
        "decision": {"no": "1/QĐ-BTP", "date": "2026-01-16"},
        "field": {"code": "HT", "name": "Hộ tịch"},
        "levels": ["xa"],
        "kind": "chuan",
        "online": {"level": "mot_phan", "methods": ["DIRECT", "ONLINE"]},
        "publisher": {"code": "G15", "name": "Bộ Tư pháp"},
        "executing": [{"name": "Ủy ban nhân dân cấp xã"}],
        "subjects": ["Công dân Việt Nam"],
        "channels": [
            {
                "methods": ["DIRECT", "ONLINE"],
                "qty": 3,
                "unit": "WORKING_DAY",
                "fees": [{"kind": "SERVICE_FEE", "amount": 8000}],
            }
        ],
        "components": [{"items": [{"name": "- Tờ khai;", "orig": 1}]}],
        "steps": [{"text": "Bước 1: Nộp.\nBước 2: Nhận."}],
        "results": [{"code": "KQ.1", "name": "Giấy xác nhận"}],
        "legal": ["60/2014/QH13"],
        "updated": "2026-04-15",
    }
    return {key: value for key, value in (usual | changes).items() if value is not None}


def write(path: Path, *records: Any) -> Path:
    """The records as JSON lines; a string is written as it is."""
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records]
    text = "".join(f"{line}\n" for line in lines)
    if path.suffix == ".gz":
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.write(text)
    else:
        path.write_text(text, encoding="utf-8")
    return path


def form(code: str = "don-chung", number: int = 1) -> FormVersion:
    return FormVersion.objects.create(
        code=code, number=number, title=code, definition={"code": code}, schema={}, published_at=NOON
    )
