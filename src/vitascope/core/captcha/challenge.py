"""Our own captcha: a little work that a browser does by itself, and that costs a flood of
requests dearly. Nobody else hears of it.

A challenge is ``salt.expiry.bits.signature``. A number solves it: the SHA-256 of the salt and
the number, both as text, has to begin with that many zero bits. The answer is the challenge, a
dot and the number.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vitascope.core.access.vault import Vault
from vitascope.core.captcha.model import CaptchaWrong
from vitascope.core.captcha.queries import forget_expired, spend
from vitascope.db import Tx

BITS = 18
"""A quarter of a million tries on average: about a second of a phone."""

LIFETIME = timedelta(minutes=10)
_SALT_BYTES = 16
_PARTS = 5
# Larger numbers would take a second block of the hash, which our solver does not do.
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """``text`` is what the answer begins with."""

    text: str
    salt: str
    bits: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Solved:
    """A challenge that somebody has worked for."""

    salt: str
    expires_at: datetime


def new_challenge(vault: Vault, *, now: datetime, bits: int = BITS) -> Challenge:
    """A challenge of this server's. Nothing of it is kept before it is solved."""
    salt, expires_at = secrets.token_hex(_SALT_BYTES), now + LIFETIME
    signed = f"{salt}.{int(expires_at.timestamp())}.{bits}"
    text = f"{signed}.{_signature(vault, signed)}"
    return Challenge(text=text, salt=salt, bits=bits, expires_at=expires_at)


def read_answer(vault: Vault, answer: str, *, now: datetime) -> Solved:
    """The challenge that ``answer`` solves.

    Raises:
        CaptchaWrong: it solves no challenge of ours, or came too late.
    """
    parts = answer.split(".")
    if len(parts) != _PARTS or not answer.isascii():
        raise CaptchaWrong
    salt, expiry, bits, signature, number = parts
    expected = _signature(vault, f"{salt}.{expiry}.{bits}")
    if not hmac.compare_digest(expected, signature):
        raise CaptchaWrong
    expires_at = datetime.fromtimestamp(int(expiry), UTC)
    if now >= expires_at or not _solves(salt, number, int(bits)):
        raise CaptchaWrong
    return Solved(salt, expires_at)


def spend_solved(tx: Tx, solved: Solved, *, now: datetime) -> None:
    """Let it open once.

    Raises:
        CaptchaWrong: it has done so already.
    """
    forget_expired(tx, now=now)
    if not spend(tx, solved.salt, solved.expires_at):
        raise CaptchaWrong


def _solves(salt: str, number: str, bits: int) -> bool:
    if not number.isdigit() or len(number) > _MOST_DIGITS:
        return False
    digest = hashlib.sha256(f"{salt}{number}".encode()).digest()
    return int.from_bytes(digest, "big") >> (8 * len(digest) - bits) == 0


def _signature(vault: Vault, signed: str) -> str:
    return hmac.new(vault.captcha_key, signed.encode(), hashlib.sha256).hexdigest()
