import pytest
from tests.factories import NOON

from vitascope.base.ids import VideoId
from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind
from vitascope.dialects.vsrc.pace import Pace, TooManyEvents, size_bytes
from vitascope.http.limit_memory import MemoryLimiter

HERE, THERE = "192.0.2.1", "198.51.100.1"


@pytest.fixture
def pace() -> Pace:
    return Pace(MemoryLimiter(clock=lambda: 0, wall_clock=lambda: 0))


async def test_an_address_tells_256_kibibytes_a_minute(pace: Pace) -> None:
    for _ in range(512):
        await pace.check_bytes(HERE, 512)

    with pytest.raises(TooManyEvents) as refused:
        await pace.check_bytes(HERE, 1024)
    await pace.check_bytes(THERE, 1024)

    assert refused.value.retry_after_s == 60


async def test_addresses_of_one_network_count_together(pace: Pace) -> None:
    await pace.check_bytes("2001:db8::1", 256 * 1024)

    with pytest.raises(TooManyEvents):
        await pace.check_bytes("2001:db8::2", 1024)


@pytest.mark.parametrize("address", ["", HERE])
async def test_nobody_is_counted_without_an_address_or_a_limiter(
    pace: Pace, address: str
) -> None:
    uncounted = Pace(None) if address else pace

    for _ in range(100):
        await uncounted.check_bytes(address, 256 * 1024)
        await uncounted.check_events(address, 100)
        await uncounted.check_question(address)


def test_what_an_event_says_takes_room() -> None:
    event = PlayerEvent(
        video_id=VideoId(1), session="s" * 100, kind=PlayerEventKind.PLAY, at=NOON
    )
    longer = PlayerEvent(
        video_id=VideoId(1),
        session="s" * 100,
        kind=PlayerEventKind.PLAY,
        at=NOON,
        message="m" * 1000,
        extra={"a": "x" * 2000},
    )

    sizes = [size_bytes(event), size_bytes(longer)]

    assert [round(size, -2) for size in sizes] == [200, 3200]
