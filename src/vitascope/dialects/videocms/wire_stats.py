"""Shapes of the statistics. Timestamps are milliseconds since 1970."""

from collections.abc import Mapping, Sequence
from typing import Self

from msgspec import Struct, field

from vitascope.core.stats.gauges import Average
from vitascope.core.stats.model import Gauge
from vitascope.core.stats.series import Point
from vitascope.core.stats.top import Place, Ranking
from vitascope.dialects.videocms.wire import go_name

_NOBODYS = 0
# What is said of those whose name nobody knows any more.
_NAMELESS = {
    Ranking.FILES: "Unknown File",
    Ranking.USERS: "Deleted User",
    Ranking.HOSTS: "Unknown",
}


class AmountOut(Struct, rename=go_name):
    """``bytes`` are seconds where time is counted."""

    timestamp: int
    bytes: int


class TrafficOut(Struct, rename=go_name):
    """All series of amounts have this name."""

    traffic: list[AmountOut]

    @classmethod
    def of(cls, points: Sequence[Point]) -> Self:
        return cls([AmountOut(start_ms, amount) for start_ms, amount in points])


class PlaceOut(Struct, rename=go_name):
    """``id`` is 0 for a user who is gone."""

    id: int
    name: str
    value: int = field(name="value")

    @classmethod
    def of(cls, place: Place, ranking: Ranking) -> Self:
        return cls(place.id or _NOBODYS, place.name or _NAMELESS[ranking], place.amount)


class ValueOut(Struct, rename=go_name):
    timestamp: int
    value: float


class SystemOut(Struct, rename=go_name, kw_only=True):
    """Percents, bytes a second, and how many pieces of work wait or run."""

    cpu: list[ValueOut]
    mem: list[ValueOut]
    net_out: list[ValueOut]
    net_in: list[ValueOut]
    disk_w: list[ValueOut]
    disk_r: list[ValueOut]
    waiting_video: list[ValueOut] = field(name="ENCQualityQueue")
    waiting_audio: list[ValueOut] = field(name="ENCAudioQueue")
    waiting_captions: list[ValueOut] = field(name="ENCSubtitleQueue")

    @classmethod
    def of(cls, averages: Mapping[Gauge, Sequence[Average]]) -> Self:
        found = {
            gauge: [ValueOut(start_ms, value) for start_ms, value in mine]
            for gauge, mine in averages.items()
        }
        return cls(
            cpu=found[Gauge.CPU],
            mem=found[Gauge.MEMORY],
            net_out=found[Gauge.NET_OUT],
            net_in=found[Gauge.NET_IN],
            disk_w=found[Gauge.DISK_WRITE],
            disk_r=found[Gauge.DISK_READ],
            waiting_video=found[Gauge.WAITING_VIDEO],
            waiting_audio=found[Gauge.WAITING_AUDIO],
            waiting_captions=found[Gauge.WAITING_CAPTIONS],
        )
