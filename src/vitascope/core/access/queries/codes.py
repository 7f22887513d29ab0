"""Reading and writing codes that prove something: mailed ones, and those for recovery."""

from collections.abc import Collection, Iterable
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import UserId
from vitascope.core.access.tables import mailed_codes, recovery_codes
from vitascope.core.accounts.tables import users
from vitascope.db import Tx


def insert_mailed_code(
    tx: Tx, *, code_hash: bytes, purpose: str, subject: int, expires_at: datetime
) -> None:
    tx.execute(
        mailed_codes.insert().values(
            code_hash=code_hash, purpose=purpose, subject=subject, expires_at=expires_at
        )
    )


def take_mailed_code(
    tx: Tx, *, code_hash: bytes, purpose: str, subject: int, now: datetime
) -> bool:
    """Use a code up, and the others of its purpose with it. Return whether it was good."""
    sent = sa.and_(mailed_codes.c.purpose == purpose, mailed_codes.c.subject == subject)
    # All of them are locked in one order: two callers with two codes would otherwise wait for
    # each other.
    rows = tx.execute(
        sa.select(mailed_codes.c.code_hash)
        .where(sent, mailed_codes.c.expires_at > now)
        .order_by(mailed_codes.c.code_hash)
        .with_for_update()
    )
    if code_hash not in set(rows.scalars()):
        return False
    tx.execute(mailed_codes.delete().where(sent))
    return True


def delete_mailed_codes(tx: Tx, purposes: Collection[str], subject: int) -> None:
    tx.execute(
        mailed_codes.delete().where(
            mailed_codes.c.purpose.in_(purposes), mailed_codes.c.subject == subject
        )
    )


def delete_expired_codes(tx: Tx, now: datetime) -> None:
    # Those that another caller is deleting are left to it.
    expired = sa.select(mailed_codes.c.code_hash).where(mailed_codes.c.expires_at <= now)
    passed = expired.with_for_update(skip_locked=True)
    tx.execute(mailed_codes.delete().where(mailed_codes.c.code_hash.in_(passed)))


def set_recovery_codes(tx: Tx, user_id: UserId, hashes: Iterable[bytes]) -> None:
    """Replace the recovery codes of a user."""
    # One after the other, or both of two callers would add theirs.
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    tx.execute(recovery_codes.delete().where(recovery_codes.c.user_id == user_id))
    rows = [{"user_id": user_id, "code_hash": code_hash} for code_hash in hashes]
    if rows:
        tx.execute(recovery_codes.insert(), rows)


def take_recovery_code(tx: Tx, user_id: UserId, code_hash: bytes) -> bool:
    """Use a recovery code up. Return whether there was such a one."""
    taken = tx.execute(
        recovery_codes.delete().where(
            recovery_codes.c.user_id == user_id, recovery_codes.c.code_hash == code_hash
        )
    )
    return taken.rowcount > 0


def count_recovery_codes(tx: Tx, user_id: UserId) -> int:
    query = sa.select(sa.func.count()).select_from(recovery_codes)
    return tx.execute(query.where(recovery_codes.c.user_id == user_id)).scalar_one()
