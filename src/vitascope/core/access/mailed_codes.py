"""Codes sent by mail: whoever brings one back can read that mailbox."""

from datetime import datetime, timedelta
from enum import StrEnum

from vitascope.base.errors import Forbidden
from vitascope.core.access.queries import codes as queries
from vitascope.core.access.tokens import draw_token, hash_token
from vitascope.db import Tx


class Purpose(StrEnum):
    """What a code proves, and of whom: a user's, or a registration's."""

    VERIFY_EMAIL = "verify_email"
    VERIFY_PENDING_EMAIL = "verify_pending_email"
    VERIFY_REGISTRATION = "verify_registration"
    RESET_PASSWORD = "reset_password"  # noqa: S105 -- a word, not a password
    CREATE_PASSWORD = "create_password"  # noqa: S105 -- a word, not a password


_LIFETIMES = {Purpose.CREATE_PASSWORD: timedelta(days=7)}
_LIFETIME = timedelta(hours=1)


class CodeRefused(Forbidden):
    """The code is wrong, was used, or is too old."""


def draw_mailed_code(
    tx: Tx, purpose: Purpose, subject: int, *, address: str = "", now: datetime
) -> str:
    """A code to send; only its hash is kept. Earlier ones stay good until they expire.

    With an ``address`` it proves nothing about another one, should the subject change it.
    """
    code = draw_token()
    queries.delete_expired_codes(tx, now)
    queries.insert_mailed_code(
        tx,
        code_hash=_hash(code, address),
        purpose=purpose,
        subject=subject,
        expires_at=now + _LIFETIMES.get(purpose, _LIFETIME),
    )
    return code


def use_mailed_code(
    tx: Tx, purpose: Purpose, subject: int, code: str, *, address: str = "", now: datetime
) -> None:
    """Use a code up, and void the others of its purpose.

    Raises:
        CodeRefused: the code is wrong, was used, or is too old.
    """
    hashed = _hash(code, address)
    if not queries.take_mailed_code(
        tx, code_hash=hashed, purpose=purpose, subject=subject, now=now
    ):
        raise CodeRefused("This link is wrong, was used already or is too old: ask for another")


def void_mailed_codes(tx: Tx, subject: int, *purposes: Purpose) -> None:
    """Make codes that are on their way open nothing."""
    queries.delete_mailed_codes(tx, purposes, subject)


def _hash(code: str, address: str) -> bytes:
    return hash_token(f"{code} {address}")
