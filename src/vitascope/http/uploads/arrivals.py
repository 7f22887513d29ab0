"""Bytes of uploads, counted as they arrive."""

from vitascope.base.ids import AccountId
from vitascope.core.accounts.queries import get_user
from vitascope.core.stats.count import Count
from vitascope.core.stats.model import Meter
from vitascope.core.uploads.model import Upload
from vitascope.db import Tx
from vitascope.http.metering import Metering


class Arrivals:
    """A digest of a sink: it counts what it sees for the account that sends it."""

    def __init__(self, metering: Metering, account_id: AccountId) -> None:
        self._metering = metering
        self._account_id = account_id

    def update(self, data: bytes) -> None:
        count_arrived(self._metering, self._account_id, len(data))


def count_arrived(metering: Metering, account_id: AccountId, size_bytes: int) -> None:
    """What becomes of the bytes, and whether they are of use, plays no part."""
    metering.note(Count(meter=Meter.UPLOAD, account_id=account_id, amount=size_bytes))


def sender(tx: Tx, upload: Upload) -> AccountId:
    """Whose upload it is."""
    return get_user(tx, upload.user_id).account.id
