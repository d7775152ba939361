"""Letterheads: tried before they come into force, a bad one is refused with its line and the one in force stays."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from motcua.config.demo_files import picture
from motcua.documents import letterheads, storing, trying
from motcua.documents.letterheads import Look
from motcua.documents.models import Letterhead, LetterheadState, StoredFile
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(minutes=5)


def saved(world: World, kind: str = "", **said: object) -> Letterhead:
    made = letterheads.save(world.agency(), kind, Look(**said), at=MONDAY)  # type: ignore[arg-type]
    trying.try_out(made.pk, at=LATER)
    made.refresh_from_db()
    return made


def a_logo(content: bytes | None = None) -> StoredFile:
    return storing.keep(content or picture(1), name="logo.png", content_type="image/png", at=MONDAY)


def test_a_good_one_comes_into_force_with_its_trial(world: World) -> None:
    made = saved(world, heading="UBND XÃ THANH MỸ", paragraph="Xem {ma_ho_so} ở quầy.", logo=a_logo())

    assert made.state == LetterheadState.IN_FORCE
    assert made.trial is not None
    with storing.open_file(made.trial) as opened:
        assert trying.pages(opened.read()) > 1
    assert letterheads.in_force(world.agency().pk, "01") == made


def test_a_logo_that_is_no_image_is_refused_and_the_one_in_force_stays(world: World) -> None:
    good = saved(world, heading="UBND")

    bad = saved(world, heading="Khác", logo=a_logo(b"\x89PNG\r\n\x1a\nnot really"))

    assert bad.state == LetterheadState.REFUSED
    assert bad.refused_why.startswith("Không đọc được biểu trưng")
    assert letterheads.in_force(world.agency().pk, "01") == good


def test_one_that_makes_the_emptiest_paper_longer_than_a_page_is_refused(world: World) -> None:
    bad = saved(world, paragraph="\n".join(["Dòng"] * 120))

    assert bad.refused_why == "Giấy ngắn nhất cũng dài quá một trang: rút ngắn đoạn thêm"
    assert letterheads.in_force(world.agency().pk, "01") is None


def test_a_kind_s_own_is_taken_before_the_common_one_and_another_agency_has_its_own(world: World) -> None:
    common = saved(world, heading="Chung")
    own = saved(world, "02", heading="Riêng")

    assert letterheads.in_force(world.agency().pk, "02") == own
    assert letterheads.in_force(world.agency().pk, "01") == common
    assert letterheads.in_force(world.agency("trung_tam_xa").pk, "01") is None


def test_versions_are_numbered_and_a_second_trial_changes_nothing(world: World) -> None:
    first, second = saved(world, heading="Một"), saved(world, heading="Hai")
    assert (first.number, second.number) == (1, 2)

    letterheads.settle(first.pk, trial=None, why="muộn", at=LATER)

    first.refresh_from_db()
    assert first.state == LetterheadState.IN_FORCE
    assert [row.number for row in letterheads.versions(world.agency(), "")] == [2, 1]


def test_a_refusal_without_a_reason_cannot_be_stored(world: World) -> None:
    made = saved(world, heading="Một")

    with pytest.raises(IntegrityError), transaction.atomic():
        Letterhead.objects.filter(pk=made.pk).update(state=LetterheadState.REFUSED)


@pytest.mark.parametrize("change", [{"heading": "Khác"}, {"by_hand": True}, {"number": 9}, {"state": "trying"}])
def test_what_a_version_says_is_never_changed(world: World, change: dict[str, object]) -> None:
    made = saved(world, heading="Một")

    with pytest.raises(IntegrityError), transaction.atomic():
        Letterhead.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.delete()


def test_a_template_is_confirmed_for_its_version_and_that_can_be_taken_back(world: World) -> None:
    assert letterheads.confirm("01", at=MONDAY)
    assert not letterheads.confirm("01", at=LATER)
    assert letterheads.confirmed() == {"01": MONDAY}

    assert letterheads.unconfirm("01")

    assert letterheads.confirmed() == {}
    assert not letterheads.unconfirm("01")


def test_only_trials_and_previews_of_the_agency_are_handed_out(world: World) -> None:
    made = saved(world, heading="Một")
    assert made.trial is not None

    assert letterheads.file_of(world.agency(), made.trial.pk) == made.trial
    assert letterheads.file_of(world.agency("trung_tam_xa"), made.trial.pk) is None
    other = storing.store(SimpleUploadedFile("x.pdf", b"%PDF-1.7 x"), at=MONDAY)
    assert letterheads.file_of(world.agency(), other.pk) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"heading": "Ủy ban nhân dân xã " * 8}, "Tên cơ quan trên giấy dài quá 4 dòng: viết ngắn lại"),
        ({"heading": "Ủ" * 160}, "Tên cơ quan trên giấy dài quá 4 dòng: viết ngắn lại"),
        ({"parent": "Ủy ban nhân dân tỉnh " * 7}, "Cơ quan cấp trên dài quá 4 dòng trên giấy: viết ngắn lại"),
    ],
)
def test_a_heading_of_more_than_four_lines_is_refused(world: World, said: dict[str, str], why: str) -> None:
    assert saved(world, **said).refused_why == why


def test_a_heading_that_fits_comes_into_force_and_a_long_title_is_broken(world: World) -> None:
    made = saved(world, heading="Trung tâm Phục vụ hành chính công " * 2, signer_title="Ủ" * 80)

    assert made.state == LetterheadState.IN_FORCE
