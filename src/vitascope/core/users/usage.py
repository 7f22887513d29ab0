"""How much room users take, and how much they may."""

from datetime import datetime, timedelta
from enum import Enum

from vitascope.base.errors import QuotaExceeded
from vitascope.base.ids import UserId
from vitascope.core.accounts.queries import get_user
from vitascope.core.users import queries
from vitascope.core.users.model import Usage
from vitascope.db import Tx

DAY = timedelta(hours=24)


class UserQuotaExceeded(QuotaExceeded):
    """What a user may keep, or may add within a day, would be passed by ``needed`` more."""

    def __init__(
        self, *, used: int, limit: int, unit: str = "bytes", needed: int | None = None
    ) -> None:
        super().__init__(used=used, limit=limit, unit=unit)
        if needed is not None:
            self.message = (
                f"The quota has no room for {needed} {unit}: {used} of {limit} are used"
            )


def user_usage(tx: Tx, user_id: UserId, *, now: datetime) -> Usage:
    """What the videos of a user take up now."""
    return queries.get_usage(tx, user_id, now - DAY)


class QuotaRule(Enum):
    """Whether a quota may be used up. PeerTube's may not (facts: 01-auth-users, section 6),
    VideoCMS's may.
    """

    BELOW = "below"
    UP_TO = "up to"


def check_quota(
    tx: Tx,
    user_id: UserId,
    size_bytes: int,
    *,
    reserved_bytes: int = 0,
    rule: QuotaRule = QuotaRule.BELOW,
    now: datetime,
) -> None:
    """May the user add ``size_bytes``, beside ``reserved_bytes`` that are promised already?

    Raises:
        UserQuotaExceeded: the total or the daily quota has no room for it.
    """
    user = get_user(tx, user_id)
    if user.quota_bytes is None and user.daily_quota_bytes is None:
        return
    usage = user_usage(tx, user_id, now=now)
    # Of whole bytes, reaching the limit is passing the one below it.
    spare = 1 if rule is QuotaRule.BELOW else 0
    for kept, limit in (
        (usage.total_bytes, user.quota_bytes),
        (usage.daily_bytes, user.daily_quota_bytes),
    ):
        used = kept + reserved_bytes
        if limit is not None and used + size_bytes + spare > limit:
            raise UserQuotaExceeded(used=used, limit=limit, needed=size_bytes)
