"""What answers an item: a paper, a changed answer or words."""

from datetime import timedelta

import pytest

from motcua.dossiers import actions, answering
from motcua.dossiers.models import RequestItem
from motcua.dossiers.states import ItemKind
from tests.world import MONDAY, World, a_picture

LATER = MONDAY + timedelta(hours=1)


@pytest.mark.parametrize("answered", [actions.Answered("Không có"), actions.Answered(uploads=(a_picture(),))])
def test_words_or_a_file_will_do(world: World, answered: actions.Answered) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.chi, at=LATER)
    [item] = answering.unanswered(dossier)

    actions.answer_item(dossier, item.pk, answered, by=world.an, at=LATER)

    assert answering.unanswered(dossier) == []


def test_a_file_taken_out_again_leaves_the_item_open(world: World) -> None:
    dossier = world.dossier("file", at=MONDAY)
    actions.ask_supplement(dossier, [actions.Item(ItemKind.OTHER, "Ảnh", "Mờ")], by=world.chi, at=LATER)
    [item] = answering.items_of(dossier)
    actions.answer_item(dossier, item.pk, actions.Answered(uploads=(a_picture(),)), by=world.an, at=LATER)
    file_id = item.attachments.get().file_id

    for _ in range(2):
        actions.remove_item_file(dossier, file_id, by=world.an, at=LATER)

    assert answering.unanswered(dossier) == [item]


def test_the_same_answer_as_before_is_no_answer() -> None:
    item = RequestItem(question="name")
    item._prefetched_objects_cache = {"attachments": RequestItem.objects.none()}  # type: ignore[attr-defined]

    assert not answering.is_answered(item, {"name": "An"}, {"name": "An"})
    assert answering.is_answered(item, {"name": "An"}, {"name": "Ân"})
    assert answering.is_answered(item, {"name": "An"}, {})
    assert not answering.is_answered(item, {"name": "An"}, None)
