"""Reading and writing sessions."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, UserId
from vitascope.base.page import Page
from vitascope.core.access.model import (
    Actor,
    ClientInfo,
    CredentialKind,
    OauthClient,
    Permission,
    Session,
    SessionKind,
)
from vitascope.core.access.tables import oauth_clients, sessions
from vitascope.core.accounts.tables import accounts, users
from vitascope.db import Tx

_ALL = frozenset(Permission)
_SHOWN = {
    SessionKind.TOKEN: CredentialKind.TOKEN,
    SessionKind.JWT: CredentialKind.JWT,
    SessionKind.WEB: CredentialKind.TOKEN,
}


# Asked with every request, so it is put together once.
_ACTOR = (
    sa.select(
        sessions.c.id.label("session_id"),
        sessions.c.kind,
        sessions.c.access_expires_at,
        users.c.id,
        users.c.role,
        accounts.c.id.label("account_id"),
    )
    .select_from(sessions)
    .join(users, users.c.id == sessions.c.user_id)
    .join(accounts, accounts.c.user_id == users.c.id)
    .where(sessions.c.access_hash == sa.bindparam("access_hash"), users.c.is_blocked.is_(False))
)


def find_session_actor(tx: Tx, access_hash: bytes) -> tuple[Actor, datetime] | None:
    """The actor of an access token whose user is not blocked, and when it expires."""
    row = tx.execute(_ACTOR, {"access_hash": access_hash}).first()
    if row is None:
        return None
    actor = Actor(
        user_id=UserId(row.id),
        account_id=AccountId(row.account_id),
        role=row.role,
        permissions=_ALL,
        credential=_SHOWN[row.kind],
        credential_id=row.session_id,
    )
    return actor, row.access_expires_at


def insert_session(
    tx: Tx,
    *,
    user_id: UserId,
    kind: SessionKind,
    access_hash: bytes,
    refresh_hash: bytes | None,
    access_expires_at: datetime,
    refresh_expires_at: datetime,
    client: ClientInfo,
    now: datetime,
) -> None:
    tx.execute(
        sessions.insert().values(
            user_id=user_id,
            kind=kind,
            access_hash=access_hash,
            refresh_hash=refresh_hash,
            access_expires_at=access_expires_at,
            refresh_expires_at=refresh_expires_at,
            created_at=now,
            login_address=client.address,
            login_device=client.device,
            last_address=client.address,
            last_device=client.device,
            last_active_at=now,
        )
    )


def take_refresh(tx: Tx, refresh_hash: bytes, now: datetime) -> UserId | None:
    """End the session of an unexpired refresh token and say whose it was."""
    row = tx.execute(
        sessions.delete()
        .where(sessions.c.refresh_hash == refresh_hash, sessions.c.refresh_expires_at > now)
        .returning(sessions.c.user_id)
    ).first()
    return None if row is None else UserId(row.user_id)


def delete_session(tx: Tx, access_hash: bytes) -> bool:
    return (
        tx.execute(sessions.delete().where(sessions.c.access_hash == access_hash)).rowcount > 0
    )


def delete_user_session(tx: Tx, user_id: UserId, session_id: int) -> bool:
    mine = sa.and_(sessions.c.user_id == user_id, sessions.c.id == session_id)
    return tx.execute(sessions.delete().where(mine)).rowcount > 0


def delete_user_sessions(tx: Tx, user_id: UserId, *, keep: int | None = None) -> int:
    """End all sessions of a user but the one numbered ``keep``. Return how many."""
    query = sessions.delete().where(sessions.c.user_id == user_id)
    if keep is not None:
        query = query.where(sessions.c.id != keep)
    return tx.execute(query).rowcount


def delete_sessions_of_kind(tx: Tx, kind: SessionKind) -> int:
    """End all sessions of everybody that are of this kind. Return how many."""
    return tx.execute(sessions.delete().where(sessions.c.kind == kind)).rowcount


def delete_expired_sessions(tx: Tx, now: datetime) -> None:
    # Those that another caller is deleting are left to it.
    expired = sa.select(sessions.c.id).where(sessions.c.refresh_expires_at <= now)
    passed = expired.with_for_update(skip_locked=True)
    tx.execute(sessions.delete().where(sessions.c.id.in_(passed)))


def list_sessions(
    tx: Tx, user_id: UserId, now: datetime, *, start: int = 0, count: int = 15
) -> Page[Session]:
    """Sessions of a user that are still good, the latest login first."""
    mine = sa.and_(sessions.c.user_id == user_id, sessions.c.refresh_expires_at > now)
    rows = tx.execute(
        sa.select(sessions)
        .where(mine)
        .order_by(sessions.c.id.desc())
        .offset(start)
        .limit(count)
    )
    total = tx.execute(sa.select(sa.func.count()).select_from(sessions).where(mine))
    return Page(items=[_session(row) for row in rows], total=total.scalar_one())


def has_session_from(tx: Tx, user_id: UserId, address: str, now: datetime) -> bool:
    """Whether a session of the user that is still good was begun, or last used, there."""
    there = sa.or_(sessions.c.login_address == address, sessions.c.last_address == address)
    good = sa.and_(sessions.c.user_id == user_id, sessions.c.refresh_expires_at > now)
    return tx.execute(sa.select(sessions.c.id).where(good, there).limit(1)).first() is not None


def note_session_use(tx: Tx, session_id: int, client: ClientInfo, now: datetime) -> None:
    tx.execute(
        sessions.update()
        .where(sessions.c.id == session_id)
        .values(last_active_at=now, last_address=client.address, last_device=client.device)
    )


def find_client(tx: Tx) -> OauthClient | None:
    row = tx.execute(sa.select(oauth_clients)).first()
    return None if row is None else OauthClient(id=row.id, secret=row.secret)


def insert_client(tx: Tx, client: OauthClient) -> None:
    tx.execute(oauth_clients.insert().values(id=client.id, secret=client.secret))


def _session(row: sa.Row[Any]) -> Session:
    return Session(
        id=row.id,
        user_id=UserId(row.user_id),
        kind=row.kind,
        created_at=row.created_at,
        login=ClientInfo(address=row.login_address, device=row.login_device),
        last_active_at=row.last_active_at or row.created_at,
        last=ClientInfo(address=row.last_address, device=row.last_device),
    )
