"""Programs of others, unchanged: yt-dlp and FFmpeg's own HLS reader."""

from pathlib import Path
from typing import Any

import av
import httpx
import pytest
from av.subtitles.subtitle import SubtitleSet
from tests.journeys.cinema import Cinema
from tests.journeys.films import FILM_S
from tests.journeys.server import PATIENCE_S
from yt_dlp import YoutubeDL
from yt_dlp.extractor.peertube import PeerTubeIE

pytestmark = [pytest.mark.journey, pytest.mark.media]


def extractor(cinema: Cinema) -> PeerTubeIE:
    """yt-dlp's own extractor. It asks every server by https at its usual port, so that the
    first half of the API's address is changed here, and nothing else.
    """

    class Extractor(PeerTubeIE):  # type: ignore[misc]  # it has no types
        _API_BASE = f"http://%s:{cinema.server.port}/api/v1/videos/%s/%s"

    return Extractor()


def fetch(cinema: Cinema, folder: Path, **options: Any) -> dict[str, Any]:
    quiet = {
        "quiet": True,
        "no_warnings": True,
        "outtmpl": str(folder / "%(format_id)s.%(ext)s"),
    }
    with YoutubeDL({**quiet, **options}, auto_init=False) as client:
        client.add_info_extractor(extractor(cinema))
        found: dict[str, Any] = client.extract_info(f"peertube:127.0.0.1:{cinema.uuid}")
    return found


def streams_of(path: Path) -> dict[str, float]:
    """The kinds of stream in a file, with how many seconds of each can be decoded."""
    lengths: dict[str, float] = {}
    with av.open(path) as film:
        for stream in (*film.streams.video, *film.streams.audio):
            film.seek(0)
            frames = (f for f in film.decode(stream) if not isinstance(f, SubtitleSet))
            times = [frame.time or 0.0 for frame in frames]
            lengths[stream.type] = max(times) - min(times)
    return lengths


def test_yt_dlp_lists_the_film_and_downloads_it_with_picture_and_sound(
    cinema: Cinema, tmp_path: Path
) -> None:
    found = fetch(cinema, tmp_path)

    (downloaded,) = tmp_path.iterdir()
    lengths = streams_of(downloaded)
    assert (found["title"], found["duration"]) == ("First light", FILM_S)
    assert found["channel"] == "Main root channel"
    assert lengths == {
        "video": pytest.approx(FILM_S, abs=0.5),
        "audio": pytest.approx(FILM_S, abs=0.5),
    }


def test_yt_dlp_can_fetch_every_format_it_lists(cinema: Cinema, tmp_path: Path) -> None:
    listed = fetch(cinema, tmp_path, simulate=True)["formats"]

    for number, form in enumerate(listed):
        folder = tmp_path / str(number)
        fetch(cinema, folder, format=form["format_id"])
        (downloaded,) = folder.iterdir()
        assert max(streams_of(downloaded).values()) == pytest.approx(FILM_S, abs=0.5)
    assert {form.get("height") for form in listed} >= {1080, 720, 480, 360, 240}


def test_ffmpeg_reads_every_variant_over_http(cinema: Cinema) -> None:
    with av.open(f"{cinema.media_url}/master.m3u8") as film:
        heights = sorted(stream.height for stream in film.streams.video)
        sounds = sorted(stream.language or "" for stream in film.streams.audio)
        frames = sum(1 for _ in film.decode(film.streams.video[0]))

    assert heights == [240, 360, 480, 720, 1080]
    assert sounds == ["en", "fr"]
    assert frames == FILM_S * 30


def test_oembed_gives_a_frame_that_shows_the_film(cinema: Cinema) -> None:
    answer = httpx.get(
        f"{cinema.url}/services/oembed",
        params={"url": cinema.watch_url, "format": "json"},
        timeout=PATIENCE_S,
    ).json()

    assert (answer["type"], answer["title"]) == ("video", "First light")
    assert f"{cinema.url}/videos/embed/{cinema.uuid}" in answer["html"]
    assert (
        httpx.get(answer["thumbnail_url"], timeout=PATIENCE_S).headers["content-type"]
        == "image/jpeg"
    )


def test_bytes_can_be_asked_for_in_parts_and_only_when_changed(cinema: Cinema) -> None:
    address = f"{cinema.media_url}/720p.mp4"

    whole = httpx.get(address, timeout=PATIENCE_S)
    part = httpx.get(address, headers={"Range": "bytes=1000-1999"}, timeout=PATIENCE_S)
    head = httpx.head(address, timeout=PATIENCE_S)
    known = httpx.get(
        address, headers={"If-None-Match": whole.headers["etag"]}, timeout=PATIENCE_S
    )

    assert (part.status_code, part.content) == (206, whole.content[1000:2000])
    assert head.headers["content-length"] == str(len(whole.content))
    assert (known.status_code, known.content) == (304, b"")
