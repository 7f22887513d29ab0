from dataclasses import replace

import pytest

from vitascope.core.uploads.usual import Unusual, check_usual, usual_type
from vitascope.media.probe import Probe, VideoStream

ENDINGS = (
    "mp4 mkv webm avi mov ts m4v 3gp 3g2 wmv mpg mpeg asf flv f4v m2ts mts vob mxf divx ogv "
    "rm rmvb dv"
)
PICTURE = VideoStream(
    index=0,
    codec="h264",
    pix_fmt="yuv420p",
    width=640,
    height=360,
    coded_width=640,
    coded_height=360,
    fps=30.0,
    bit_rate_bps=1,
)
FILM = Probe(container="mov", duration_ms=1000, size_bytes=1, video=PICTURE)


@pytest.mark.parametrize("ending", ENDINGS.split())
def test_the_endings_of_videos_are_taken_in_any_case(ending: str) -> None:
    types = {usual_type(f"film.{ending}"), usual_type(f"a.b.{ending.upper()}")}

    assert len(types) == 1


@pytest.mark.parametrize("name", ["film", "mp4", "film.", "film.txt", "film.mp4.exe", ".mp3"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(Unusual, match=r"^Video extension is not supported$"):
        usual_type(name)


@pytest.mark.parametrize(
    "film",
    [
        FILM,
        replace(FILM, duration_ms=1),
        replace(FILM, duration_ms=36_000_000),
        replace(FILM, video=replace(PICTURE, fps=0.0)),
        replace(FILM, video=replace(PICTURE, fps=120.0)),
        replace(FILM, video=replace(PICTURE, width=50, height=8000)),
    ],
)
def test_usual_videos_pass(film: Probe) -> None:
    check_usual(film)


@pytest.mark.parametrize(
    ("film", "words"),
    [
        (replace(FILM, video=None), "Invalid data found when processing video"),
        (replace(FILM, duration_ms=0), "invalid video duration"),
        (replace(FILM, duration_ms=36_000_001), "invalid video duration"),
        (replace(FILM, video=replace(PICTURE, fps=120.1)), "invalid video framerate"),
        (replace(FILM, video=replace(PICTURE, width=48)), "invalid video resolution"),
        (replace(FILM, video=replace(PICTURE, height=8002)), "invalid video resolution"),
    ],
)
def test_others_are_refused_in_known_words(film: Probe, words: str) -> None:
    with pytest.raises(Unusual) as refusal:
        check_usual(film)

    assert refusal.value.message == words
