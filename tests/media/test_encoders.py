from dataclasses import replace

import pytest

from vitascope.media.encoders import ENCODERS, Aim, usable_encoders
from vitascope.media.ffmpeg import Tools

AIM = Aim(max_bps=1_000_000, fps=25.0, threads=2)


@pytest.mark.parametrize("name", sorted(ENCODERS))
def test_every_encoder_names_its_library_and_keeps_to_the_rate(name: str) -> None:
    words = ENCODERS[name].options(AIM)

    assert words[0] == "-c:v"
    assert "1000000" in words


def test_the_default_adds_no_keyframes_of_its_own() -> None:
    assert ENCODERS["h264"].options(AIM) == [
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "23"),
        *("-maxrate", "1000000", "-bufsize", "2000000"),
        *("-profile:v", "high", "-threads", "2"),
        *("-g", "250", "-keyint_min", "1", "-sc_threshold", "0"),
    ]


@pytest.mark.parametrize(
    ("name", "flag", "usual"),
    [
        ("h264", "-crf", "23"),
        ("hevc", "-crf", "26"),
        ("av1", "-crf", "35"),
        ("vp9", "-crf", "33"),
        ("h264-nvenc", "-cq", "25"),
    ],
)
def test_a_quality_is_the_encoders_own_unless_one_is_asked_for(
    name: str, flag: str, usual: str
) -> None:
    asked = [ENCODERS[name].options(replace(AIM, crf=crf)) for crf in (None, 30, 0)]

    found = [words[words.index(flag) + 1] for words in asked]
    # At 0 the file would be lossless, which browsers do not play.
    assert found == [usual, "30", "1"]


@pytest.mark.media
async def test_the_encoders_in_software_work_everywhere(tools: Tools) -> None:
    usable = [encoder.name for encoder in await usable_encoders(tools)]

    assert usable[:4] == ["h264", "hevc", "av1", "vp9"]


@pytest.mark.media
async def test_an_ffmpeg_that_cannot_start_has_no_encoders() -> None:
    nothing = Tools(ffmpeg="/bin/false")

    assert await usable_encoders(nothing) == ()
