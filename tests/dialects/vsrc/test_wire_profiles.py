from typing import Any

import pytest

from vitascope.core.profiles.model import NewProfile, ProfileRung, Recipe
from vitascope.core.settings.model import RungSetting, Settings
from vitascope.dialects.vsrc.documents import Document
from vitascope.dialects.vsrc.input import Problem, Rejected
from vitascope.dialects.vsrc.wire_profiles import (
    ProfileOut,
    Rendition,
    read_profile,
    server_profile,
)

SMALL: dict[str, Any] = {"height": 240, "videoBitrate": 300_000}
LARGE = {
    "height": 720,
    "videoBitrate": 2_000_000,
    "audioBitrate": 160_000,
    "codec": "h264",
    "crf": 20,
    "maxFps": 60,
}


def test_the_server_s_profile_shows_what_it_makes() -> None:
    settings = Settings(
        ladder=(
            RungSetting(height=240, max_bps=300_000),
            RungSetting(height=480, max_bps=700_000, is_on=False),
            RungSetting(height=720, max_bps=2_000_000, crf=20),
        ),
        most_fps=30,
    )

    shown = server_profile(settings, [])

    assert shown == ProfileOut(
        id=1,
        name="default",
        is_default=True,
        renditions=[
            Rendition(height=720, video_bitrate=2_000_000, crf=20, max_fps=30),
            Rendition(height=240, video_bitrate=300_000, audio_bitrate=96_000, max_fps=30),
        ],
        segment_seconds=4,
    )


def test_what_is_left_out_has_its_usual_value() -> None:
    new = read_profile(Document({"name": "Lectures", "renditions": [SMALL, LARGE]}))

    rungs = (
        ProfileRung(height=240, video_bps=300_000),
        ProfileRung(height=720, video_bps=2_000_000, audio_bps=160_000, crf=20),
    )
    assert new == NewProfile(name="Lectures", is_default=False, recipe=Recipe(rungs=rungs))


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"name": 7}, [("name", "name must be a text")]),
        ({"name": None}, [("name", "A profile's name has 1 to 100 characters")]),
        ({"isDefault": "yes"}, [("isDefault", "isDefault must be true or false")]),
        (
            {"renditions": [{"height": "720"}]},
            [("renditions", "renditions must be a list of {height, videoBitrate, …}")],
        ),
        (
            {"renditions": {"height": 720}},
            [("renditions", "renditions must be a list of {height, videoBitrate, …}")],
        ),
        (
            {"renditions": [SMALL, {**LARGE, "maxFps": 25}]},
            [("renditions", "maxFps is the same for all renditions")],
        ),
        ({"renditions": [{**LARGE, "codec": "av1"}]}, [("renditions", "codec must be h264")]),
        ({"segmentSeconds": 2}, [("segmentSeconds", "segmentSeconds is 4 on this server")]),
        ({"renditions": []}, [("renditions", "A profile has 1 to 10 sizes")]),
        (
            {"name": "", "renditions": [SMALL, {**LARGE, "height": 721, "videoBitrate": 1}]},
            [
                ("name", "A profile's name has 1 to 100 characters"),
                ("renditions[1].height", "A height is an even number from 144 to 4320"),
                ("renditions[1].videoBitrate", "A picture takes 50000 to 100000000 bit/s"),
            ],
        ),
        (
            {"renditions": [{**SMALL, "maxFps": 0, "audioBitrate": 1, "crf": 60}]},
            [
                ("renditions[0].maxFps", "Frames a second are 1 to 120"),
                ("renditions[0].audioBitrate", "Sound takes 32000 to 512000 bit/s"),
                ("renditions[0].crf", "A CRF is 0 to 51"),
            ],
        ),
        (
            {"renditions": [{**SMALL, "height": 10**30}]},
            [("renditions[0].height", "A height is an even number from 144 to 4320")],
        ),
    ],
)
def test_every_mistake_is_told_in_the_words_of_the_wire(
    changes: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    given = {"name": "Lectures", "renditions": [SMALL], "segmentSeconds": 4, **changes}

    with pytest.raises(Rejected) as caught:
        read_profile(Document(given))

    assert caught.value.problems == tuple(Problem(*problem) for problem in problems)
