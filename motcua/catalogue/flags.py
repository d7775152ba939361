"""What a person must look at, in words that the public page can show as well."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Final[dict[str, Promise]] = {
    "from_memory": _("Chưa đối chiếu với văn bản gốc"),
    "no_term": _("Nguồn không ghi thời hạn"),
    "hours_of_what": _("Nguồn ghi giờ, không nói là giờ làm việc"),
    "unit_not_given": _("Nguồn ghi số mà không ghi đơn vị thời gian"),
    "several_terms": _("Nguồn ghi nhiều thời hạn cho một cách nộp"),
    "terms_differ": _("Thời hạn khác nhau theo cách nộp, có thể là theo từng trường hợp"),
    "term_not_understood": _("Thời hạn ghi bằng số chưa đọc được"),
    "term_and_words": _("Lời kèm theo nói một thời hạn khác"),
    "terms_in_words": _("Lời kèm theo kể nhiều thời hạn, có thể là theo từng trường hợp"),
    "fee_too_small": _("Số tiền dưới 1.000 đồng, có thể thiếu số không"),
    "zero_beside_words": _("Nguồn ghi 0 đồng nhưng lời kèm theo nói khác"),
    "free_beside_amount": _("Nguồn ghi số tiền nhưng lời kèm theo nói miễn hoặc không thu"),
    "fee_and_words": _("Lời kèm theo nói mức tiền khác"),
    "no_fee": _("Nguồn không ghi phí, lệ phí"),
    "fee_not_understood": _("Số tiền chưa đọc được"),
    "notes_among_papers": _("Trong danh sách giấy tờ có lời dặn, đã tách riêng"),
    "papers_in_groups": _("Nguồn chia giấy tờ theo nhóm, chưa tách thành trường hợp"),
    "no_count": _("Nguồn không ghi số bản"),
    "no_papers": _("Nguồn không ghi giấy tờ nào"),
    "class_and_channels": _("Nguồn ghi nộp được trực tuyến nhưng không có cách nộp trên mạng"),
    "channels_and_class": _("Nguồn có cách nộp trên mạng nhưng ghi là không nộp trực tuyến"),
    "body_not_understood": _("Chưa rõ cơ quan nào ở cấp xã giải quyết"),
    "no_executing": _("Nguồn không ghi cơ quan thực hiện"),
    "no_result": _("Nguồn không ghi kết quả"),
    "brief_is_older": _("“Trong 30 giây” viết trước khi giấy tờ, tiền hoặc thời hạn đổi"),
    "same_name": _("Thủ tục khác cũng mang tên này; phân biệt bằng mã, lĩnh vực và cơ quan thực hiện"),
    "no_legal": _("Nguồn không ghi căn cứ pháp lý"),
}
