"""How often one may ask for a code or fail to sign in. A whole commune may sit behind one address."""

from dataclasses import dataclass
from datetime import datetime

from motcua.common import limits
from motcua.common.errors import TooOften


@dataclass(frozen=True)
class Limit:
    """At most `most` in each window of `seconds`."""

    name: str
    most: int
    seconds: int

    def count(self, what: str, *, at: datetime) -> None:
        """Count one attempt.

        :raises TooOften: it was one too many.
        """
        if not limits.allow(f"{self.name}:{what}", most=self.most, seconds=self.seconds, at=at):
            raise TooOften(limits.window_end(at, self.seconds))

    def require_room(self, what: str, *, at: datetime) -> None:
        """Refuse when another attempt would be one too many; counts nothing.

        :raises TooOften: there is no room left in this window.
        """
        if not limits.peek(f"{self.name}:{what}", most=self.most, seconds=self.seconds, at=at):
            raise TooOften(limits.window_end(at, self.seconds))


CODES_PER_PHONE = Limit("codes-phone", 3, 10 * 60)
CODES_PER_ADDRESS = Limit("codes-address", 60, 10 * 60)
FAILURES_PER_NAME = Limit("sign-in-name", 10, 15 * 60)
FAILURES_PER_ADDRESS = Limit("sign-in-address", 300, 15 * 60)
FAILURES_PER_CODE = Limit("desk-code", 5, 15 * 60)
MAILS_PER_ACCOUNT = Limit("confirm-mail", 5, 60 * 60)
