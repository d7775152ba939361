"""A postal address, as one would write it on an envelope."""

from ..field_type import FieldType


class Field(FieldType):
    """House, hamlet or street, commune, province; one line."""

    max_length = 300
    autocomplete = "street-address"
    examples = ("Số 12, ấp Mỹ Thạnh, xã Thanh Mỹ, tỉnh Đồng Tháp",)
    counterexamples = ("x" * 301, "ấp\ufffd")
