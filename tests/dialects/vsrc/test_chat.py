import uuid

import pytest

from vitascope.base.errors import Unavailable
from vitascope.dialects.vsrc.chat import Rooms, Seat

MEDIA, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def told(seat: Seat) -> list[str]:
    return [seat.untold.get_nowait() for _ in range(seat.untold.qsize())]


def test_everybody_in_a_room_is_told_and_nobody_elsewhere() -> None:
    rooms = Rooms(Clock())

    with (
        rooms.joined(MEDIA) as (room, one),
        rooms.joined(MEDIA) as (_, two),
        rooms.joined(OTHER) as (_, elsewhere),
    ):
        room.tell("Hello")

    assert [told(seat) for seat in (one, two, elsewhere)] == [["Hello"], ["Hello"], []]


def test_a_room_is_forgotten_when_its_last_guest_leaves() -> None:
    rooms = Rooms(Clock())
    with rooms.joined(MEDIA) as (first, _), rooms.joined(MEDIA) as (same, _):
        pass

    with rooms.joined(MEDIA) as (later, _):
        found = [same is first, later is first, len(later.seats)]

    assert found == [True, False, 1]


def test_a_guest_who_reads_too_slowly_misses_what_does_not_fit() -> None:
    with Rooms(Clock()).joined(MEDIA) as (room, seat):
        for number in range(150):
            room.tell(str(number))

    assert told(seat) == [str(number) for number in range(100)]


def test_a_guest_speaks_once_a_second() -> None:
    clock = Clock()
    rooms = Rooms(clock)
    with rooms.joined(MEDIA) as (room, seat):
        rooms.check_pace(room, seat)
        clock.now_s = 0.9
        with pytest.raises(Unavailable, match="One message a second"):
            rooms.check_pace(room, seat)
        clock.now_s = 1.0
        rooms.check_pace(room, seat)

    assert seat.spoke_at_s == 1.0


def test_a_room_hears_twenty_messages_a_second() -> None:
    clock = Clock()
    rooms = Rooms(clock)
    with rooms.joined(MEDIA) as (room, late):
        for _ in range(20):
            rooms.check_pace(room, Seat())
        with pytest.raises(Unavailable, match="Everybody speaks at once"):
            rooms.check_pace(room, late)
        clock.now_s = 1.0
        rooms.check_pace(room, late)

    assert late.spoke_at_s == 1.0
