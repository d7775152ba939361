"""One line of words."""

from ..field_type import FieldType


class Field(FieldType):
    """Any words, on one line."""

    examples = ("Trạm y tế xã Thanh Mỹ", "12/2026")
    counterexamples = ("x" * 201, "Thanh\ufffdMỹ")
