import pytest
from tests.dialects.videocms.films import audio_of, subtitle_of, version
from tests.factories import make_user, make_video

from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx
from vitascope.dialects.videocms.media_paths import is_media, media_path

UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.fixture
def film(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/videos/qualitys/anything", True),
        (f"/{UUID}/720p/out.mp4", True),
        (f"/{UUID.upper()}", True),
        (f"/{UUID}0/720p/out.mp4", False),
        ("/videos/qualitys", True),
        ("/videos/qualitysx", False),
        ("/videos/watch/1", False),
        (f"/api/file/{UUID}", False),
    ],
)
def test_media_is_told_by_its_path(path: str, expected: bool) -> None:
    assert is_media({"path": path}) is expected


def test_every_file_of_ours_has_a_path(film: VideoEntry) -> None:
    names = ["master.m3u8", "720p.m3u8", "720p.mp4", "audio-0.m3u8", "audio-0.mp4",
             "captions/en.vtt", "captions/en.ass", "poster.jpg"]  # fmt: skip

    found = [media_path(film, name) for name in names]

    sound, words = audio_of(film, 0), subtitle_of(film, "en")
    assert found == [
        f"/videos/qualitys/{film.video.uuid}/{tail}?{version(film)}"
        for tail in (
            "stream/multi/master.m3u8",
            "720p/out.m3u8",
            "720p/out.mp4",
            f"{sound}/audio/audio.m3u8",
            f"{sound}/audio/audio.mp4",
            f"{words}/subtitle/out.vtt",
            f"{words}/subtitle/out.ass",
            "image/thumb/4x4.webp",
        )
    ]


def test_the_prefix_may_be_left_out_and_a_token_added(film: VideoEntry) -> None:
    found = media_path(film, "720p.mp4", prefix="", token="a&b")

    assert found == f"/{film.video.uuid}/720p/out.mp4?{version(film)}&vc_token=a%26b"


def test_a_chosen_picture_stands_for_the_video(tx: Tx) -> None:
    film = make_video(tx, make_user(tx), poster_key="videos/a/0123456789.jpg")

    found = media_path(film, "poster.jpg")

    uuid = film.video.uuid
    assert found == f"/videos/qualitys/{uuid}/image/thumb/link-{uuid}.webp?v=01234567"
