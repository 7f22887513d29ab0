"""Which challenges were solved already."""

from datetime import datetime

from vitascope.core.captcha.tables import spent_challenges
from vitascope.db import Tx, insert_new


def spend(tx: Tx, challenge_id: str, expires_at: datetime) -> bool:
    """Note that a challenge was solved. False when it had been before."""
    return insert_new(
        tx, spent_challenges, "id", {"id": challenge_id, "expires_at": expires_at}
    )


def forget_expired(tx: Tx, *, now: datetime) -> None:
    """Forget those that open nothing any more."""
    tx.execute(spent_challenges.delete().where(spent_challenges.c.expires_at <= now))
