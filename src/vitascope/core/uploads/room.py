"""May so many bytes come in?"""

from dataclasses import dataclass, replace
from datetime import datetime

from vitascope.base.errors import StorageFull
from vitascope.base.ids import UserId
from vitascope.core.uploads.model import FileTooLarge, Upload, UploadsDisabled
from vitascope.core.uploads.queries import reserved_bytes
from vitascope.core.users.usage import QuotaRule, check_quota
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What there is room for: ``most_bytes`` in one file, ``free_bytes`` on the disk (beyond
    what is to stay free), and how the asker's API counts a quota. Unless it ``is_open``
    nothing new may begin to come in.
    """

    most_bytes: int
    free_bytes: int
    rule: QuotaRule = QuotaRule.BELOW
    is_open: bool = True

    def with_arrived(self, size_bytes: int) -> "Room":
        """The same room for a file of which so many bytes are on the disk already."""
        return replace(self, free_bytes=self.free_bytes + size_bytes)


def check_open(room: Room) -> None:
    """Asked when an upload begins; what has begun may end. Raises UploadsDisabled."""
    if not room.is_open:
        raise UploadsDisabled


def check_room(
    tx: Tx,
    user_id: UserId,
    size_bytes: int,
    room: Room,
    *,
    but: Upload | None = None,
    now: datetime,
) -> None:
    """Asked before bytes are stored, and again when their number is certain. What other
    unfinished uploads of the user will come to counts; ``but`` is the one that asks.

    Raises:
        FileTooLarge: no file may be so large.
        UserQuotaExceeded: the user's quota has no room for it.
        StorageFull: the disk has none.
    """
    if size_bytes > room.most_bytes:
        raise FileTooLarge(size_bytes, room.most_bytes)
    reserved = reserved_bytes(tx, user_id, but=but, now=now)
    check_quota(tx, user_id, size_bytes, reserved_bytes=reserved, rule=room.rule, now=now)
    if size_bytes > room.free_bytes:
        raise StorageFull(
            f"The server has no room for {size_bytes} bytes more: its disk is nearly full"
        )
