"""Passwords at rest: Argon2id, OWASP's second profile (19 MiB, two passes).

Hashes that other programs made with bcrypt are understood, and replaced at the next login.
"""

import secrets

import argon2
import bcrypt

from vitascope.base.errors import Invalid

SHORTEST, LONGEST = 6, 255

_HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Compared against when there is no such user, so that both answers take the same time.
_NOBODY = _HASHER.hash(secrets.token_hex())
_BCRYPT = ("$2a$", "$2b$", "$2y$")
# All that bcrypt looks at; programs that use it cut the rest off silently.
_BCRYPT_BYTES = 72


def check_password_rules(password: str, *, field: str = "password") -> None:
    """Raises Invalid when ``password`` is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(field, f"A password has {SHORTEST} to {LONGEST} characters")


def check_hash(password_hash: str) -> None:
    """Raises Invalid when ``password_hash`` is of no kind that is understood here."""
    if not password_hash.startswith((*_BCRYPT, "$argon2id$")):
        raise Invalid("password_hash", "Only hashes of bcrypt and Argon2id can be taken over")


def hash_password(password: str) -> str:
    return _HASHER.hash(password)


def verify_password(password_hash: str | None, password: str) -> bool:
    """Costs one run of the hash, an Argon2 one when there is nothing to compare with."""
    if password_hash and password_hash.startswith(_BCRYPT):
        return _verify_bcrypt(password_hash, password)
    try:
        return _HASHER.verify(password_hash or _NOBODY, password)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def needs_rehash(password_hash: str) -> bool:
    """True for a hash that a new one should replace once the password is at hand."""
    return password_hash.startswith(_BCRYPT) or _HASHER.check_needs_rehash(password_hash)


def _verify_bcrypt(password_hash: str, password: str) -> bool:
    # $2y$ is what PHP writes; it is the same algorithm as $2b$.
    known = password_hash.replace("$2y$", "$2b$", 1).encode()
    try:
        return bcrypt.checkpw(password.encode()[:_BCRYPT_BYTES], known)
    except ValueError:
        return False
