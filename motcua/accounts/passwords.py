"""Passwords: argon2id at the OWASP parameters (Django's default would cost 100 MiB a sign-in), and what is refused."""

from django.contrib.auth import password_validation
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Argon2id(Argon2PasswordHasher):
    """m = 19 MiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet)."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class LongEnough(password_validation.MinimumLengthValidator):
    """Length is what counts; the words say how to get it."""

    def get_error_message(self) -> str:
        """In our words."""
        return _("Mật khẩu cần ít nhất %(count)s ký tự. Ghép ba từ dễ nhớ cũng được") % {"count": self.min_length}


class NotGuessedFirst(password_validation.CommonPasswordValidator):
    """None of the passwords that everybody tries."""

    def get_error_message(self) -> str:
        """In our words."""
        return _("Mật khẩu này nhiều người dùng nên dễ bị đoán. Ghép ba từ dễ nhớ thì an toàn hơn")


def check_new(password: str, *numbers: str) -> None:
    """Refuse a weak password, and one that is the person's own ID number or phone.

    :raises ValidationError: why, in words.
    """
    password_validation.validate_password(password)
    digits = "".join(letter for letter in password if letter.isdigit())
    if any(number and digits.endswith(number[-9:]) and len(password) <= len(digits) + 3 for number in numbers):
        raise ValidationError(_("Mật khẩu không được là số định danh hoặc số điện thoại"), code="own_number")
