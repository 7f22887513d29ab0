"""How far ffmpeg has come, as it says on its progress pipe."""

from collections.abc import Callable
from dataclasses import dataclass

PROGRESS_FLAGS = ("-progress", "pipe:1", "-stats_period", "0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """``out_time_ms`` of the result exist; ``speed`` is 2.0 at twice the playing speed."""

    out_time_ms: int
    speed: float
    frame: int


OnProgress = Callable[[Progress], None]


class ProgressReader:
    """Gathers ffmpeg's ``key=value`` lines and tells ``report`` at the end of each block."""

    def __init__(self, report: OnProgress) -> None:
        self._report = report
        self._values: dict[str, str] = {}

    def __call__(self, line: str) -> None:
        key, _, value = line.partition("=")
        self._values[key.strip()] = value.strip()
        if key != "progress":
            return
        self._report(
            Progress(
                # `out_time_ms` counts microseconds too; this one is named for what it is.
                out_time_ms=int(max(self._number("out_time_us"), 0)) // 1000,
                speed=self._number("speed"),
                frame=int(self._number("frame")),
            )
        )
        self._values.clear()

    def _number(self, key: str) -> float:
        # Everything is "N/A" until the first packet is written.
        try:
            return float(self._values.get(key, "").rstrip("x"))
        except ValueError:
            return 0.0
