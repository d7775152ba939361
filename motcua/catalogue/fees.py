"""What is owed for a case handed in one way, as lines to charge."""

from itertools import groupby

from django.utils.translation import gettext as _

from motcua.payments.actions import Line

from .models import Channel
from .pages import CasePage, FeePage


def lines_of(case: CasePage, channel: str) -> tuple[Line, ...]:
    """The unconditional fees; what is owed only in some case is left to who knows the case.

    What is free is no line. Where the source leaves the amount to a document, or gives several of one kind, the line
    has no amount: a person states it.
    """
    row = case.channel(channel)
    owed = sorted((fee for fee in row.fees if not fee.when), key=lambda fee: fee.kind) if row else []
    lines = [_line(list(fees), channel) for _kind, fees in groupby(owed, key=lambda fee: fee.kind)]
    return tuple(line for line in lines if line.amount != 0)


def _line(fees: list[FeePage], channel: str) -> Line:
    first = fees[0]
    certain = first.amount if len(fees) == 1 else None
    where = _("nộp tại quầy khi nhận kết quả") if channel == Channel.ONLINE else _("nộp tại quầy")
    return Line(
        kind=first.kind,
        amount=certain,
        per=first.per,
        label="" if certain is not None else first.text[:240],
        when_due=where,
        basis=first.basis,
    )
