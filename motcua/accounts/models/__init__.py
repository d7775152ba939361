"""People: their accounts, what an officer verified, the roles they hold, the codes they were sent."""

from .account import Account, AccountManager, Verification
from .authenticator import Authenticator
from .change import Change
from .code import PhoneCode, Purpose
from .role import Role, RoleHeld
from .session import Session

__all__ = [
    "Account",
    "AccountManager",
    "Authenticator",
    "Change",
    "PhoneCode",
    "Purpose",
    "Role",
    "RoleHeld",
    "Session",
    "Verification",
]
