"""What is asked of a paper, in words."""

from motcua.catalogue.asked import begun_small, note_of
from motcua.catalogue.content import plain
from motcua.catalogue.pages import PaperPage
from motcua.common.ids import new_id

from .making import paper


def page(**changes: object) -> PaperPage:
    said = plain(paper(**changes))  # type: ignore[arg-type]
    return PaperPage(**said | {"id": new_id(), "channels": tuple(said["channels"])})


def test_counts_condition_way_and_what_replaces_it_stand_in_one_line() -> None:
    told = note_of(page(originals=1, copies=2, when="Nhờ người khác", channels=("post",), replaced_by="Thẻ cũng được"))
    assert told == "1 bản chính, 2 bản sao. Chỉ khi: nhờ người khác. Khi nộp qua bưu chính. Thẻ cũng được"
    assert note_of(page(originals=1, when="Nhờ người khác"), with_condition=False) == "1 bản chính"


def test_a_sentence_goes_on_small_unless_it_begins_a_name() -> None:
    assert begun_small("Nhờ người khác") == "nhờ người khác"
    assert begun_small("UBND xã") == "UBND xã"
