"""What `motcua run` prints once the first page is served: the address and, in a demo, who can sign in."""

from collections.abc import Iterable, Mapping

from .address import Address

COLUMNS = {"role": "role", "login": "login", "password": "password", "totp_secret": "TOTP secret", "agency": "agency"}


def announcement(address: Address, people: Iterable[Mapping[str, str | None]]) -> str:
    """The lines to print; the address stands alone on its line."""
    rows = [dict(COLUMNS), *people]
    if len(rows) == 1:
        return f"\nMột Cửa is running:\n{address.public}/\n"
    widths = {key: max(len(row.get(key) or "–") for row in rows) for key in COLUMNS}
    table = "\n".join("  ".join((row.get(key) or "–").ljust(widths[key]) for key in COLUMNS).rstrip() for row in rows)
    return (
        f"\nMột Cửa is running:\n{address.public}/\n\n"
        f"DEMO accounts; officers enter at {address.public}/can-bo/\n{table}\n"
        "The code of the moment for an officer: .venv/bin/motcua demo-code LOGIN\n"
    )
