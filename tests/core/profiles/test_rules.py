from dataclasses import replace

import pytest
from msgspec import structs

from vitascope.core.profiles.model import NewProfile, ProfileRung, Recipe
from vitascope.core.profiles.rules import faults_of, tidied

LARGE = ProfileRung(height=720, video_bps=2_000_000)
SMALL = ProfileRung(height=240, video_bps=300_000, audio_bps=64_000, crf=30)
GOOD = NewProfile(
    name="Lectures", is_default=False, recipe=Recipe(rungs=(LARGE, SMALL), most_fps=25)
)


def with_rung(**values: object) -> NewProfile:
    rungs = (LARGE, structs.replace(SMALL, **values))
    return replace(GOOD, recipe=Recipe(rungs=rungs))


def with_rungs(*rungs: ProfileRung) -> NewProfile:
    return replace(GOOD, recipe=Recipe(rungs=rungs))


@pytest.mark.parametrize(
    "new",
    [
        GOOD,
        replace(GOOD, name="n" * 100),
        with_rung(height=144, video_bps=50_000, audio_bps=32_000, crf=0),
        with_rung(height=4320, video_bps=100_000_000, audio_bps=512_000, crf=51),
        with_rungs(*(ProfileRung(height=200 + 2 * n, video_bps=90_000) for n in range(10))),
    ],
)
def test_a_profile_within_the_rules_has_no_faults(new: NewProfile) -> None:
    assert faults_of(new) == {}


@pytest.mark.parametrize(
    ("new", "fields"),
    [
        (replace(GOOD, name=" "), ["name"]),
        (replace(GOOD, name="n" * 101), ["name"]),
        (replace(GOOD, name="a\0b"), ["name"]),
        (with_rungs(), ["rungs"]),
        (
            with_rungs(*(structs.replace(LARGE, height=200 + 2 * n) for n in range(11))),
            ["rungs"],
        ),
        (with_rungs(LARGE, structs.replace(SMALL, height=720)), ["rungs"]),
        (with_rung(height=143), ["rungs[1].height"]),
        (with_rung(height=241), ["rungs[1].height"]),
        (with_rung(height=4322), ["rungs[1].height"]),
        (with_rung(video_bps=49_999), ["rungs[1].video_bps"]),
        (with_rung(video_bps=100_000_001), ["rungs[1].video_bps"]),
        (with_rung(audio_bps=31_999), ["rungs[1].audio_bps"]),
        (with_rung(audio_bps=512_001), ["rungs[1].audio_bps"]),
        (with_rung(crf=-1), ["rungs[1].crf"]),
        (with_rung(crf=52), ["rungs[1].crf"]),
        (replace(GOOD, recipe=Recipe(rungs=(LARGE,), most_fps=0)), ["most_fps"]),
        (replace(GOOD, recipe=Recipe(rungs=(LARGE,), most_fps=121)), ["most_fps"]),
        (
            replace(with_rung(height=1, crf=99), name=""),
            ["name", "rungs[1].height", "rungs[1].crf"],
        ),
    ],
)
def test_every_fault_is_told_by_its_field(new: NewProfile, fields: list[str]) -> None:
    assert list(faults_of(new)) == fields


def test_a_profile_is_kept_with_its_largest_size_first() -> None:
    kept = tidied(replace(with_rungs(SMALL, LARGE), name=" Lectures "))

    assert kept == replace(GOOD, recipe=Recipe(rungs=(LARGE, SMALL)))
