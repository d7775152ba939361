"""While something waits: the acceptance check, the due date, a request, a withdrawal, a result, a draft."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from django.db.models import CharField, Exists, Func, OuterRef, Prefetch, Value
from django.db.models.functions import Concat
from django.utils import timezone

from motcua import deadlines
from motcua.agencies.queries import calendar_of
from motcua.catalogue.models import TimeUnit

from .. import actions
from ..models import Dossier, DossierQuerySet, Notice, Request
from ..promises import receiving_calendar, resolving_calendar
from ..states import Delivery, Status
from .doing import Draft, Outcome, Owed, Round, drafted, moved, note, noted, parts

NEAR_HOURS = 2
"""So many working hours before the check ends it is said to be near."""
SOON = (2, 1)
"""Working days before the due date on which it is said to be soon."""
MARGIN = timedelta(days=1)
REMINDED = (5, 10, 20)
"""Working days after which an unanswered request is recalled to mind (lifecycle rule 6)."""
UNCOLLECTED = (5, 15, 30)
"""Days after which an uncollected result is recalled to mind (rule 12)."""
NO_DATE_EVERY = 5
"""Working days between two reminders where no date was promised (rule 14)."""
READ = ("code", "due_at", "resolving_agency")
"""What a sweep over due dates reads of a dossier; its other columns take three times as long."""
DRAFT_DAYS, FIRST_NOTICE, SECOND_NOTICE = 90, 14, 3
EXTENSION, APOLOGY = 3, 3
"""Working days that a drafted extension or apology proposes."""


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_default_timezone())


def _key(moment: datetime) -> str:
    return moment.astimezone(timezone.get_default_timezone()).isoformat(timespec="minutes")


KEY = "to_char(%(expressions)s at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD\"T\"HH24:MI') || '+07:00'"
"""The same in SQL."""


def _horizon(at: datetime, amount: int, unit: str) -> datetime:
    """What a calendar may at most reach from now: the standard one's end, and a day for others' days off."""
    end = deadlines.due_at(at, amount=amount, unit=unit, calendar=deadlines.STANDARD)
    assert end is not None
    return end + MARGIN


def _done(duty: str, fell: str) -> Exists:
    """Whether the duty was done for the moment in that column: what is late for long is not looked at again."""
    return Exists(Notice.objects.filter(dossier=OuterRef("pk"), duty=duty, owed_at=OuterRef(fell)))


def check_nears(turn: Round) -> Iterator[Outcome]:
    """Two working hours are left of the acceptance check."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        start, end = dossier.check_from, dossier.accept_by
        if start is None or end is None or end < turn.at:
            return
        calendar = receiving_calendar(dossier, start)
        hours = max(calendar.rules.check_hours - NEAR_HOURS, 0)
        near = deadlines.due_at(start, amount=hours, unit="hour", calendar=calendar)
        if near is not None:
            yield Owed(dossier, _key(end), near)

    until = _horizon(turn.at, NEAR_HOURS, "hour")
    found = Dossier.objects.filter(status=Status.FILED, accept_by__gte=turn.at, accept_by__lte=until)
    return noted("check_nears", found, turn, owed)


def check_passed(turn: Round) -> Iterator[Outcome]:
    """The acceptance check has passed: head and person see it as late; it can still be accepted or refused."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        if dossier.accept_by is not None:
            yield Owed(dossier, _key(dossier.accept_by), dossier.accept_by)

    found = Dossier.objects.filter(status=Status.FILED, accept_by__lt=turn.at).exclude(
        _done("check_passed", "accept_by")
    )
    return noted("check_passed", found, turn, owed)


def due_soon(turn: Round) -> Iterator[Outcome]:
    """Two working days, then one, before the due date; a date that moved is soon anew."""
    for days in SOON:

        def owed(dossier: Dossier, days: int = days) -> Iterator[Owed]:
            if (due := dossier.due_at) is not None:
                calendar = resolving_calendar(dossier, turn.at)
                begins = _start(deadlines.working_day_before(due, days, calendar))
                yield Owed(dossier, f"{days}:{_key(due)}", begins)

        key = Concat(Value(f"{days}:"), Func(OuterRef("due_at"), template=KEY, output_field=CharField()))
        told = Notice.objects.filter(dossier=OuterRef("pk"), duty="due_soon", key=key)
        yield from noted("due_soon", _due_by(turn, days).exclude(Exists(told)).only(*READ), turn, owed)


def _due_by(turn: Round, days: int) -> DossierQuerySet:
    until = _horizon(turn.at, days, "working_day")
    return Dossier.objects.filter(
        status__in=(Status.ACCEPTED, Status.PROCESSING), due_at__gte=turn.at, due_at__lte=until
    )


def extension_draft(turn: Round) -> Iterator[Outcome]:
    """The working day before the due date a draft of slip 04 lies ready, unless the one extension is used."""

    def extension(_dossier: Dossier) -> Draft:
        text = "Hồ sơ cần thêm thời gian xác minh; kết quả được trả vào ngày hẹn mới."
        return Draft("extend", {"days": str(EXTENSION), "reason": text})

    for part in parts(_due_by(turn, 1).filter(extension_days=None, status=Status.PROCESSING), turn):
        owed = []
        for dossier in part:
            if (due := dossier.due_at) is None:
                continue
            begins = _start(deadlines.working_day_before(due, 1, resolving_calendar(dossier, turn.at)))
            if begins <= turn.at:
                owed.append(Owed(dossier, _key(due), begins))
        for dossier in drafted("extension_draft", owed, turn.at, extension):
            yield Outcome("extension_draft", dossier.code, "drafted")


def overdue(turn: Round) -> Iterator[Outcome]:
    """The due date has passed: it leads the head's list, an apology lies ready there, and the public list shows it."""

    def apology(dossier: Dossier) -> Draft:
        calendar = resolving_calendar(dossier, turn.at)
        day = timezone.localdate(deadlines.due_at(turn.at, amount=APOLOGY, unit="working_day", calendar=calendar))
        typed = {f"expected_on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
        reason = "Hồ sơ chưa xử lý xong đúng hẹn; cơ quan đang làm tiếp và xin lỗi ông/bà."
        return Draft("apologise", typed | {"reason": reason})

    found = Dossier.objects.filter(status__in=(Status.ACCEPTED, Status.PROCESSING), due_at__lt=turn.at)
    found = found.exclude(_done("overdue", "due_at")).only(*READ)
    for part in parts(found, turn):
        owed = [Owed(dossier, _key(dossier.due_at), dossier.due_at) for dossier in part if dossier.due_at]
        for dossier in drafted("overdue", owed, turn.at, apology):
            yield Outcome("overdue", dossier.code, "listed, apology drafted")


def no_date_reminder(turn: Round) -> Iterator[Outcome]:
    """Where no date was promised the officer is reminded every five working days."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        start = dossier.accepted_at
        if start is None:
            return
        calendar = resolving_calendar(dossier, start)
        count = deadlines.working_days_left(start, turn.at, calendar) // NO_DATE_EVERY
        if count:
            fell = deadlines.due_at(start, amount=count * NO_DATE_EVERY, unit="working_day", calendar=calendar)
            if fell is not None:
                yield Owed(dossier, str(count), min(fell, turn.at))

    found = Dossier.objects.filter(
        status__in=(Status.ACCEPTED, Status.PROCESSING), due_at=None, term_unit=TimeUnit.NO_DATE
    )
    return noted("no_date_reminder", found, turn, owed)


def supplement_reminder(turn: Round) -> Iterator[Outcome]:
    """The person is reminded after 5, 10 and 20 working days; the question to the officer comes with the last."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        for request in dossier.requests.all():
            for days in REMINDED:
                if fell := _after(dossier, request, days):
                    yield Owed(dossier, f"{request.number}:{days}", fell)

    yield from noted("supplement_reminder", _asked(turn, REMINDED[0]), turn, owed)


def ask_officer(turn: Round) -> Iterator[Outcome]:
    """Without a rule of the version nothing is closed by itself: after the last reminder the officer is asked."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        for request in dossier.requests.all():
            fell = _after(dossier, request, REMINDED[-1])
            if fell and not dossier.procedure.rules.unanswered:
                yield Owed(dossier, str(request.number), fell)

    return noted("ask_officer", _asked(turn, REMINDED[-1]), turn, owed)


def _asked(turn: Round, days: int) -> DossierQuerySet:
    """Dossiers whose open request is at least so many days old, with it beside them."""
    waiting = Request.objects.filter(answered_at=None, recalled_at=None, ended_at=None)
    old = waiting.filter(asked_at__lte=turn.at - timedelta(days=days))
    found = Dossier.objects.filter(pk__in=old.values("dossier"), status__in=(Status.SUPPLEMENT, Status.PAYMENT))
    return found.prefetch_related(Prefetch("requests", waiting))


def _after(dossier: Dossier, request: Request, days: int) -> datetime | None:
    calendar = calendar_of(dossier.resolving, timezone.localdate(request.asked_at))
    return deadlines.due_at(request.asked_at, amount=days, unit="working_day", calendar=calendar)


def stop_unanswered(turn: Round) -> Iterator[Outcome]:
    """What the version's rule says of a request that nobody answers, if it says stop."""
    return _by_rule(turn, "stop", "stop_unanswered", lambda one: actions.stop_unanswered(one, by=None, at=turn.at))


def refusal_proposed(turn: Round) -> Iterator[Outcome]:
    """If it says refuse, a refusal lies ready for the head: the program does not refuse by itself."""

    def refusal(dossier: Dossier) -> Draft:
        text = "Đã quá thời hạn bổ sung mà thủ tục ghi, hồ sơ chưa đủ giấy tờ để giải quyết."
        return Draft("finish_refused" if dossier.is_accepted else "refuse", {"reason": text, "ground": ""})

    for dossier, request, fell in _past_rule(turn, "refuse"):
        for _new in drafted("refusal_proposed", [Owed(dossier, str(request.number), fell)], turn.at, refusal):
            yield Outcome("refusal_proposed", dossier.code, "drafted")


def _past_rule(turn: Round, outcome: str) -> Iterator[tuple[Dossier, Request, datetime]]:
    for part in parts(_asked(turn, 1), turn):
        for dossier in part:
            rules = dossier.procedure.rules
            for request in dossier.requests.all():
                if rules.unanswered != outcome or rules.unanswered_days is None:
                    continue
                fell = _after(dossier, request, rules.unanswered_days)
                if fell is not None and fell < turn.at:
                    yield dossier, request, fell


def _by_rule(turn: Round, outcome: str, duty: str, act: Callable[[Dossier], object]) -> Iterator[Outcome]:
    ids = [dossier.pk for dossier, _request, _fell in _past_rule(turn, outcome)]
    return moved(duty, Dossier.objects.filter(pk__in=ids), turn, act)


def withdrawal_unanswered(turn: Round) -> Iterator[Outcome]:
    """Eight working hours without an answer: the withdrawal is granted (lifecycle rule 8)."""
    found = Dossier.objects.filter(status=Status.WITHDRAWING, withdrawal_by__lt=turn.at)
    return moved("withdrawal_unanswered", found, turn, lambda one: actions.agree_withdrawal(one, by=None, at=turn.at))


def result_uncollected(turn: Round) -> Iterator[Outcome]:
    """A result that waits at a counter is recalled to mind after 5, 15 and 30 days."""

    def owed(dossier: Dossier) -> Iterator[Owed]:
        if dossier.ended_at is None:
            return
        for days in UNCOLLECTED:
            yield Owed(dossier, f"{days}:{_key(dossier.ended_at)}", dossier.ended_at + timedelta(days=days))

    found = Dossier.objects.filter(
        status=Status.FINISHED,
        delivery__in=(Delivery.COUNTER, Delivery.OTHER_COUNTER),
        ended_at__lte=turn.at - timedelta(days=UNCOLLECTED[0]),
    )
    return noted("result_uncollected", found, turn, owed)


def draft_expires(turn: Round) -> Iterator[Outcome]:
    """A draft that nobody saved for 90 days goes, after two notices; who was away gets both of them first."""
    old = turn.at - timedelta(days=DRAFT_DAYS - FIRST_NOTICE)
    found = Dossier.objects.filter(status=Status.DRAFT, saved_at__lte=old)
    given = Notice.objects.filter(duty="draft_expires").order_by("owed_at")
    found = found.prefetch_related(Prefetch("notices", given)).select_related("started_by")
    for part in parts(found, turn):
        owed = [one for dossier in part if (one := _next_notice(dossier, turn.at))]
        for dossier in note("draft_expires", owed, turn.at):
            yield Outcome("draft_expires", None, f"notice for {dossier.pk}")


def _next_notice(dossier: Dossier, at: datetime) -> Owed | None:
    said = [one for one in dossier.notices.all() if one.owed_at > dossier.saved_at]
    if not said:
        begins = dossier.saved_at + timedelta(days=DRAFT_DAYS - FIRST_NOTICE)
        gone = max(dossier.saved_at + timedelta(days=DRAFT_DAYS), at + timedelta(days=FIRST_NOTICE))
        return Owed(dossier, f"{timezone.localdate(gone).isoformat()}:1", begins)
    gone_on = _gone_on(said[0])
    begins = _start(gone_on - timedelta(days=SECOND_NOTICE))
    return Owed(dossier, f"{gone_on.isoformat()}:2", begins) if len(said) == 1 and begins <= at else None


def _gone_on(notice: Notice) -> date:
    return date.fromisoformat(notice.key.partition(":")[0])


def discard_expired(turn: Round) -> Iterator[Outcome]:
    """The draft goes on the day that both notices named, three days after the second at the earliest."""
    found = Dossier.objects.filter(
        status=Status.DRAFT,
        saved_at__lte=turn.at - timedelta(days=DRAFT_DAYS),
        notices__duty="draft_expires",
        notices__key__endswith=":2",
        notices__done_at__lte=turn.at - timedelta(days=SECOND_NOTICE),
    )

    def act(dossier: Dossier) -> None:
        actions.discard(dossier, by=None, at=turn.at)

    return moved("discard_expired", found, turn, act)
