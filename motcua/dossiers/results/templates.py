"""Templates of results as one table: what an officer fills from the answers instead of typing a paper anew.

The shipped ones are samples: their fields are those that such papers have, their layout is ours. Nobody has compared
them with the forms as promulgated, and each paper drawn from one says so.
"""

from typing import NamedTuple


class Slot(NamedTuple):
    """One value of a result. `sources` are tried in order: a question of the form, or a party's value, “owner.name”.

    `own`: the officer writes it, whatever the person declared; of the others only what the dossier does not know,
    and what the person called wrong in the draft. `empty`: it may stay empty.
    """

    key: str
    label: str
    sources: tuple[str, ...] = ()
    own: bool = False
    empty: bool = False
    long: bool = False
    group: str = ""


class ResultTemplate(NamedTuple):
    """A result that the program draws: its name, the symbol beside its number, and for which procedures."""

    code: str
    name: str
    symbol: str
    procedures: frozenset[str]
    slots: tuple[Slot, ...]
    opening: str
    closing: str
    signer: str
    sample: bool = True

    def slot(self, key: str) -> Slot | None:
        """The slot of that key."""
        return next((one for one in self.slots if one.key == key), None)


BIRTH_EXTRACT = ResultTemplate(
    code="birth_extract",
    name="Trích lục khai sinh (bản sao)",
    symbol="TLKS-BS",
    procedures=frozenset({"1.001193", "1.000689", "1.004772", "1.004884", "2.000635"}),
    slots=(
        Slot("name", "Họ, chữ đệm, tên", ("child_name", "owner.name"), group="Người được khai sinh"),
        Slot("birth_on", "Ngày, tháng, năm sinh", ("child_birth_on", "owner.birth_on")),
        Slot("birth_in_words", "Ghi bằng chữ", ("child_birth_in_words",), empty=True),
        Slot("sex", "Giới tính", ("child_sex",)),
        Slot("ethnic_group", "Dân tộc", ("child_ethnic_group",)),
        Slot("nationality", "Quốc tịch", ("child_nationality",)),
        Slot("birth_place", "Nơi sinh", ("child_birth_place",), long=True),
        Slot("home_town", "Quê quán", ("child_home_town",)),
        Slot("personal_number", "Số định danh cá nhân", ("owner.id_number",), own=True, empty=True),
        Slot("mother_name", "Họ, chữ đệm, tên người mẹ", ("mother_name",), empty=True, group="Cha và mẹ"),
        Slot("mother_year", "Năm sinh của người mẹ", ("mother_birth_year",), empty=True),
        Slot("mother_residence", "Nơi cư trú của người mẹ", ("mother_residence",), empty=True),
        Slot("father_name", "Họ, chữ đệm, tên người cha", ("father_name",), empty=True),
        Slot("father_year", "Năm sinh của người cha", ("father_birth_year",), empty=True),
        Slot("father_residence", "Nơi cư trú của người cha", ("father_residence",), empty=True),
        Slot("registered_at", "Nơi đăng ký khai sinh", own=True, group="Đăng ký khai sinh"),
        Slot("registered_number", "Số, quyển số", own=True),
        Slot("registered_on", "Ngày đăng ký", own=True),
        Slot("note", "Ghi chú", own=True, empty=True, long=True),
    ),
    opening="",
    closing="Trích lục này được cấp từ Sổ hộ tịch, Cơ sở dữ liệu hộ tịch điện tử.",
    signer="Người ký trích lục",
)
RESIDENCE = ResultTemplate(
    code="residence",
    name="Xác nhận thông tin về cư trú",
    symbol="XN",
    procedures=frozenset({"1.010041"}),
    slots=(
        Slot("name", "Họ, chữ đệm và tên", ("owner.name",), group="Người được xác nhận"),
        Slot("birth_on", "Ngày, tháng, năm sinh", ("owner.birth_on",)),
        Slot("personal_number", "Số định danh cá nhân", ("owner.id_number",), empty=True),
        Slot("permanent", "Nơi thường trú", ("owner.address", "submitter.address"), own=True, long=True),
        Slot("temporary", "Nơi tạm trú", own=True, empty=True, long=True),
        Slot("present", "Nơi ở hiện tại", own=True, empty=True, long=True),
        Slot("head", "Họ, chữ đệm và tên chủ hộ", own=True, empty=True),
        Slot("relation", "Quan hệ với chủ hộ", own=True, empty=True),
        Slot("content", "Nội dung xác nhận", ("request",), own=True, long=True, group="Xác nhận"),
        Slot("valid_until", "Có giá trị đến ngày", own=True, empty=True),
    ),
    opening="Theo thông tin trong Cơ sở dữ liệu về cư trú, xác nhận:",
    closing="",
    signer="Cơ quan đăng ký cư trú",
)
CERTIFIED_COPY = ResultTemplate(
    code="certified_copy",
    name="Lời chứng chứng thực bản sao từ bản chính",
    symbol="CTBS",
    procedures=frozenset({"2.000815"}),
    slots=(
        Slot("paper", "Giấy tờ được chứng thực", own=True, long=True),
        Slot("paper_number", "Số của bản chính", own=True, empty=True),
        Slot("issued_by", "Cơ quan cấp bản chính", own=True, empty=True),
        Slot("requester", "Người yêu cầu chứng thực", ("submitter.name",)),
        Slot("pages", "Số trang của một bản sao", own=True),
        Slot("copies", "Số bản sao", own=True),
        Slot("note", "Ghi chú", own=True, empty=True, long=True),
    ),
    opening="Chứng thực bản sao đúng với bản chính.",
    closing="Việc chứng thực không bảo đảm nội dung của bản chính.",
    signer="Người thực hiện chứng thực",
)
TEMPLATES: dict[str, ResultTemplate] = {one.code: one for one in (BIRTH_EXTRACT, RESIDENCE, CERTIFIED_COPY)}


def templates_for(procedure: str) -> list[ResultTemplate]:
    """The templates that fit a procedure."""
    return [one for one in TEMPLATES.values() if procedure in one.procedures]
