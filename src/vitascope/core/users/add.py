"""A new user, with the account and the channel that come along."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from vitascope.base.errors import Conflict, Invalid
from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import check_password_rules, hash_password
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.accounts.names import check_display_name, check_handle
from vitascope.core.accounts.queries import insert_user, is_name_free, take_name
from vitascope.core.channels.queries import insert_channel
from vitascope.core.users.events import PasswordResetAsked
from vitascope.db import Tx
from vitascope.jobs import emit

_MOST_SUFFIX = 29


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What a new user is made from. Quotas are bytes, None for unlimited.

    ``email_verified`` is None where nobody is asked to verify. Without ``channel_name`` the
    channel is called after the user.
    """

    username: str
    email: str | None
    password_hash: str | None
    role: Role = Role.USER
    display_name: str = ""
    email_verified: bool | None = None
    quota_bytes: int | None = None
    daily_quota_bytes: int | None = None
    skips_review: bool = False
    allowances: Allowances = Allowances()
    channel_name: str = ""
    channel_display_name: str = ""


def create_user(tx: Tx, actor: Actor, newcomer: Newcomer, *, now: datetime) -> User:
    """Add a user on behalf of somebody who manages users.

    Without a password hash the user is sent a link to choose a password.

    Raises:
        Forbidden: the actor may not add such users.
        Invalid, Conflict: as :func:`add_user`.
    """
    actor.check_manages_role(newcomer.role)
    user = add_user(tx, newcomer, now=now)
    if user.password_hash is None:
        emit(tx, PasswordResetAsked(user_id=user.id, is_first=True))
    return user


def add_user(tx: Tx, newcomer: Newcomer, *, now: datetime) -> User:
    """Add a user with an account of the same name and a channel.

    Raises:
        Invalid: a name or address that breaks the rules.
        Conflict: the name or the e-mail address is taken.
    """
    check_newcomer(newcomer)
    take_name(tx, newcomer.username)
    user = insert_user(
        tx,
        username=newcomer.username,
        email=newcomer.email,
        password_hash=newcomer.password_hash,
        role=newcomer.role,
        display_name=newcomer.display_name or newcomer.username,
        email_verified=newcomer.email_verified,
        quota_bytes=newcomer.quota_bytes,
        daily_quota_bytes=newcomer.daily_quota_bytes,
        skips_review=newcomer.skips_review,
        allowances=newcomer.allowances,
        now=now,
    )
    channel = newcomer.channel_name or free_channel_name(tx, newcomer.username)
    take_name(tx, channel)
    insert_channel(
        tx,
        account_id=user.account.id,
        name=channel,
        display_name=newcomer.channel_display_name or f"Main {newcomer.username} channel",
        now=now,
    )
    return user


def check_newcomer(newcomer: Newcomer) -> None:
    """Raises Invalid for a name or address that breaks the rules."""
    check_handle("username", newcomer.username)
    if newcomer.email is not None:
        check_email(newcomer.email)
    if newcomer.display_name:
        check_display_name("display_name", newcomer.display_name)
    if newcomer.channel_name:
        check_handle("channel_name", newcomer.channel_name)
        if newcomer.channel_name == newcomer.username:
            raise Invalid("channel_name", "A channel cannot have the name of its user")
        check_display_name("channel_display_name", newcomer.channel_display_name)


def register_user(
    tx: Tx, *, username: str, email: str | None, password: str, role: Role, now: datetime
) -> User:
    """As :func:`add_user`, for a password in clear.

    Raises:
        Invalid: a name or password that breaks the rules.
        Conflict: the name or the e-mail address is taken.
    """
    check_password_rules(password)
    newcomer = Newcomer(
        username=username, email=email, password_hash=hash_password(password), role=role
    )
    return add_user(tx, newcomer, now=now)


def free_channel_name(tx: Tx, username: str) -> str:
    """``<username>_channel``, or with a number when that is taken.

    Raises:
        Conflict: so many are taken that something is wrong.
    """
    # Cut, because a channel's name has no more room than a user's.
    name = f"{username[:39]}_channel"
    for candidate in (name, *(f"{name}-{number}" for number in range(1, _MOST_SUFFIX + 1))):
        if is_name_free(tx, candidate):
            return candidate
    raise Conflict(f"The name {name} is taken: name a channel yourself")


def draw_password() -> str:
    """A password to hand out once."""
    return secrets.token_urlsafe(12)
