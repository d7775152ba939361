"""SMS. Until a gateway is connected, texts lie in the file outbox."""

import json

from django.utils import timezone

from .. import outbox
from ..models import Message


class Channel:
    """One JSON file per text."""

    def send(self, message: Message) -> None:
        """Write `{"at", "to", "kind", "text"}`; `at` is local time with its offset, `to` is E.164."""
        row = {
            "at": timezone.localtime(message.owed_at).isoformat(timespec="seconds"),
            "to": message.address,
            "kind": message.kind,
            "text": message.text,
        }
        outbox.write("sms", f"{message.id}.json", json.dumps(row, ensure_ascii=False, indent=1).encode() + b"\n")
