"""What handing in costs, in words."""

from django.utils.translation import gettext as _

from motcua.common import words

from .models import FeeKind
from .pages import ChannelPage, FeePage


def fee_lines(channel: ChannelPage | None) -> list[str]:
    """One line per fee; what no source tells is not zero but "theo văn bản"."""
    fees = channel.fees if channel else ()
    if not fees:
        return [_("Lệ phí: theo văn bản")]
    return [_line(fee) for fee in fees]


def _line(fee: FeePage) -> str:
    amount = words.money(fee.amount) if fee.amount is not None else fee.text or words.money(None)
    told = f"{words.begin(str(FeeKind(fee.kind).label))}: {amount}"
    if fee.amount and fee.per:
        told = _("%(fee)s mỗi %(per)s") % {"fee": told, "per": fee.per}
    if fee.when:
        told = _("%(fee)s (%(when)s)") % {"fee": told, "when": fee.when[:1].lower() + fee.when[1:]}
    return told
