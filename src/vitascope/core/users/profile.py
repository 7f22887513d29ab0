"""What people change about themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import UserId
from vitascope.core.access.attempts import (
    Guesser,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.model import User
from vitascope.core.accounts.names import check_description, check_display_name
from vitascope.core.accounts.queries import (
    find_user_by_email,
    get_user,
    save_profile,
    update_user,
)
from vitascope.core.users.events import EmailVerificationAsked, ProfileChanged
from vitascope.core.users.mailboxes import void_password_codes
from vitascope.db import Database, Tx
from vitascope.jobs import emit


class CurrentPasswordWrong(Forbidden):
    """The password that confirms a change is not the user's."""


class NoPassword(Invalid):
    """The user logs in through another service and has no password to confirm with."""

    def __init__(self) -> None:
        super().__init__("currentPassword", "This user logs in through another service")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanges:
    """UNSET leaves a value as it is. ``preferences`` are fields of that record. A password
    comes hashed; it and the address have been confirmed with :func:`confirm_password`.
    """

    display_name: str | UnsetType = UNSET
    description: str | UnsetType | None = UNSET
    is_email_public: bool | UnsetType = UNSET
    preferences: Mapping[str, Any] | UnsetType = UNSET
    email: str | UnsetType = UNSET
    password_hash: str | UnsetType = UNSET


def me(tx: Tx, actor: Actor) -> User:
    """Raises LoginRequired when nobody known is calling."""
    return get_user(tx, actor.known_user())


def change_me(
    tx: Tx, actor: Actor, changes: ProfileChanges, *, verifies_email: bool, now: datetime
) -> User:
    """Change what is given. Where addresses are verified, a new one waits for that.

    Raises:
        Forbidden: nobody known, or a key.
        Invalid: a value breaks a rule.
        Conflict: the address belongs to another user.
    """
    actor.check_is_person()
    user = get_user(tx, actor.known_user())
    _change_account(tx, user, changes, now)
    values: dict[str, Any] = {}
    if isinstance(changes.is_email_public, bool):
        values["is_email_public"] = changes.is_email_public
    if isinstance(changes.preferences, Mapping):
        values["preferences"] = msgspec.structs.replace(user.preferences, **changes.preferences)
    if isinstance(changes.password_hash, str):
        values["password_hash"] = changes.password_hash
        void_password_codes(tx, user.id)
    if isinstance(changes.email, str) and changes.email != user.email:
        values |= _new_email(tx, user, changes.email, verifies_email=verifies_email)
    return update_user(tx, user.id, now, **values) if values else get_user(tx, user.id)


def confirm_password(
    db: Database, user_id: UserId, password: str, *, address: str, now: datetime
) -> None:
    """Have a user prove once more who is at the keyboard. Wrong guesses are slowed.

    Takes the database rather than a transaction: comparing takes long on purpose.

    Raises:
        CurrentPasswordWrong: another password.
        NoPassword: the user has none.
        TooManyAttempts: too many wrong ones.
    """
    with db.read() as tx:
        user = get_user(tx, user_id)
        guesser = Guesser(name=f"confirm {user.username}", address=address)
        check_attempts(tx, guesser, now=now)
    if user.password_hash is None:
        raise NoPassword
    is_right = verify_password(user.password_hash, password)
    if not is_right:
        with db.begin() as tx:
            note_failure(tx, guesser, now=now)
        raise CurrentPasswordWrong("This is not the current password")
    with db.begin() as tx:
        forget_failures(tx, guesser)


def _change_account(tx: Tx, user: User, changes: ProfileChanges, now: datetime) -> None:
    values: dict[str, Any] = {}
    if isinstance(changes.display_name, str):
        check_display_name("displayName", changes.display_name)
        values["display_name"] = changes.display_name.strip()
    if changes.description is not UNSET:
        check_description(changes.description)
        values["description"] = changes.description
    if values:
        save_profile(tx, user.account.id, now, **values)
        emit(tx, ProfileChanged(account_id=user.account.id))


def _new_email(tx: Tx, user: User, email: str, *, verifies_email: bool) -> dict[str, Any]:
    check_email(email)
    if not verifies_email:
        return {"email": email, "pending_email": None, "email_verified": None}
    if find_user_by_email(tx, email) is not None:
        # Told at once: the mail to the new address would promise what cannot be kept.
        raise Invalid("email", "This address cannot be used")
    emit(tx, EmailVerificationAsked(user_id=user.id, is_pending=True))
    return {"pending_email": email}
