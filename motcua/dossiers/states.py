"""The five things called state are five types; this is the first: the legal status (QCVN 102:2016)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.IntegerChoices):
    """The ten national codes; before them stands the draft, which has no code and no history."""

    DRAFT = 0, _("Bản nháp")
    FILED = 1, _("Mới đăng ký")
    ACCEPTED = 2, _("Được tiếp nhận")
    REFUSED = 3, _("Không được tiếp nhận")
    PROCESSING = 4, _("Đang xử lý")
    SUPPLEMENT = 5, _("Yêu cầu bổ sung giấy tờ")
    PAYMENT = 6, _("Yêu cầu thực hiện nghĩa vụ tài chính")
    WITHDRAWING = 7, _("Công dân yêu cầu rút hồ sơ")
    STOPPED = 8, _("Dừng xử lý")
    FINISHED = 9, _("Đã xử lý xong")
    RETURNED = 10, _("Đã trả kết quả")


class Delivery(models.TextChoices):
    """How the result reaches the person."""

    COUNTER = "counter", _("Tại quầy nơi tiếp nhận")
    OTHER_COUNTER = "other_counter", _("Tại quầy khác trong tỉnh")
    POST = "post", _("Qua bưu chính")
    ONLINE = "online", _("Trên mạng, ở Hồ sơ của tôi")


class PartyRole(models.TextChoices):
    """What a person is to a dossier. The one who acts is no party: each history line names an actor."""

    SUBMITTER = "submitter", _("Người nộp")
    OWNER = "owner", _("Chủ hồ sơ")
    REPRESENTATIVE = "representative", _("Người đại diện")
    RECIPIENT = "recipient", _("Người nhận kết quả")


class PartyKind(models.TextChoices):
    """A person or an organisation."""

    PERSON = "person", _("cá nhân")
    ORGANISATION = "organisation", _("tổ chức")


class IdKind(models.TextChoices):
    """Which number identifies a party, or why there is none; never a dummy number."""

    PERSONAL = "personal", _("số định danh cá nhân")
    OLD_CARD = "old_card", _("chứng minh nhân dân 9 số")
    PASSPORT = "passport", _("hộ chiếu")
    TAX = "tax", _("mã số thuế")
    NONE_NEWBORN = "none_newborn", _("chưa có số: trẻ mới sinh")
    NONE_DECEASED = "none_deceased", _("không có số: người đã mất")
    NONE_FOREIGNER = "none_foreigner", _("không có số: người nước ngoài")
    NONE_SHOWN = "none_shown", _("không mang giấy tờ")


class PauseReason(models.TextChoices):
    """What stops the resolution term (lifecycle rule 4): nothing else does."""

    SUPPLEMENT = "supplement", _("chờ bổ sung giấy tờ")
    FEE = "fee", _("chờ nộp tiền, theo thủ tục")
    AGENCY = "agency", _("chờ cơ quan khác trả lời, theo thủ tục")
    WITHDRAWAL = "withdrawal", _("chờ trả lời việc rút hồ sơ")


class RequestKind(models.TextChoices):
    """What a request asks of the person."""

    SUPPLEMENT = "supplement", _("bổ sung giấy tờ")
    FEE = "fee", _("nộp tiền")


class ItemKind(models.TextChoices):
    """What an item of a supplement request is about."""

    PAPER = "paper", _("giấy tờ")
    ANSWER = "answer", _("điều đã khai")
    OTHER = "other", _("việc khác")
