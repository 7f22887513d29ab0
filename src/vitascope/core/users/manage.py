"""What those who manage users do to them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import UserId
from vitascope.base.page import Page
from vitascope.core.access.model import Actor, Right
from vitascope.core.access.queries.sessions import delete_user_sessions
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.users import queries
from vitascope.core.users.events import UserBlockChanged
from vitascope.core.users.mailboxes import void_password_codes
from vitascope.core.users.model import UserEntry
from vitascope.core.users.queries import UserSelection
from vitascope.core.users.usage import user_usage
from vitascope.db import Tx
from vitascope.jobs import emit

ROOT = "root"
_SHORTEST_REASON, _LONGEST_REASON = 3, 250


class RootIsProtected(Invalid):
    """The first administrator cannot be blocked, deleted or degraded: somebody has to be
    able to get in.
    """

    def __init__(self) -> None:
        super().__init__("id", "The user root cannot be blocked, deleted or degraded")


@dataclass(frozen=True, slots=True, kw_only=True)
class UserChanges:
    """UNSET leaves a value as it is. A password comes hashed."""

    password_hash: str | UnsetType = UNSET
    email: str | UnsetType | None = UNSET
    email_verified: bool | UnsetType | None = UNSET
    role: Role | UnsetType = UNSET
    quota_bytes: int | UnsetType | None = UNSET
    daily_quota_bytes: int | UnsetType | None = UNSET
    skips_review: bool | UnsetType = UNSET
    allowances: Allowances | UnsetType = UNSET

    def columns(self) -> dict[str, Any]:
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in values.items() if value is not UNSET}


def managed_user(tx: Tx, actor: Actor, user_id: UserId) -> User:
    """A user whom ``actor`` may change.

    Raises:
        Forbidden: the actor may not manage that user.
        NotFound: no such user.
    """
    # Asked first, so that nobody learns which users there are.
    actor.check_manages_role(Role.USER)
    user = get_user(tx, user_id)
    actor.check_manages_role(user.role)
    return user


def see_users(tx: Tx, actor: Actor, wanted: UserSelection) -> Page[UserEntry]:
    """Raises Forbidden unless ``actor`` manages users."""
    actor.check_manages_role(Role.USER)
    return queries.list_users(tx, wanted)


def see_user(tx: Tx, actor: Actor, user_id: UserId, *, now: datetime) -> UserEntry:
    """A user with what the user's videos take up.

    Raises:
        Forbidden: the actor does not manage users.
        NotFound: no such user.
    """
    actor.check_manages_role(Role.USER)
    user = get_user(tx, user_id)
    return UserEntry(user=user, usage=user_usage(tx, user_id, now=now))


def change_user(
    tx: Tx, actor: Actor, user_id: UserId, changes: UserChanges, *, now: datetime
) -> User:
    """Change a user. A new password or role ends the user's sessions.

    Raises:
        Forbidden, NotFound: as :func:`managed_user`.
        RootIsProtected: the role of the first administrator.
        Invalid: an address that breaks the rules.
        Conflict: the address belongs to another user.
    """
    user = managed_user(tx, actor, user_id)
    if isinstance(changes.role, Role) and changes.role is not user.role:
        actor.check_manages_role(changes.role)
        if user.username == ROOT:
            raise RootIsProtected
    if isinstance(changes.email, str):
        check_email(changes.email)
    if changes.password_hash is not UNSET:
        # Before the user, as whoever resets a password does: neither waits for the other.
        void_password_codes(tx, user_id)
    changed = update_user(tx, user_id, now, **changes.columns())
    if changes.password_hash is not UNSET or changed.role is not user.role:
        delete_user_sessions(tx, user_id)
    return changed


def block_user(
    tx: Tx, actor: Actor, user_id: UserId, *, reason: str | None = None, now: datetime
) -> None:
    """Keep a user out: sessions end, keys open nothing, and the user is told.

    Raises:
        Forbidden, NotFound: as :func:`managed_user`.
        RootIsProtected: the first administrator.
        Invalid: a reason of another length than 3 to 250 characters.
    """
    if reason is not None and not _SHORTEST_REASON <= len(reason) <= _LONGEST_REASON:
        raise Invalid("reason", "A reason has 3 to 250 characters")
    user = managed_user(tx, actor, user_id)
    if user.username == ROOT:
        raise RootIsProtected
    if actor.is_user(user_id):
        raise Forbidden("Nobody can block themselves")
    update_user(tx, user_id, now, is_blocked=True, blocked_reason=reason)
    delete_user_sessions(tx, user_id)
    emit(tx, UserBlockChanged(user_id=user_id, is_blocked=True, reason=reason))


def unblock_user(tx: Tx, actor: Actor, user_id: UserId, *, now: datetime) -> None:
    """Let a user in again, who is told. Raises Forbidden, NotFound as :func:`managed_user`."""
    user = managed_user(tx, actor, user_id)
    if not user.is_blocked:
        return
    update_user(tx, user_id, now, is_blocked=False, blocked_reason=None)
    emit(tx, UserBlockChanged(user_id=user_id, is_blocked=False, reason=None))


def user_for_self_or_manager(tx: Tx, actor: Actor, user_id: UserId) -> User:
    """The user, for that user and for those who may change that user.

    Raises:
        Forbidden: the actor is neither, or a key.
    """
    actor.check_is_person()
    if actor.known_user() == user_id:
        return get_user(tx, user_id)
    if not actor.may(Right.MANAGE_USERS):
        raise Forbidden("Only this user and those who manage users may do that")
    return managed_user(tx, actor, user_id)
