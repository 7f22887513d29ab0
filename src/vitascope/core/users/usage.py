"""How much room users take, and how much they may."""

from datetime import datetime, timedelta

from vitascope.base.errors import QuotaExceeded
from vitascope.base.ids import UserId
from vitascope.core.accounts.queries import get_user
from vitascope.core.users import queries
from vitascope.core.users.model import Usage
from vitascope.db import Tx

DAY = timedelta(hours=24)


class UserQuotaExceeded(QuotaExceeded):
    """What a user may keep, or may add within a day, would be passed."""


def user_usage(tx: Tx, user_id: UserId, *, now: datetime) -> Usage:
    """What the videos of a user take up now."""
    return queries.get_usage(tx, user_id, now - DAY)


def check_quota(tx: Tx, user_id: UserId, size_bytes: int, *, now: datetime) -> None:
    """May the user add ``size_bytes``? Reaching a quota exactly is too much, as PeerTube has
    it (facts: 01-auth-users, section 6).

    Raises:
        UserQuotaExceeded: the total or the daily quota would be reached.
    """
    user = get_user(tx, user_id)
    if user.quota_bytes is None and user.daily_quota_bytes is None:
        return
    usage = user_usage(tx, user_id, now=now)
    for used, limit in (
        (usage.total_bytes, user.quota_bytes),
        (usage.daily_bytes, user.daily_quota_bytes),
    ):
        if limit is not None and used + size_bytes >= limit:
            raise UserQuotaExceeded(used=used, limit=limit, unit="bytes")
