"""What an encoding profile may say."""

from collections.abc import Iterator

from vitascope.core.profiles.model import NewProfile, ProfileRung, Recipe

LONGEST_NAME, MOST_RUNGS = 100, 10
HEIGHTS = (144, 4320)
VIDEO_BPS = (50_000, 100_000_000)
AUDIO_BPS = (32_000, 512_000)
CRF = (0, 51)
FPS = (1, 120)


def faults_of(new: NewProfile) -> dict[str, str]:
    """A sentence for each field that breaks a rule, under names such as ``rungs[0].height``;
    empty when all is well.
    """
    return dict(_faults(new))


def tidied(new: NewProfile) -> NewProfile:
    """A profile without faults as it is kept: the largest size first."""
    rungs = sorted(new.recipe.rungs, key=lambda rung: rung.height, reverse=True)
    recipe = Recipe(rungs=tuple(rungs), most_fps=new.recipe.most_fps)
    return NewProfile(name=new.name.strip(), is_default=new.is_default, recipe=recipe)


def _faults(new: NewProfile) -> Iterator[tuple[str, str]]:
    name, rungs = new.name.strip(), new.recipe.rungs
    if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
        yield "name", f"A profile's name has 1 to {LONGEST_NAME} characters"
    if not 1 <= len(rungs) <= MOST_RUNGS:
        yield "rungs", f"A profile has 1 to {MOST_RUNGS} sizes"
        return
    if len({rung.height for rung in rungs}) < len(rungs):
        yield "rungs", "A profile has each size once"
    if not _is_within(new.recipe.most_fps, FPS):
        yield "most_fps", f"Frames a second are {FPS[0]} to {FPS[1]}"
    for number, rung in enumerate(rungs):
        for field, sentence in _rung_faults(rung):
            yield f"rungs[{number}].{field}", sentence


def _rung_faults(rung: ProfileRung) -> Iterator[tuple[str, str]]:
    if rung.height % 2 or not _is_within(rung.height, HEIGHTS):
        yield "height", f"A height is an even number from {HEIGHTS[0]} to {HEIGHTS[1]}"
    if not _is_within(rung.video_bps, VIDEO_BPS):
        yield "video_bps", f"A picture takes {VIDEO_BPS[0]} to {VIDEO_BPS[1]} bit/s"
    if not _is_within(rung.audio_bps, AUDIO_BPS):
        yield "audio_bps", f"Sound takes {AUDIO_BPS[0]} to {AUDIO_BPS[1]} bit/s"
    if rung.crf is not None and not _is_within(rung.crf, CRF):
        yield "crf", f"A CRF is {CRF[0]} to {CRF[1]}"


def _is_within(number: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= number <= bounds[1]
