"""Identifiers: UUIDv7 made in Python, so rows sort by birth on every PostgreSQL from 15 on."""

import uuid

from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A fresh UUIDv7 (RFC 9562, section 5.7) as a plain `uuid.UUID`."""
    return compat.uuid7()
