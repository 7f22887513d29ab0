import pytest
from tests.dialects.runtimes import Client
from tests.dialects.videocms.films import (
    ASS,
    BYTES,
    VTT,
    audio_of,
    cookie_of,
    put_film,
    subtitle_of,
    version,
)
from tests.factories import NOON, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import delete_renditions
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms.media_cookie import media_query_token
from vitascope.http.runtime import Runtime

PREFIX = "/videos/qualitys"


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


class Watching:
    """A player that has come by the page of a film."""

    def __init__(self, client: Client, runtime: Runtime, film: VideoEntry) -> None:
        self._client = client
        self._shown = cookie_of(runtime, film)
        self._uuid = film.video.uuid

    def lines(self, tail: str, prefix: str = PREFIX) -> list[str]:
        """A playlist without what all of them begin with."""
        answer = self._client.get(f"{prefix}/{self._uuid}/{tail}", headers=self._shown)
        assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
        assert answer.headers["cache-control"] == "no-store"
        lines = answer.text.splitlines()
        assert lines[:2] == ["#EXTM3U", "#EXT-X-VERSION:7"]
        return lines[2:]

    def told(self, tail: str, **headers: str) -> tuple[int, bytes]:
        answer = self._client.get(
            f"{PREFIX}/{self._uuid}/{tail}", headers=self._shown | headers
        )
        return answer.status_code, answer.content


@pytest.fixture
def watching(client: Client, runtime: Runtime, film: VideoEntry) -> Watching:
    return Watching(client, runtime, film)


def variants(film: VideoEntry, root: str, sound: str, group: str) -> list[str]:
    rates = {
        "": ("BANDWIDTH=500000,AVERAGE-BANDWIDTH=400000", "avc1.64001f"),
        "mp4a.40.2": ("BANDWIDTH=500200,AVERAGE-BANDWIDTH=400100", "avc1.64001f,mp4a.40.2"),
    }
    bandwidth, codecs = rates[sound]
    found = []
    for height, width in ((720, 1280), (360, 640)):
        size = f"RESOLUTION={width}x{height},FRAME-RATE=30.000"
        found += [
            f'#EXT-X-STREAM-INF:{bandwidth},CODECS="{codecs}",{size}{group}',
            f"{root}/{height}p/out.m3u8?{version(film)}",
        ]
    return found


def sound_line(film: VideoEntry, root: str, number: int, default: str) -> str:
    name, language = (("English", "en"), ("Français", "fr"))[number]
    uri = f"{root}/{audio_of(film, number)}/audio/audio.m3u8?{version(film)}"
    return (
        f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="AAC",NAME="{name}",LANGUAGE="{language}",'
        f'DEFAULT={default},AUTOSELECT=YES,CHANNELS="2",URI="{uri}"'
    )


def test_a_muted_playlist_knows_of_no_sound(watching: Watching, film: VideoEntry) -> None:
    found = watching.lines("stream/muted/master.m3u8")

    root = f"{PREFIX}/{film.video.uuid}"
    assert found == ["#EXT-X-INDEPENDENT-SEGMENTS", *variants(film, root, "", "")]


@pytest.mark.parametrize("prefix", [PREFIX, ""])
def test_all_sounds_are_in_one_group(watching: Watching, film: VideoEntry, prefix: str) -> None:
    found = watching.lines("stream/multi/master.m3u8", prefix)

    root = f"{prefix}/{film.video.uuid}"
    assert found == [
        "#EXT-X-INDEPENDENT-SEGMENTS",
        sound_line(film, root, 0, "YES"),
        sound_line(film, root, 1, "NO"),
        *variants(film, root, "mp4a.40.2", ',AUDIO="AAC"'),
    ]


def test_one_sound_may_be_asked_for_by_itself(watching: Watching, film: VideoEntry) -> None:
    found = watching.lines(f"{audio_of(film, 1)}/stream/master.m3u8")

    root = f"{PREFIX}/{film.video.uuid}"
    assert found == [
        "#EXT-X-INDEPENDENT-SEGMENTS",
        sound_line(film, root, 1, "YES"),
        *variants(film, root, "mp4a.40.2", ',AUDIO="AAC"'),
    ]


def test_media_playlists_point_into_one_file(watching: Watching, film: VideoEntry) -> None:
    picture = watching.lines("720p/out.m3u8")
    sound = watching.lines(f"{audio_of(film, 0)}/audio/audio.m3u8")

    root = f"{PREFIX}/{film.video.uuid}"
    uri = f"{root}/720p/out.mp4?{version(film)}"
    assert picture[2:] == [
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        f'#EXT-X-MAP:URI="{uri}",BYTERANGE="800@0"',
        "#EXTINF:4.000,",
        "#EXT-X-BYTERANGE:4200@800",
        uri,
        "#EXT-X-ENDLIST",
    ]
    assert sound[-2] == f"{root}/{audio_of(film, 0)}/audio/audio.mp4?{version(film)}"


def test_a_token_in_the_address_travels_through_the_playlists(
    client: Client, runtime: Runtime, film: VideoEntry
) -> None:
    word = media_query_token(runtime, film, NOON)
    root = f"{PREFIX}/{film.video.uuid}"
    tail = f"?{version(film)}&vc_token={word}"

    master = client.get(f"{root}/stream/multi/master.m3u8", params={"vc_token": word})
    media = client.get(master.text.splitlines()[-1])
    bytes_of_it = client.get(media.text.splitlines()[-2])

    assert master.text.splitlines()[-1] == f"{root}/360p/out.m3u8{tail}"
    assert media.text.splitlines()[-2] == f"{root}/360p/out.mp4{tail}"
    assert bytes_of_it.content == BYTES[::-1]


def test_bytes_come_whole_in_ranges_and_segment_by_segment(
    watching: Watching, film: VideoEntry
) -> None:
    sound = f"{audio_of(film, 1)}/audio"

    assert watching.told("720p/out.mp4") == (200, BYTES)
    assert watching.told("720p/out.mp4", Range="bytes=10-19") == (206, BYTES[10:20])
    assert watching.told("720p/out0.mp4") == (200, BYTES)
    assert watching.told("720p/out0000.mp4", Range="bytes=10-19") == (206, BYTES[10:20])
    assert watching.told(f"{sound}/audio.mp4") == (200, BYTES[500:1000])
    assert watching.told(f"{sound}/audio0.mp4") == (200, BYTES[500:1000])


def test_subtitles_come_as_they_are(watching: Watching, film: VideoEntry) -> None:
    english, french = (f"{subtitle_of(film, name)}/subtitle" for name in ("en", "fr"))

    assert watching.told(f"{english}/out.vtt") == (200, VTT)
    assert watching.told(f"{english}/out.ass") == (200, ASS)
    assert watching.told(f"{french}/out.vtt") == (200, VTT)


@pytest.mark.parametrize(
    ("tail", "refusal"),
    [
        ("best/out.m3u8", (400, b"bad quality format")),
        ("72p/out.m3u8", (400, b"bad quality format")),
        ("best/download/video.mkv", (400, b"bad quality format")),
        ("720p/out0.ts", (400, b"bad file format")),
        ("720p/out.webm", (400, b"bad file format")),
        ("720p/out00000.mp4", (400, b"bad file format")),
        ("720p/audio.mp4", (400, b"bad file format")),
        ("720p/2/stream/video.mp4", (400, b"bad file format")),
        ("SOUND/audio/out.m3u8", (400, b"bad file format")),
        ("SOUND/audio/audio0.ts", (400, b"bad file format")),
        ("WORDS/subtitle/out.srt", (400, b"bad file format")),
        ("1080p/out.m3u8", (404, b"Video doesn't exist")),
        ("h264/out.m3u8", (404, b"Video doesn't exist")),
        ("720p/out1.mp4", (404, b"Video doesn't exist")),
        ("720p/out1.m3u8", (404, b"Video doesn't exist")),
        ("1080p/download/video.mkv", (404, b"Video doesn't exist")),
        ("1080p/1/stream/video.mp4", (404, b"Video doesn't exist")),
        ("OTHER/stream/master.m3u8", (404, b"Audio doesn't exist")),
        ("OTHER/audio/audio.m3u8", (404, b"Audio doesn't exist")),
        ("SOUND/audio/audio9.mp4", (404, b"Audio doesn't exist")),
        ("OTHER/subtitle/out.vtt", (404, b"Subtitle doesn't exist")),
        ("WORDS/subtitle/out.ass", (404, b"Subtitle doesn't exist")),
        ("WORDS/audio/audio.m3u8", (404, b"Audio doesn't exist")),
    ],
)
def test_what_there_is_not_is_told_in_videocms_s_words(
    watching: Watching, film: VideoEntry, tail: str, refusal: tuple[int, bytes]
) -> None:
    named = {
        "SOUND": audio_of(film, 0),
        "WORDS": subtitle_of(film, "fr"),
        "OTHER": "9c9de5e8-0a1e-484a-b099-e80766180a6d",
    }
    for word, uuid in named.items():
        tail = tail.replace(word, uuid)

    assert watching.told(tail) == refusal


def test_a_video_that_has_nothing_yet_cannot_be_played(
    client: Client, runtime: Runtime, bob: User
) -> None:
    with runtime.db.begin() as tx:
        empty = make_video(tx, bob, privacy=Privacy.UNLISTED)
    watching = Watching(client, runtime, empty)

    missing = (404, b"Video doesn't exist")
    assert watching.told("stream/multi/master.m3u8") == missing
    assert watching.told("stream/muted/master.m3u8") == missing
    assert watching.told("720p/out.m3u8") == missing


def test_a_recording_without_pictures_has_sound_alone(
    client: Client, runtime: Runtime, film: VideoEntry, db: Database
) -> None:
    assert film.media is not None
    with db.begin() as tx:
        delete_renditions(tx, film.media.id, ["720p", "360p"])
    watching = Watching(client, runtime, film)

    found = watching.lines("stream/multi/master.m3u8")

    root = f"{PREFIX}/{film.video.uuid}"
    assert found[-1] == f"{root}/{audio_of(film, 0)}/audio/audio.m3u8?{version(film)}"
    assert watching.told("stream/muted/master.m3u8") == (404, b"Video doesn't exist")
