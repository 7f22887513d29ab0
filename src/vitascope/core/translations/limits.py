"""How much a user may have translated."""

from datetime import datetime, timedelta

from vitascope.base.ids import UserId
from vitascope.core.translations.model import TooManyTranslations
from vitascope.core.translations.queries import count_characters, count_open
from vitascope.db import Tx

MOST_OPEN = 5
_DAY = timedelta(days=1)


def check_open(tx: Tx, user_id: UserId) -> None:
    """Raises TooManyTranslations when as many of the user's are being made as may be."""
    used = count_open(tx, user_id)
    if used >= MOST_OPEN:
        raise TooManyTranslations(used=used, limit=MOST_OPEN, unit="translations at once")


def check_characters(tx: Tx, user_id: UserId, needed: int, *, most: int, now: datetime) -> None:
    """See that ``needed`` more characters may be translated for the user: at most ``most`` in
    24 hours, 0 for no limit.

    Raises:
        TooManyTranslations: they may not.
    """
    if not most:
        return
    used = count_characters(tx, user_id, now - _DAY)
    if used + needed > most:
        raise TooManyTranslations(
            used=used, limit=most, unit="characters that are translated in 24 hours"
        )
