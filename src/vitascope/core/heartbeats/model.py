"""What a heartbeat is."""

from dataclasses import dataclass
from datetime import datetime

from vitascope.base.errors import Forbidden, QuotaExceeded
from vitascope.base.ids import HeartbeatId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """The player posts to ``url``, ``per_minute`` times a minute, where it is, and the value
    that the page's query has for ``query_name`` under the name ``field_name``.
    """

    id: HeartbeatId
    user_id: UserId
    name: str
    url: str
    per_minute: int
    query_name: str
    field_name: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHeartbeat:
    """What its owner says of a heartbeat, see :class:`Heartbeat`."""

    name: str
    url: str
    per_minute: int
    query_name: str
    field_name: str


class HeartbeatsDisabled(Forbidden):
    """The administrators let this user have none."""


class TooManyHeartbeats(QuotaExceeded):
    """The user has as many as allowed."""

    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="heartbeats")
