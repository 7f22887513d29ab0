"""Logging in with a password, and with a code where the user wants that."""

from dataclasses import dataclass
from datetime import datetime

from vitascope.base.errors import Forbidden
from vitascope.core.access.attempts import (
    Guesser,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.core.access.model import ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.passwords import hash_password, needs_rehash, verify_password
from vitascope.core.access.queries.sessions import has_session_from
from vitascope.core.access.sessions import UserBlocked, open_session
from vitascope.core.access.two_factor import use_code
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user, find_user_by_login, update_user
from vitascope.core.registration.model import RegistrationState
from vitascope.core.registration.queries import find_registration_by_login
from vitascope.db import Database


class LoginRefused(Forbidden):
    """Unknown user or wrong password: both say the same and take the same time."""

    def __init__(self) -> None:
        super().__init__("The username or the password is wrong")


class EmailUnverified(Forbidden):
    """The user has to verify the e-mail address first."""


class RegistrationPending(Forbidden):
    """Nobody has answered the user's request to join yet."""


class RegistrationRejected(Forbidden):
    """The user's request to join was turned down."""


class TwoFactorRequired(Forbidden):
    """The password is right, and a code is needed beside it."""


class TwoFactorWrong(Forbidden):
    """The password is right, the code is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What somebody types: a username or e-mail address, the password, and a code of the app
    or for recovery where one is asked for.
    """

    login: str
    password: str
    code: str | None = None


def log_in(
    db: Database,
    vault: Vault,
    attempt: Attempt,
    *,
    kind: SessionKind,
    client: ClientInfo,
    verifies_email: bool = False,
    now: datetime,
) -> SessionTokens:
    """Open a session.

    Takes the database rather than a transaction: comparing a password takes long on purpose,
    and nobody may wait for that. It is compared once.

    Raises:
        TooManyAttempts: too many wrong ones before.
        LoginRefused: unknown user or wrong password.
        RegistrationPending, RegistrationRejected: the user is not one yet.
        UserBlocked, EmailUnverified: the user may not log in.
        TwoFactorRequired, TwoFactorWrong: the code.
    """
    with db.read() as tx:
        user = find_user_by_login(tx, attempt.login)
        asked = None if user is not None else find_registration_by_login(tx, attempt.login)
        guesser = Guesser(
            name=attempt.login,
            address=client.address,
            is_at_home=user is not None and has_session_from(tx, user.id, client.address, now),
        )
        check_attempts(tx, guesser, now=now)
    is_right = verify_password(user.password_hash if user else None, attempt.password)
    if user is None or not is_right:
        with db.begin() as tx:
            note_failure(tx, guesser, now=now)
        _explain(None if asked is None else asked.state)
        raise LoginRefused
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    if verifies_email and user.email_verified is False:
        raise EmailUnverified("The e-mail address is not verified yet")
    _check_code(db, vault, user, attempt, guesser, now)
    better_hash = _better_hash(user, attempt.password)
    with db.begin() as tx:
        if not _is_still_good(find_user(tx, user.id), user, attempt.password):
            raise LoginRefused
        forget_failures(tx, guesser)
        if better_hash is not None:
            update_user(tx, user.id, now, password_hash=better_hash)
        return open_session(tx, vault, user, kind, client, now=now)


def _explain(state: RegistrationState | None) -> None:
    if state is RegistrationState.PENDING:
        raise RegistrationPending("Your request to join has not been answered yet")
    if state is RegistrationState.REJECTED:
        raise RegistrationRejected("Your request to join was turned down")


def _check_code(
    db: Database, vault: Vault, user: User, attempt: Attempt, guesser: Guesser, now: datetime
) -> None:
    if not user.has_two_factor:
        return
    if not attempt.code:
        raise TwoFactorRequired("Send the code that your app shows as well")
    with db.begin() as tx:
        is_right = use_code(tx, vault, user.id, attempt.code, now=now)
        if not is_right:
            note_failure(tx, guesser, now=now)
    if not is_right:
        raise TwoFactorWrong("The code is wrong or was used already")


def _is_still_good(current: User | None, user: User, password: str) -> bool:
    """Whether the user was neither blocked nor given another password meanwhile."""
    if current is None or current.is_blocked:
        return False
    if current.password_hash == user.password_hash:
        return True
    # Rare: a login at the same time may have replaced an old hash of the same password.
    return verify_password(current.password_hash, password)


def _better_hash(user: User, password: str) -> str | None:
    """One of ours in place of another program's, or of one with weaker settings."""
    known = user.password_hash
    return hash_password(password) if known is not None and needs_rehash(known) else None
