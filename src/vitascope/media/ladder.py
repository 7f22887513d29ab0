"""Which sizes a video is made in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

_AUDIO_BPS = 128_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """``height`` is the shorter side in pixels, so an upright 1080x1920 is 1080p as well.

    ``video_bps`` is the most the picture may take at up to 30 frames a second. ``crf`` is the
    encoder's constant quality, None for what the encoder is best left at.
    """

    height: int
    video_bps: int
    audio_bps: int = _AUDIO_BPS
    crf: int | None = None


DEFAULT_LADDER = (
    Rung(height=2160, video_bps=16_000_000),
    Rung(height=1440, video_bps=9_000_000),
    Rung(height=1080, video_bps=5_000_000),
    Rung(height=720, video_bps=2_800_000),
    Rung(height=480, video_bps=1_400_000),
    Rung(height=360, video_bps=800_000),
    Rung(height=240, video_bps=400_000, audio_bps=96_000),
)

# A rung this close below the source's own size would cost an encode nobody can tell apart.
_TOO_CLOSE = 0.95


def rungs_for(
    ladder: Sequence[Rung], shorter_side: int, *, keep_source_size: bool = True
) -> tuple[Rung, ...]:
    """The rungs a source deserves, best first: never larger than it, and at least one.

    With ``keep_source_size`` the first is the source's own size, whatever the ladder's top is;
    without it, only when the ladder has nothing as small.
    """
    own = _own_rung(ladder, max(2, shorter_side // 2 * 2))
    by_height = sorted(ladder, key=lambda rung: rung.height, reverse=True)
    fitting = [rung for rung in by_height if rung.height <= own.height]
    if not keep_source_size and fitting:
        return tuple(fitting)
    return (own, *(rung for rung in fitting if rung.height < own.height * _TOO_CLOSE))


def _own_rung(ladder: Sequence[Rung], height: int) -> Rung:
    """A rung of any height, with its share of the bits of the nearest rung above it, and the
    quality of that.
    """
    above = [rung for rung in ladder if rung.height >= height]
    near = min(above, key=lambda r: r.height) if above else max(ladder, key=lambda r: r.height)
    pixels = (height / near.height) ** 2
    return replace(near, height=height, video_bps=round(near.video_bps * pixels))


def usual_audio_bps(height: int) -> int:
    """What the sound beside a rung of that height takes when nobody says anything else."""
    usual = {rung.height: rung.audio_bps for rung in DEFAULT_LADDER}
    return usual.get(height, _AUDIO_BPS)
