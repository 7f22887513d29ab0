"""What proves who somebody is, beside the password."""

from datetime import datetime

import sqlalchemy as sa

from vitascope.base.errors import Conflict
from vitascope.base.ids import UserId
from vitascope.core.accounts.tables import external_logins, users
from vitascope.db import Tx


def find_otp_secret(tx: Tx, user_id: UserId) -> str | None:
    """Sealed; None for users without two-factor login."""
    row = tx.execute(sa.select(users.c.otp_secret).where(users.c.id == user_id)).first()
    return None if row is None else row.otp_secret


def begin_otp(tx: Tx, user_id: UserId, sealed_secret: str, step: int) -> bool:
    """Return False, and change nothing, when the user has a secret already."""
    without = sa.and_(users.c.id == user_id, users.c.otp_secret.is_(None))
    begun = users.update().where(without)
    values = {"otp_secret": sealed_secret, "otp_last_step": step}
    return tx.execute(begun.values(**values)).rowcount > 0


def end_otp(tx: Tx, user_id: UserId) -> None:
    ended = users.update().where(users.c.id == user_id)
    tx.execute(ended.values(otp_secret=None, otp_last_step=None))


def take_otp_step(tx: Tx, user_id: UserId, step: int) -> bool:
    """Use the code of a time step up. Return False when it, or a later one, was used: of two
    callers at once one is told so.
    """
    unused = sa.or_(users.c.otp_last_step.is_(None), users.c.otp_last_step < step)
    taken = users.update().where(users.c.id == user_id, unused)
    return tx.execute(taken.values(otp_last_step=step)).rowcount > 0


def get_feed_serial(tx: Tx, user_id: UserId) -> int:
    """What the feed token is computed from."""
    query = sa.select(users.c.feed_serial).where(users.c.id == user_id)
    serial: int = tx.execute(query).scalar_one()
    return serial


def set_feed_serial(tx: Tx, user_id: UserId, serial: int) -> None:
    tx.execute(users.update().where(users.c.id == user_id).values(feed_serial=serial))


def find_external_user(tx: Tx, issuer: str, subject: str) -> UserId | None:
    """Whom another service knows as ``subject``."""
    row = tx.execute(
        sa.select(external_logins.c.user_id).where(
            external_logins.c.issuer == issuer, external_logins.c.subject == subject
        )
    ).first()
    return None if row is None else UserId(row.user_id)


def has_external_login(tx: Tx, user_id: UserId) -> bool:
    """Whether another service vouches for the user."""
    query = sa.select(external_logins.c.user_id).where(external_logins.c.user_id == user_id)
    return tx.execute(query.limit(1)).first() is not None


def insert_external_login(
    tx: Tx, user_id: UserId, *, issuer: str, subject: str, now: datetime
) -> None:
    """Raises Conflict when the service knows another user by that."""
    row = {"user_id": user_id, "issuer": issuer, "subject": subject, "created_at": now}
    try:
        with tx.begin_nested():
            tx.execute(external_logins.insert().values(**row))
    except sa.exc.IntegrityError as error:
        raise Conflict("Another user is connected with this login already") from error
