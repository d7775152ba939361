"""A manager publishes a new version: who has filed keeps theirs, whose draft is open is told what changed.

Fee, term and papers change. Seen by the manager, by the desk, by An, who has filed, and by Bình, who has not.
"""

import re
from pathlib import Path

import pytest

from motcua.accounts.models import Role, RoleHeld
from motcua.catalogue.models import Version
from motcua.common.words import money
from motcua.dossiers.models import Dossier
from tests.world import BEGINNING, MARITAL, World

from .clock import Clock, Come
from .papers import a_picture
from .visitor import Visitor

NEW_PAPER = "Ảnh chân dung 4x6"


def write(ha: Visitor) -> None:
    """The fee, the term and a paper, in the page of the case; a mistake of the hand is told beside its field."""
    ha.open(f"/quan-ly/thu-tuc/{MARITAL}/")
    ha.press("Soạn bản mới")
    ha.press(re.compile("^Cách nộp, tiền, giấy tờ"))
    ha.fill({"online-amount": "năm"})
    ha.press("Lưu")
    assert ha.page.locator(".govuk-error-summary").count()
    ha.fill({"online-amount": "7", "online-text": ""})
    for place in range(int(ha.page.locator('[name="fees-count"]').input_value())):
        ha.fill({f"fees-{place}-amount": "25.000", f"fees-{place}-text": "", f"fees-{place}-when": ""})
    ha.page.locator('button[name="row"][value="papers:add-0"]').click()
    ha.page.wait_for_load_state("load")
    ha.judge()
    place = int(ha.page.locator('[name="papers-count"]').input_value()) - 1
    ha.fill({f"papers-{place}-name": NEW_PAPER, f"papers-{place}-originals": "1"})
    ha.page.locator(f'[name="papers-{place}-required"]').check()
    ha.press("Lưu")
    ha.sees("Đã lưu")


def overtake(ha: Visitor, other: Visitor) -> None:
    """The same page in two windows: the later press loses nothing, and reads what the earlier one stored."""
    address = f"/quan-ly/thu-tuc/{MARITAL}/ban-moi/trinh-tu/"
    other.open(address)
    ha.open(address)
    ha.fill({"conditions": "Điều kiện của người nhanh hơn"})
    ha.press("Lưu")
    other.fill({"conditions": "Điều kiện của người chậm hơn"})
    other.press("Lưu")
    other.sees("Chưa lưu; điều vừa gõ vẫn còn ở dưới")
    other.sees("Võ Thị Hà đã lưu bản này")
    other.sees("Điều kiện của người nhanh hơn")
    assert other.page.locator('[name="conditions"]').input_value() == "Điều kiện của người chậm hơn"
    other.press("Lưu")
    other.sees("Đã lưu")
    ha.press("Công bố ngay")
    ha.sees("Bản này vừa đổi, nên chưa làm gì")
    ha.sees("Điều kiện của người chậm hơn")


def publish(ha: Visitor) -> None:
    """Looked at as citizens will read it, then published by a document; without one it is not."""
    ha.sees(f"mức thu: {money(25_000)}")
    ha.sees(f"Giấy tờ {NEW_PAPER}")
    ha.press("Xem thử như người dân sẽ đọc")
    ha.sees("Bản xem thử, chưa công bố")
    ha.sees(NEW_PAPER)
    ha.open(f"/quan-ly/thu-tuc/{MARITAL}/ban-moi/")
    ha.press("Công bố ngay")
    assert ha.page.locator(".govuk-error-summary").count()
    ha.fill({"source": "163/QĐ-BTP"})
    ha.press("Công bố ngay")
    ha.sees("Đã công bố bản 2")


def keeps_its_own(reader: Visitor, address: str, before: str) -> None:
    """A page of the filed dossier reads as it read before the change."""
    reader.open(address)
    shown = reader.page.locator("main").inner_text()
    assert NEW_PAPER not in shown
    assert money(25_000) not in shown
    assert figures(shown) == figures(before)


def figures(shown: str) -> list[str]:
    """Every date, sum and term on a page."""
    return re.findall(r"\d[\d.]*\s?đ\b|\d\d/\d\d/\d{4}|\d+ ngày làm việc", shown)


def read(visitor: Visitor, address: str) -> str:
    visitor.open(address)
    return visitor.page.locator("main").inner_text()


def go_on(binh: Visitor, draft: Dossier) -> None:
    """The draft is opened, what changed is read with what was, a version of old is refused, then it goes on."""
    binh.open(f"/ban-nhap/{draft.pk}/phan/1/")
    binh.sees("Thủ tục này vừa đổi")
    told = binh.page.locator("main").inner_text()
    assert re.search(r"Thời hạn\s+Trước\s+3 ngày làm việc", told), told
    assert re.search(r"Nay\s+7 ngày làm việc", told), told
    assert money(25_000) in told
    assert re.search(rf"Giấy tờ cần thêm\s+{NEW_PAPER}", told), told
    binh.open(f"/ban-nhap/{draft.pk}/kiem-tra/")
    binh.page.get_by_label(re.compile("^Tôi cam đoan")).check()
    binh.press("Nộp hồ sơ")
    binh.sees("Thủ tục này vừa đổi")
    assert Dossier.objects.get(pk=draft.pk).is_draft
    binh.open(f"/ban-nhap/{draft.pk}/quy-dinh-moi/")
    binh.page.locator('[name="version"]').evaluate("(field, old) => { field.value = old }", str(draft.version_id))
    binh.press("Làm tiếp theo quy định mới")
    binh.sees("xem lại điều đổi rồi bấm")
    assert Dossier.objects.get(pk=draft.pk).version_id == draft.version_id
    binh.press("Làm tiếp theo quy định mới")
    assert "/phan/1/" in binh.page.url


def file(binh: Visitor, draft: Dossier, folder: Path) -> None:
    """The paper that came is missing until it is there."""
    binh.open(f"/ban-nhap/{draft.pk}/kiem-tra/")
    binh.sees(f"Còn thiếu {NEW_PAPER}")
    binh.open(f"/ban-nhap/{draft.pk}/giay-to/")
    binh.page.get_by_label(re.compile(f"^Tải tệp lên: {NEW_PAPER}")).first.set_input_files(a_picture(folder))
    binh.press("Tiếp tục")
    binh.page.get_by_label(re.compile("^Tôi cam đoan")).check()
    binh.press("Nộp hồ sơ")


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.django_db(transaction=True)
def test_a_new_version_reaches_drafts_and_leaves_what_was_filed(
    clock: Clock, come: Come, world: World, tmp_path: Path
) -> None:
    RoleHeld.objects.create(account=world.ha, role=Role.MANAGER, agency=world.agency(), valid_from=BEGINNING.date())
    filed = world.dossier("accept", at=clock.now)
    draft = world.draft(MARITAL, by=world.binh, at=clock.now)
    ha, an, chi, binh = come(world.ha), come(world.an), come(world.chi), come(world.binh)
    own, desk = f"/ho-so/{filed.code}/", f"/can-bo/ho-so/{filed.code}/"
    before = {address: read(who, address) for who, address in ((an, own), (chi, desk))}

    write(ha)
    overtake(ha, come(world.ha))
    publish(ha)

    assert Version.objects.filter(procedure__code=MARITAL).count() == 2
    keeps_its_own(an, own, before[own])
    keeps_its_own(chi, desk, before[desk])
    go_on(binh, draft)
    renewed = Dossier.objects.get(pk=draft.pk)
    assert renewed.procedure.number == 2
    assert renewed.term_amount == 7
    file(binh, draft, tmp_path)
    binh.sees("Nếu hồ sơ hợp lệ")
    assert Dossier.objects.get(pk=draft.pk).procedure.number == 2
    kept = Dossier.objects.get(pk=filed.pk)
    assert (kept.procedure.number, kept.term_amount, kept.due_at) == (1, filed.term_amount, filed.due_at)
