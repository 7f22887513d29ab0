"""What was translated for nothing is not kept for ever."""

from datetime import datetime, timedelta

from vitascope.core.translations.queries import delete_failed_texts
from vitascope.db import Tx

FAILED_KEPT = timedelta(days=30)
AT_ONCE = 500


def sweep_texts(tx: Tx, *, now: datetime) -> int:
    """Remove texts of translations that failed more than 30 days ago, up to 500: whoever asks
    again pays for them again. Returns how many; 0 when there are no more.
    """
    return delete_failed_texts(tx, now - FAILED_KEPT, AT_ONCE)
