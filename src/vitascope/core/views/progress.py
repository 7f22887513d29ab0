"""How much of a video somebody has watched: what a player tells, added up."""

from dataclasses import dataclass
from datetime import datetime

_MOST_SECTIONS = 100
# Players play twice as fast at most, and what they tell is on its way for a while.
_FASTEST = 2.5
_COUNTED_AFTER_S = 10.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Stretches of the video that were watched without a jump: start and end, in seconds.
    ``told_at`` is when the player told of the last one; None before it told anything.
    """

    sections: tuple[tuple[float, float], ...] = ()
    told_at: datetime | None = None

    @property
    def watched_s(self) -> float:
        return sum(end_s - start_s for start_s, end_s in self.sections)


def advance(
    progress: Progress, position_s: float, *, now: datetime, has_jumped: bool = False
) -> Progress:
    """The player is at ``position_s`` now. A jump, and a place before the current stretch,
    begins another one; of more than 100 nothing is kept.

    Nobody watches a minute in a second: a stretch grows by two and a half times what has
    passed since the player last told something, and no faster.
    """
    *done, current = progress.sections or ((position_s, position_s),)
    start_s, end_s = current
    if progress.sections and (has_jumped or position_s < start_s):
        if len(progress.sections) >= _MOST_SECTIONS:
            return progress
        return Progress((*progress.sections, (position_s, position_s)), now)
    passed_s = 0.0 if progress.told_at is None else (now - progress.told_at).total_seconds()
    furthest_s = end_s + _FASTEST * max(0.0, passed_s)
    return Progress((*done, (start_s, min(position_s, furthest_s))), now)


def is_view(watched_s: float, duration_s: float | None) -> bool:
    """Whether that much counts: ten seconds, or more than half of a shorter video."""
    if duration_s is not None and duration_s < _COUNTED_AFTER_S:
        return watched_s > duration_s / 2
    return watched_s >= _COUNTED_AFTER_S
