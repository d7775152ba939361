"""E-mail: by SMTP where a server is named, else into the file outbox."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from .. import outbox
from ..models import Message


class Channel:
    """Plain text mail. The Message-ID is the message's own, so a repeated mail is recognised as the same."""

    def send(self, message: Message) -> None:
        """Send one mail.

        :raises OSError, smtplib.SMTPException: the server did not take it.
        """
        domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
        mail = EmailMessage(
            subject=message.subject,
            body=message.text,
            to=[message.address],
            headers={
                "Message-ID": f"<{message.id}@{domain}>",
                "Date": timezone.localtime(message.owed_at).strftime("%a, %d %b %Y %H:%M:%S %z"),
                "Auto-Submitted": "auto-generated",
            },
        )
        if settings.EMAIL_OUTBOX:
            outbox.write("email", f"{message.id}.eml", mail.message().as_bytes())
        else:
            mail.send()
