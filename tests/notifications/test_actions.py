"""Messages: owed once, sent once, tried again after a failure."""

import json
import socket
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings

from motcua.notifications import actions
from motcua.notifications.actions import Letter
from motcua.notifications.channels import sms
from motcua.notifications.models import Message
from tests.world import MONDAY

SMS = Letter("sms", "+84987654321", "file", "Mot Cua: da nhan ho so")
MAIL = Letter("email", "an@example.vn", "file", "Kính gửi bà An,", "Đã nộp hồ sơ")


def texts(settings: Settings) -> list[dict[str, str]]:
    return [json.loads(path.read_text()) for path in sorted(Path(settings.OUTBOX).glob("sms/*.json"))]


def test_the_same_letter_for_the_same_reason_is_owed_once(db: None) -> None:
    for _ in range(3):
        actions.owe_all([SMS, MAIL], reason="line", at=MONDAY)

    assert Message.objects.count() == 2


def test_owing_queues_one_job_in_the_same_transaction(db: None) -> None:
    actions.owe(SMS, reason="code-1", at=MONDAY)

    assert ProcrastinateJob.objects.get().args == {"reason": "code-1"}


def test_an_sms_lies_whole_in_the_outbox(db: None, settings: Settings) -> None:
    actions.owe_all([SMS], reason="line", at=MONDAY)

    actions.deliver("line", at=MONDAY)

    assert texts(settings) == [
        {"at": MONDAY.isoformat(timespec="seconds"), "to": "+84987654321", "kind": "file", "text": SMS.text}
    ]
    assert [path.name for path in Path(settings.OUTBOX).glob("sms/.*")] == []


def test_delivering_twice_sends_once(db: None, settings: Settings) -> None:
    actions.owe_all([SMS, MAIL], reason="line", at=MONDAY)

    actions.deliver("line", at=MONDAY)
    actions.deliver("line", at=MONDAY)

    assert len(texts(settings)) == 1
    assert len(list(Path(settings.OUTBOX).glob("email/*.eml"))) == 1


def test_a_crash_between_sending_and_writing_it_down_sends_nothing_twice(db: None, settings: Settings) -> None:
    actions.owe_all([SMS], reason="line", at=MONDAY)
    sms.Channel().send(Message.objects.get())

    actions.deliver("line", at=MONDAY)

    assert len(texts(settings)) == 1


def test_a_failure_is_written_down_and_tried_again(
    db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.owe_all([SMS, MAIL], reason="line", at=MONDAY)

    def refuse(*_: object) -> None:
        raise OSError("no gateway")

    working = sms.Channel.send
    monkeypatch.setattr(sms.Channel, "send", refuse)
    with pytest.raises(actions.NotDelivered):
        actions.deliver("line", at=MONDAY)
    monkeypatch.setattr(sms.Channel, "send", working)
    failed = Message.objects.get(channel="sms")

    assert (failed.sent_at, failed.attempts, failed.last_error) == (None, 1, "OSError: no gateway")
    assert Message.objects.get(channel="email").sent_at is not None
    actions.deliver("line", at=MONDAY)
    assert actions.still_owed() == 0


def test_mail_reaches_a_real_server(db: None, settings: Settings, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Mailbox(tmp_path / "mail"), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        settings.EMAIL_OUTBOX, settings.EMAIL_BACKEND = False, "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        actions.owe_all([MAIL], reason="line", at=MONDAY)
        actions.deliver("line", at=MONDAY)
    finally:
        controller.stop()

    [mail] = list((tmp_path / "mail" / "new").iterdir())
    assert str(Message.objects.get().id) in mail.read_text()


def test_a_code_that_was_sent_is_kept_nowhere_in_clear(db: None, settings: Settings) -> None:
    actions.owe_all([Letter("sms", "+84987654321", "code", "ma 482913")], reason="code", at=MONDAY)

    actions.deliver("code", at=MONDAY)

    assert texts(settings)[0]["text"] == "ma 482913"
    assert Message.objects.get().text == ""
