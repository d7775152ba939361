"""What a newer version asks otherwise, in words."""

from motcua.catalogue import content
from motcua.catalogue.changed import Begun, changes, same_case
from motcua.catalogue.comparing import Apart
from motcua.catalogue.publishing import publish
from motcua.catalogue.queries import VersionPage, current_version
from motcua.common import kept
from motcua.eforms import queries as eforms
from tests.world import World

from .making import LATER, NOON, channel, paper, said

CODE = "1.000001"


def published(world: World, at: object = NOON, **changed: object) -> VersionPage:
    form = world.page().form_version_id
    publish(CODE, said(**{"form_id": form} | changed), origin="person", at=at)  # type: ignore[arg-type]
    kept.forget()
    page = current_version(CODE)
    assert page is not None
    return page


def begun(page: VersionPage) -> Begun:
    assert page.form_version_id is not None
    return Begun.of(page, page.cases[-1].id, page.form_version_id, "counter")


def case(name: str = "", amount: int = 3, *papers: content.Paper) -> content.Case:
    return content.Case(name=name, channels=(channel("counter", amount),), papers=papers or (paper(),))


def test_a_term_that_only_its_number_tells_is_told_too(world: World) -> None:
    old = begun(published(world, cases=(case(),)))
    new = published(world, LATER, cases=(case("", 7),))

    assert changes(old, new, same_case(old, new)) == [("Thời hạn", Apart(("3 ngày làm việc",), ("7 ngày làm việc",)))]


def test_papers_that_came_and_went(world: World) -> None:
    old = begun(published(world, cases=(case("", 3, paper("Cũ"), paper("Ảnh")),)))
    new = published(world, LATER, name="Tên mới", cases=(case("", 3, paper("Mới"), paper("Ảnh")),))

    assert changes(old, new, same_case(old, new)) == [
        ("Tên thủ tục", Apart(("Cấp giấy xác nhận",), ("Tên mới",))),
        ("Giấy tờ cần thêm", Apart((), ("Mới",))),
        ("Giấy tờ không cần nữa", Apart(("Cũ",), ())),
    ]


def test_the_case_is_found_by_its_name_else_the_first(world: World) -> None:
    old = begun(published(world, cases=(case("Một"), case("Hai"))))
    turned = published(world, LATER, cases=(case("Hai", 4), case("Một", 4)))

    assert same_case(old, turned).name == "Hai"
    others = published(world, LATER, cases=(case("Ba"), case("Bốn")))
    assert same_case(old, others).name == "Ba"


def test_other_questions_are_named(world: World) -> None:
    old = begun(published(world, cases=(case(),)))
    birth = world.page("1.001193").form_version_id
    assert birth is not None
    new = published(world, LATER, form_id=birth, cases=(case(),))

    told = dict(changes(old, new, same_case(old, new)))

    assert "Nội dung đề nghị" not in told["Câu hỏi mới"].after
    asked = {question.label for question in eforms.form(birth).questions.values()}
    assert set(told["Câu hỏi mới"].after) <= asked
    assert told["Câu hỏi không còn"].before
