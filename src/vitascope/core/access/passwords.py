"""Passwords at rest: Argon2id, OWASP's second profile (19 MiB, two passes)."""

import argon2

_HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Compared against when there is no such user, so that both answers take the same time.
_NOBODY = _HASHER.hash("nobody has this password")


def hash_password(password: str) -> str:
    return _HASHER.hash(password)


def verify_password(password_hash: str | None, password: str) -> bool:
    """Costs one Argon2 run whether or not there is a hash to compare with."""
    try:
        return _HASHER.verify(password_hash or _NOBODY, password) and password_hash is not None
    except argon2.exceptions.VerificationError:
        return False
