from dataclasses import replace

import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.import_checks import (
    NotImportable,
    content_type_of,
    explained,
    inspect,
)
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
    types = {content_type_of(f"film.{ending}"), content_type_of(f"a.b.{ending.upper()}")}

    assert len(types) == 1


@pytest.mark.parametrize("name", ["film", "mp4", "film.", "film.txt", "film.mp4.exe", ".mp3"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(NotImportable, match=r"^Video extension is not supported$"):
        content_type_of(name)


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
    inspect(film)


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
    with pytest.raises(NotImportable) as refusal:
        inspect(film)

    assert refusal.value.message == words


def test_what_cannot_be_read_is_refused_in_known_words() -> None:
    with pytest.raises(NotImportable, match=r"^Invalid data found"), explained():
        raise Invalid("file", "This file is no video")


def test_other_refusals_keep_their_words() -> None:
    with pytest.raises(Invalid, match=r"^too long$"), explained():
        raise Invalid("title", "too long")
    with pytest.raises(NotImportable, match=r"^invalid video duration$"), explained():
        raise NotImportable("invalid video duration")
