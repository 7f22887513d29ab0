"""Logging in on another service's word (single sign-on)."""

import re
from dataclasses import dataclass
from datetime import datetime

from vitascope.base.errors import Conflict, Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor, ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.sessions import UserBlocked, open_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import (
    find_external_user,
    find_user_by_email,
    get_user,
    insert_external_login,
    is_name_free,
)
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.users.add import Newcomer, add_user
from vitascope.db import Tx

_UNFIT = re.compile(r"[^a-z0-9_]+")
_LONGEST = 40
_MOST_SUFFIX = 999


class ExternalLoginRefused(Forbidden):
    """The service vouches for somebody whom this server does not let in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalIdentity:
    """Whom a service vouches for. ``issuer`` and ``subject`` are what it never gives to
    somebody else; the rest may change.
    """

    issuer: str
    subject: str
    username: str
    display_name: str
    email: str | None
    is_email_verified: bool


def log_in_externally(
    tx: Tx,
    vault: Vault,
    identity: ExternalIdentity,
    *,
    client: ClientInfo,
    policy: SignupPolicy,
    creates_users: bool,
    now: datetime,
) -> SessionTokens:
    """Open a session of the pages for whom the service vouches; a stranger becomes a user
    when ``creates_users`` says so. The second factor is the service's business.

    Raises:
        ExternalLoginRefused: a stranger, and strangers do not become users.
        Conflict: a stranger with the address of somebody who logs in with a password here:
            connecting the two is for that user, logged in.
        UserBlocked: the user is blocked.
    """
    user = _known(tx, identity) or _newcomer(tx, identity, policy, creates_users, now)
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    return open_session(tx, vault, user, SessionKind.WEB, client, now=now)


def connect(tx: Tx, actor: Actor, identity: ExternalIdentity, *, now: datetime) -> None:
    """Let the actor log in by way of the service from now on.

    Raises:
        Forbidden: nobody known, or a key.
        Conflict: the service's user is connected to somebody else here.
    """
    actor.check_is_person()
    user_id = actor.known_user()
    known = find_external_user(tx, identity.issuer, identity.subject)
    if known is not None and known != user_id:
        raise Conflict("Somebody else here is connected to this login already")
    if known is None:
        _connect(tx, user_id, identity, now)


def _known(tx: Tx, identity: ExternalIdentity) -> User | None:
    user_id = find_external_user(tx, identity.issuer, identity.subject)
    return None if user_id is None else get_user(tx, user_id)


def _newcomer(
    tx: Tx,
    identity: ExternalIdentity,
    policy: SignupPolicy,
    creates_users: bool,
    now: datetime,
) -> User:
    if not creates_users:
        raise ExternalLoginRefused("Nobody here is connected to this login")
    email = identity.email
    # An address that matches proves nothing: whoever runs the service, or can register there
    # with any address, would take the user over.
    if email is not None and find_user_by_email(tx, email) is not None:
        raise Conflict(
            "Somebody here has this e-mail address: log in with the password, then connect "
            "this login under Settings, Security"
        )
    name = _free_name(tx, identity)
    newcomer = Newcomer(
        username=name,
        email=email,
        password_hash=None,
        display_name=(identity.display_name or name).strip()[:120] or name,
        email_verified=True if identity.is_email_verified else None,
        quota_bytes=policy.quota_bytes,
        daily_quota_bytes=policy.daily_quota_bytes,
    )
    user = add_user(tx, newcomer, now=now)
    _connect(tx, user.id, identity, now)
    return user


def _connect(tx: Tx, user_id: UserId, identity: ExternalIdentity, now: datetime) -> None:
    insert_external_login(
        tx, user_id, issuer=identity.issuer, subject=identity.subject, now=now
    )


def _free_name(tx: Tx, identity: ExternalIdentity) -> str:
    """The name the user has there, as far as it can be one here.

    Raises:
        Conflict: a thousand users have it already.
    """
    wanted = identity.username or (identity.email or "").partition("@")[0]
    name = _UNFIT.sub("_", wanted.lower())[:_LONGEST].strip("_") or "user"
    for candidate in (name, *(f"{name}_{number}" for number in range(2, _MOST_SUFFIX))):
        if is_name_free(tx, candidate):
            return candidate
    raise Conflict(f"The name {name} is taken")
