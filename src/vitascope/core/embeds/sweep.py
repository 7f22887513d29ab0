"""Embed tokens and playback sessions are not kept for ever."""

from datetime import datetime, timedelta

from vitascope.core.embeds.queries import (
    delete_lent_tokens_before,
    delete_tokens_before,
    delete_uncounted_sessions_before,
)
from vitascope.db import Tx

# For so long people read that their link has expired, and not that there never was one. It is
# longer than a session, which may outlive its token.
EXPIRED_KEPT = timedelta(days=7)
# Every look at a page makes one, and nobody has its link.
LENT_KEPT = timedelta(hours=1)
AT_ONCE = 500


def sweep_embeds(tx: Tx, *, now: datetime) -> int:
    """Remove tokens that expired a week ago, lent ones that expired an hour ago unless somebody
    plays on with them, and sessions that are over: up to 500 of each. Returns how many; 0 when
    there are no more.

    Sessions of a token that may begin so many only are kept with it: they would not be counted
    any more.
    """
    lent = delete_lent_tokens_before(tx, now - LENT_KEPT, AT_ONCE, now=now)
    tokens = delete_tokens_before(tx, now - EXPIRED_KEPT, AT_ONCE)
    return lent + tokens + delete_uncounted_sessions_before(tx, now, AT_ONCE)
