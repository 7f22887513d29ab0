"""Chats: a room for each video, of this process, forgotten when its last guest leaves."""

import asyncio
import uuid
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vitascope.base.errors import Unavailable

_MOST_UNTOLD = 100
_PAUSE_S = 1.0
_MOST_IN_A_SECOND = 20


class Seat:
    """One guest of a room: what it is yet to be told, oldest first."""

    def __init__(self) -> None:
        self.untold: asyncio.Queue[str] = asyncio.Queue(_MOST_UNTOLD)
        self.spoke_at_s = float("-inf")

    def tell(self, text: str) -> None:
        """A guest who reads too slowly misses what does not fit."""
        if not self.untold.full():
            self.untold.put_nowait(text)


class Room:
    def __init__(self) -> None:
        self.seats: set[Seat] = set()
        self.said_at_s: deque[float] = deque(maxlen=_MOST_IN_A_SECOND)

    def tell(self, text: str) -> None:
        """Everybody in the room, also who said it."""
        for seat in self.seats:
            seat.tell(text)


class Rooms:
    """``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._rooms: dict[uuid.UUID, Room] = {}

    @contextmanager
    def joined(self, media: uuid.UUID) -> Iterator[tuple[Room, Seat]]:
        """A seat in the room of ``media`` for as long as the block is not left."""
        room, seat = self._rooms.setdefault(media, Room()), Seat()
        room.seats.add(seat)
        try:
            yield room, seat
        finally:
            room.seats.discard(seat)
            if not room.seats:
                del self._rooms[media]

    def check_pace(self, room: Room, seat: Seat) -> None:
        """Count something that is about to be said.

        Raises:
            Unavailable: this guest or the whole room speaks too fast; it is not counted.
        """
        now_s = self._clock()
        if now_s - seat.spoke_at_s < _PAUSE_S:
            raise Unavailable("One message a second", retry_after_s=1)
        if len(room.said_at_s) == _MOST_IN_A_SECOND and now_s - room.said_at_s[0] < 1:
            raise Unavailable("Everybody speaks at once: say it again", retry_after_s=1)
        seat.spoke_at_s = now_s
        room.said_at_s.append(now_s)
