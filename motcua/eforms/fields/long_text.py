"""Several lines of words."""

from collections.abc import Mapping

from ..field_type import FieldType, Question, Typed
from ..typed import clean


class Field(FieldType):
    """Any words, with the person's own line ends."""

    component = "textarea"
    max_length = 4000
    settings = FieldType.settings | {"rows"}
    examples = ("Nhà số 12, ấp Mỹ Thạnh,\nxã Thanh Mỹ",)
    counterexamples = ("x" * 4001, "Thanh\ufffdMỹ")

    def typed(self, question: Question, post: Mapping[str, str]) -> Typed:
        return clean(post.get(question.name, ""))
