"""Logging in on two pages: the password on the first, the code on the second.

What the first page proved comes back sealed, so that the password is compared once and never
travels again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from vitascope.base.errors import Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access.attempts import (
    Guesser,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.core.access.model import ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.passwords import hash_password, needs_rehash
from vitascope.core.access.sessions import UserBlocked, open_session
from vitascope.core.access.tokens import hash_token
from vitascope.core.access.two_factor import use_code
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user, find_user_by_login, update_user
from vitascope.core.login.password import (
    Attempt,
    LoginRefused,
    TwoFactorRequired,
    TwoFactorWrong,
    log_in,
)
from vitascope.db import Database
from vitascope.db.sealing import SealBroken

LIFETIME = timedelta(minutes=5)
# Other sealed texts go out to people as well, and none may pass for another.
_PURPOSE = "second step of a login"


class SecondStepExpired(Forbidden):
    """The first step is too long ago, or the password has changed since."""


@dataclass(frozen=True, slots=True)
class SecondStep:
    """The password was right. ``ticket`` says so when it comes back with the code; it is
    sealed, and good for :data:`LIFETIME`.
    """

    ticket: str


class _Proved(msgspec.Struct, frozen=True, kw_only=True):
    """``password`` is a fingerprint of the hash: a new password voids the ticket."""

    purpose: str
    login: str
    user_id: int
    password: str


def begin_login(
    db: Database,
    vault: Vault,
    attempt: Attempt,
    *,
    client: ClientInfo,
    verifies_email: bool = False,
    now: datetime,
) -> SessionTokens | SecondStep:
    """Open a session of the pages, or say that a code is needed first.

    Raises as :func:`vitascope.core.login.password.log_in`, but never TwoFactorRequired.
    """
    try:
        return log_in(
            db,
            vault,
            attempt,
            kind=SessionKind.WEB,
            client=client,
            verifies_email=verifies_email,
            now=now,
        )
    except TwoFactorRequired:
        user = _with_good_hash(db, attempt, now)
    proved = _Proved(
        purpose=_PURPOSE,
        login=attempt.login,
        user_id=user.id,
        password=_fingerprint(user),
    )
    return SecondStep(vault.seal(msgspec.json.encode(proved).decode(), now=now))


def finish_login(
    db: Database, vault: Vault, ticket: str, code: str, *, client: ClientInfo, now: datetime
) -> SessionTokens:
    """Open the session that :func:`begin_login` wanted a code for.

    Raises:
        TooManyAttempts: too many wrong codes before.
        SecondStepExpired: the ticket is too old, not ours, or from before a new password.
        UserBlocked: the user may not log in any more.
        TwoFactorWrong: the code is wrong or was used.
    """
    proved = _unseal(vault, ticket, now)
    guesser = Guesser(name=proved.login, address=client.address)
    with db.read() as tx:
        check_attempts(tx, guesser, now=now)
        user = find_user(tx, UserId(proved.user_id))
    if user is None or _fingerprint(user) != proved.password:
        raise SecondStepExpired("The password has changed meanwhile: log in again")
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    with db.begin() as tx:
        if not user.has_two_factor or use_code(tx, vault, user.id, code, now=now):
            forget_failures(tx, guesser)
            return open_session(tx, vault, user, SessionKind.WEB, client, now=now)
        note_failure(tx, guesser, now=now)
    raise TwoFactorWrong("The code is wrong or was used already")


def _with_good_hash(db: Database, attempt: Attempt, now: datetime) -> User:
    """The user, whose password is never at hand again before the next login."""
    with db.read() as tx:
        user = find_user_by_login(tx, attempt.login)
    if user is None:
        raise LoginRefused
    if user.password_hash is None or not needs_rehash(user.password_hash):
        return user
    better = hash_password(attempt.password)
    with db.begin() as tx:
        return update_user(tx, user.id, now, password_hash=better)


def _unseal(vault: Vault, ticket: str, now: datetime) -> _Proved:
    try:
        proved = msgspec.json.decode(
            vault.unseal(ticket, max_age=LIFETIME, now=now), type=_Proved
        )
    except (SealBroken, msgspec.DecodeError) as error:
        raise SecondStepExpired("That took too long: log in again") from error
    if proved.purpose != _PURPOSE:
        raise SecondStepExpired("That took too long: log in again")
    return proved


def _fingerprint(user: User) -> str:
    return hash_token(user.password_hash or "").hex()
