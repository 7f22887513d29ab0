"""Sessions: a password becomes tokens, a token becomes an actor."""

import hashlib
import secrets
from datetime import datetime, timedelta

from vitascope.base.errors import Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access import queries
from vitascope.core.access.model import Actor, OauthClient, SessionTokens
from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.queries import find_user, find_user_by_login, note_login
from vitascope.db import Database, Tx

ACCESS_LIFETIME = timedelta(days=1)
REFRESH_LIFETIME = timedelta(days=14)


def log_in(db: Database, login: str, password: str, *, now: datetime) -> SessionTokens:
    """Open a session for a username or e-mail address.

    Takes the database rather than a transaction: comparing a password takes a third of a
    second on purpose, and nobody may wait for that.

    Raises:
        Forbidden: unknown user, wrong password (both say the same) or a blocked user.
    """
    with db.read() as tx:
        user = find_user_by_login(tx, login)
    if not verify_password(user.password_hash if user else None, password) or user is None:
        raise Forbidden("The username or the password is wrong")
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    with db.begin() as tx:
        return _open_session(tx, user.id, now)


def refresh_session(tx: Tx, refresh_token: str, *, now: datetime) -> SessionTokens:
    """Exchange a refresh token for a new session; the old one ends.

    Raises:
        Forbidden: unknown, expired or used token, or a blocked user.
    """
    user_id = queries.take_refresh(tx, hash_token(refresh_token), now)
    user = None if user_id is None else find_user(tx, user_id)
    if user is None:
        raise Forbidden("The refresh token is unknown or has expired")
    if user.is_blocked:
        raise UserBlocked("This user is blocked")
    return _open_session(tx, user.id, now)


def end_session(tx: Tx, access_token: str) -> bool:
    """Forget a session. Return False when it was not known."""
    return queries.delete_session(tx, hash_token(access_token))


def find_actor(tx: Tx, access_token: str, *, now: datetime) -> Actor | None:
    """Who holds this access token; None when it is unknown or expired."""
    return queries.find_session_actor(tx, hash_token(access_token), now)


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


def hash_token(token: str) -> bytes:
    """Tokens have 160 random bits or more, so one unsalted SHA-256 is enough."""
    return hashlib.sha256(token.encode()).digest()


class UserBlocked(Forbidden):
    pass


def _open_session(tx: Tx, user_id: UserId, now: datetime) -> SessionTokens:
    # 40 hex characters: by this shape the dispatcher knows a PeerTube token.
    tokens = SessionTokens(
        access_token=secrets.token_hex(20),
        refresh_token=secrets.token_hex(20),
        access_expires_at=now + ACCESS_LIFETIME,
        refresh_expires_at=now + REFRESH_LIFETIME,
    )
    queries.delete_expired_sessions(tx, now)
    queries.insert_session(
        tx,
        user_id=user_id,
        access_hash=hash_token(tokens.access_token),
        refresh_hash=hash_token(tokens.refresh_token),
        access_expires_at=tokens.access_expires_at,
        refresh_expires_at=tokens.refresh_expires_at,
        now=now,
    )
    note_login(tx, user_id, now)
    return tokens
