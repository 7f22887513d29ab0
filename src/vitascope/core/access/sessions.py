"""Sessions: what a login gives, and what ends it."""

import secrets
from datetime import datetime, timedelta

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import UserId
from vitascope.base.page import Page
from vitascope.core.access.jwt import mint_jwt
from vitascope.core.access.model import (
    Actor,
    ClientInfo,
    CredentialKind,
    OauthClient,
    Right,
    Session,
    SessionKind,
    SessionTokens,
)
from vitascope.core.access.queries import sessions as queries
from vitascope.core.access.tokens import draw_token, hash_token
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user, get_user, note_login
from vitascope.db import Tx

ACCESS_LIFETIME = timedelta(days=1)
REFRESH_LIFETIME = timedelta(days=14)
JWT_LIFETIME = timedelta(days=7)
# A signed token can be exchanged for a new one when this much or less is left of it.
JWT_RENEWABLE = timedelta(minutes=5)
WEB_LIFETIME = timedelta(days=14)


class RefreshRefused(Forbidden):
    """The refresh token is unknown, used or has expired."""


class UserBlocked(Forbidden):
    """The user may not log in at all."""


class TooEarly(Forbidden):
    """A signed token is exchanged only shortly before it expires, at ``expires_at``."""

    def __init__(self, expires_at: datetime) -> None:
        super().__init__(f"This token is good until {expires_at:%Y-%m-%d %H:%M:%S} UTC")
        self.expires_at = expires_at


def open_session(
    tx: Tx, vault: Vault, user: User, kind: SessionKind, client: ClientInfo, *, now: datetime
) -> SessionTokens:
    """Begin a session of somebody who has proved who they are."""
    tokens = _draw(vault, user, kind, now)
    refresh = tokens.refresh_token
    note_login(tx, user.id, now)
    queries.delete_expired_sessions(tx, now)
    queries.insert_session(
        tx,
        user_id=user.id,
        kind=kind,
        access_hash=hash_token(tokens.access_token),
        refresh_hash=None if refresh is None else hash_token(refresh),
        access_expires_at=tokens.access_expires_at,
        refresh_expires_at=tokens.refresh_expires_at,
        client=client,
        now=now,
    )
    return tokens


def refresh_session(
    tx: Tx, vault: Vault, refresh_token: str, client: ClientInfo, *, now: datetime
) -> SessionTokens:
    """Exchange a refresh token for a new session; the old one ends.

    Raises:
        RefreshRefused: unknown, expired or used token.
        UserBlocked: its user is blocked.
    """
    user_id = queries.take_refresh(tx, hash_token(refresh_token), now)
    user = None if user_id is None else find_user(tx, user_id)
    if user is None:
        raise RefreshRefused("The refresh token is unknown or has expired")
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    return open_session(tx, vault, user, SessionKind.TOKEN, client, now=now)


def renew_jwt(
    tx: Tx, vault: Vault, token: str, client: ClientInfo, *, now: datetime
) -> SessionTokens:
    """Exchange a signed token that is about to expire; the old one is good until then.

    Raises:
        RefreshRefused: unknown or expired.
        TooEarly: it is good for more than :data:`JWT_RENEWABLE`.
    """
    found = queries.find_session_actor(tx, hash_token(token))
    is_signed = found is not None and found[0].credential is CredentialKind.JWT
    if found is None or not is_signed or found[1] <= now:
        raise RefreshRefused("The token is unknown or has expired")
    actor, expires_at = found
    if expires_at - now > JWT_RENEWABLE:
        raise TooEarly(expires_at)
    user = get_user(tx, actor.known_user())
    return open_session(tx, vault, user, SessionKind.JWT, client, now=now)


def end_session(tx: Tx, access_token: str) -> bool:
    """Forget a session. Return False when it was not known."""
    return queries.delete_session(tx, hash_token(access_token))


def list_user_sessions(
    tx: Tx, actor: Actor, user_id: UserId, *, start: int = 0, count: int = 15, now: datetime
) -> Page[Session]:
    """The sessions of a user, for that user and for those who manage such users.

    Raises:
        Forbidden: the actor is neither.
        NotFound: no such user.
    """
    _check_manages(tx, actor, user_id)
    return queries.list_sessions(tx, user_id, now, start=start, count=count)


def end_user_session(tx: Tx, actor: Actor, user_id: UserId, session_id: int) -> None:
    """End one session of a user.

    Raises:
        Forbidden: as :func:`list_user_sessions`.
        NotFound: no such user, or the user has no such session.
    """
    _check_manages(tx, actor, user_id)
    if not queries.delete_user_session(tx, user_id, session_id):
        raise NotFound("session", session_id)


def end_other_sessions(tx: Tx, actor: Actor) -> int:
    """End all sessions of the actor but the one that is calling. Return how many.

    Raises:
        Forbidden: the actor is nobody known, or a key.
    """
    actor.check_is_person()
    return queries.delete_user_sessions(tx, actor.known_user(), keep=actor.credential_id)


def end_signed_sessions(tx: Tx) -> int:
    """End everybody's sessions that have a signed token. Return how many. Whoever calls has
    found out that the caller may.
    """
    return queries.delete_sessions_of_kind(tx, SessionKind.JWT)


def get_client(tx: Tx) -> OauthClient:
    """The one client program that PeerTube's clients log in as; made at the first start.

    Raises:
        LookupError: the instance was never set up.
    """
    client = queries.find_client(tx)
    if client is None:
        raise LookupError("no OAuth client: the instance is not set up")
    return client


def make_client(tx: Tx) -> None:
    """Create the client unless there is one."""
    if queries.find_client(tx) is None:
        queries.insert_client(
            tx, OauthClient(id=secrets.token_hex(16), secret=secrets.token_hex(16))
        )


def _check_manages(tx: Tx, actor: Actor, user_id: UserId) -> None:
    actor.check_is_person()
    if actor.known_user() == user_id:
        return
    if not actor.may(Right.MANAGE_USERS):
        raise Forbidden("Only this user and those who manage users may do that")
    actor.check_manages_role(get_user(tx, user_id).role)


def _draw(vault: Vault, user: User, kind: SessionKind, now: datetime) -> SessionTokens:
    if kind is SessionKind.JWT:
        # Whole seconds, as the token itself has them.
        expires = (now + JWT_LIFETIME).replace(microsecond=0)
        return SessionTokens(
            access_token=mint_jwt(vault, user, expires),
            refresh_token=None,
            access_expires_at=expires,
            refresh_expires_at=expires,
        )
    if kind is SessionKind.WEB:
        expires = now + WEB_LIFETIME
        return SessionTokens(
            access_token=draw_token(),
            refresh_token=None,
            access_expires_at=expires,
            refresh_expires_at=expires,
        )
    return SessionTokens(
        access_token=draw_token(),
        refresh_token=draw_token(),
        access_expires_at=now + ACCESS_LIFETIME,
        refresh_expires_at=now + REFRESH_LIFETIME,
    )
