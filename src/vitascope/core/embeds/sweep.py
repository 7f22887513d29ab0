"""Embed tokens and playback sessions are not kept for ever."""

from datetime import datetime, timedelta

from vitascope.core.embeds.queries import (
    delete_tokens_before,
    delete_uncounted_sessions_before,
)
from vitascope.db import Tx

# For so long people read that their link has expired, and not that there never was one. It is
# longer than a session, which may outlive its token.
EXPIRED_KEPT = timedelta(days=7)


def sweep_embeds(tx: Tx, *, now: datetime) -> int:
    """Remove tokens that expired a week ago, and sessions that are over; returns how many.

    Sessions of a token that may begin so many only are kept with it: they would not be counted
    any more.
    """
    tokens = delete_tokens_before(tx, now - EXPIRED_KEPT)
    return tokens + delete_uncounted_sessions_before(tx, now)
