"""What VideoCMS's players fetch, through nginx with TLS at an origin that is not the server's
own (facts: section 7, item 9).
"""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import httpx
import pytest
from PIL import Image
from tests.journeys.films import PLAIN_WORDS, STYLED_WORDS, draw_styled_film
from tests.journeys.front import Front, make_certificate, nginx
from tests.journeys.people import Person
from tests.journeys.premises import running
from tests.journeys.server import PASSWORD, PATIENCE_S, free_port, wait_for

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media]

NAME = "Häuser & Gärten (1).mkv"
FILM_S = 6
SAVED_AS = "H-user-G-rten-1-mkv[480p].mkv"
_URI = re.compile(r'URI="([^"]+)"')
_OWN_TAGS = re.compile(r'<(?:meta|link)[^>]* (?:content|href)="(https?://[^"]+)"')


@dataclass(frozen=True)
class Screening:
    """A film that came by VideoCMS's API, and a browser that has opened its page."""

    front: Front
    ada: Person
    film: Path
    link: dict[str, Any]
    page: httpx.Response
    browser: httpx.Client

    @property
    def uuid(self) -> str:
        return str(self.link["UUID"])

    @property
    def media(self) -> str:
        return f"/videos/qualitys/{self.uuid}"

    @property
    def cookie(self) -> str:
        """The media token, as programs send it."""
        return str(self.page.headers["set-cookie"].partition(";")[0])

    def get(self, path: str, **headers: str) -> httpx.Response:
        """What the browser gets below the film's own addresses."""
        answer = self.browser.get(f"{self.media}/{path}", headers=headers)
        answer.raise_for_status()
        return answer


@pytest.fixture(scope="module")
def screening(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screening]:
    folder = tmp_path_factory.mktemp("screening")
    film = draw_styled_film(tools, folder, duration_s=FILM_S)
    origin = f"https://127.0.0.2:{free_port()}"
    certificate = make_certificate(folder / "certificate.pem", "127.0.0.2")
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("SSL_CERT_FILE", str(certificate))
        with (
            running(folder, VITASCOPE_PUBLIC_URL=origin) as server,
            nginx(
                server, folder / "nginx", origin, host="$host", certificate=certificate
            ) as front,
            httpx.Client(base_url=origin, timeout=60) as browser,
        ):
            ada = log_in(front)
            link = send(ada, film)
            wait_for(lambda: is_ready(ada, link), "every quality is there")
            page = browser.get(f"/v/{link['UUID']}")
            yield Screening(front, ada, film, link, page, browser)


def log_in(front: Front) -> Person:
    login = {"username": "root", "password": PASSWORD}
    opened = httpx.post(
        f"{front.url}/api/auth/login", json=login, timeout=PATIENCE_S
    ).raise_for_status()
    return Person(front.url, opened.json()["token"], key="", channel=0)


def send(person: Person, film: Path) -> dict[str, Any]:
    made = person.ask(
        "POST",
        "/api/file/upload",
        files={"file": (film.name, film.read_bytes())},
        data={"Name": NAME},
    )
    made.raise_for_status()
    found: dict[str, Any] = made.json()
    return found


def is_ready(person: Person, link: dict[str, Any]) -> bool:
    answer = httpx.get(f"{person.url}/api/v1/videos/{link['UUID']}", timeout=60)
    return bool(answer.raise_for_status().json()["state"]["id"] == 1)


def test_the_page_gives_a_cookie_for_six_hours(screening: Screening) -> None:
    cookies = screening.page.headers.get_list("set-cookie")

    assert screening.page.status_code == 200
    kept = "HttpOnly; Secure; SameSite=None; Partitioned"
    told = [re.sub(r"vc_media=[^;]+; |Expires=[^;]+; ", "", cookie) for cookie in cookies]
    assert told == [
        f"Path={screening.media}; Max-Age=21600; {kept}",
        f"Path=/{screening.uuid}; Max-Age=21600; {kept}",
    ]


def test_without_the_cookie_there_is_nothing(screening: Screening) -> None:
    url = f"{screening.front.url}{screening.media}/stream/multi/master.m3u8"

    missing = httpx.get(url, timeout=PATIENCE_S)
    invalid = httpx.get(url, headers={"Cookie": "vc_media=a.b.c"}, timeout=PATIENCE_S)

    assert (missing.status_code, missing.text) == (401, "Missing media token")
    assert (invalid.status_code, invalid.text) == (401, "Invalid media token")


def test_the_cookie_of_another_video_opens_nothing(screening: Screening) -> None:
    sha256 = hashlib.sha256(screening.film.read_bytes()).hexdigest()
    clone = {"Name": "Another.mkv", "Sha256": sha256}
    other = screening.ada.ask("POST", "/api/file/clone", json=clone).json()["UUID"]

    answer = httpx.get(
        f"{screening.front.url}/videos/qualitys/{other}/480p/out.m3u8",
        headers={"Cookie": screening.cookie},
        timeout=PATIENCE_S,
    )

    refusal = (403, "Media token does not match requested video")
    assert (answer.status_code, answer.text) == refusal


def audio_uris(screening: Screening) -> list[str]:
    return _URI.findall(screening.get("stream/multi/master.m3u8").text)


def played(screening: Screening, path: str) -> dict[str, float]:
    """Streams that FFmpeg finds by that playlist, and how many seconds it reads of each."""
    options = {"headers": f"Cookie: {screening.cookie}\r\n"}
    lengths: dict[str, float] = {}
    with av.open(f"{screening.front.url}{path}", options=options) as found:
        for packet in found.demux():
            if packet.pts is not None and packet.duration is not None:
                stream = packet.stream
                name = f"{stream.type} {stream.codec_context.name} {stream.index}"
                end = (packet.pts + packet.duration) * float(packet.time_base)
                lengths[name] = max(lengths.get(name, 0.0), end)
    return {name: round(seconds) for name, seconds in lengths.items()}


def test_every_multivariant_playlist_can_be_played(screening: Screening) -> None:
    french = audio_uris(screening)[1].split("/")[4]

    muted = played(screening, f"{screening.media}/stream/muted/master.m3u8")
    multi = played(screening, f"/{screening.uuid}/stream/multi/master.m3u8")
    single = played(screening, f"{screening.media}/{french}/stream/master.m3u8")

    pictures = {"video h264": 3}
    assert kinds(muted) == pictures
    assert kinds(multi) == {**pictures, "audio aac": 2}
    assert kinds(single) == {**pictures, "audio aac": 1}
    assert set({**muted, **multi, **single}.values()) == {FILM_S}


def kinds(found: dict[str, float]) -> dict[str, int]:
    names = [name.rpartition(" ")[0] for name in found]
    return {name: names.count(name) for name in names}


def test_playlists_tell_true_codecs_and_measured_rates(screening: Screening) -> None:
    lines = screening.get("stream/multi/master.m3u8").text.splitlines()
    muted = screening.get("stream/muted/master.m3u8").text

    streams = [line for line in lines if line.startswith("#EXT-X-STREAM-INF")]
    sizes = [re.findall(r"RESOLUTION=(\d+x\d+)", line)[0] for line in streams]
    codecs = [re.findall(r'CODECS="([^"]+)"', line)[0] for line in streams]
    assert sizes == ["854x480", "640x360", "428x240"]
    assert len(set(codecs)) == 3
    assert all(re.fullmatch(r"avc1\.[0-9a-f]{6},mp4a\.40\.2", each) for each in codecs)
    assert ("AUDIO" in muted, "mp4a" in muted) == (False, False)
    for line, uri in zip(
        streams, [line for line in lines if line.startswith("/")], strict=True
    ):
        peak_bps = int(re.findall(r"BANDWIDTH=(\d+)", line)[0])
        data = screening.browser.get(uri.replace("out.m3u8", "out.mp4")).content
        assert 0.5 < peak_bps * FILM_S / (len(data) * 8) < 2


def test_a_client_that_counts_segments_can_play_each(screening: Screening) -> None:
    playlist = screening.get("240p/out.m3u8").text
    count = playlist.count("#EXTINF")

    parts = [screening.get(f"240p/out{number}.mp4").content for number in range(count)]

    assert count > 1
    assert [frames(part) > 0 for part in parts] == [True] * count
    assert sum(frames(part) for part in parts) == frames(screening.get("240p/out.mp4").content)


def frames(data: bytes) -> int:
    with av.open(io.BytesIO(data), "r") as found:
        return sum(1 for packet in found.demux() if packet.size)


def test_an_mp4_is_sent_in_ranges(screening: Screening) -> None:
    whole = screening.get("480p/1/stream/video.mp4")
    part = screening.get("480p/1/stream/video.mp4", Range="bytes=100-199")

    assert (part.status_code, part.content) == (206, whole.content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.content)}"
    with av.open(io.BytesIO(whole.content)) as film:
        assert [stream.type for stream in film.streams] == ["video", "audio"]


@pytest.mark.parametrize("path", ["480p/download/video.mkv", "480p/0/stream/video.mp4"])
def test_an_mkv_has_every_track(screening: Screening, path: str) -> None:
    answer = screening.get(path)
    part = screening.get(path, Range="bytes=-10")

    disposition = f'attachment; filename="{SAVED_AS}"'
    assert answer.headers["content-disposition"] == disposition
    assert answer.headers["content-type"] == "video/x-matroska"
    assert (part.status_code, part.content) == (206, answer.content[-10:])
    with av.open(io.BytesIO(answer.content)) as film:
        tracks = [
            (each.type, each.codec_context.codec.canonical_name, each.metadata.get("language"))
            for each in film.streams
        ]
    assert tracks == [
        ("video", "h264", None),
        ("audio", "aac", "eng"),
        ("audio", "aac", "fre"),
        ("subtitle", "ass", "eng"),
        ("subtitle", "subrip", "fre"),
    ]


def test_subtitles_come_with_their_styles_and_without(screening: Screening) -> None:
    found = re.findall(r"[0-9a-f-]{36}/subtitle/out\.(?:ass|vtt)", screening.page.text)

    told = {path.rpartition(".")[2]: screening.get(path).text for path in sorted(set(found))}
    texts = [screening.get(path).text for path in sorted(set(found)) if path.endswith("vtt")]

    assert STYLED_WORDS in told["ass"]
    assert r"{\pos(427,100)}" in told["ass"]
    assert [text.partition("\n")[0] for text in texts] == ["WEBVTT", "WEBVTT"]
    assert any(PLAIN_WORDS in text for text in texts)


def test_thumbnails_need_no_cookie(screening: Screening) -> None:
    answer = httpx.get(
        f"{screening.front.url}{screening.media}/image/thumb/4x4.webp", timeout=PATIENCE_S
    )

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    with Image.open(io.BytesIO(answer.content)) as sheet:
        assert sheet.height == 1080


def test_every_address_is_on_the_public_origin(screening: Screening) -> None:
    detail = screening.ada.ask("GET", "/api/file", params={"LinkID": screening.link["ID"]})
    config = httpx.get(f"{screening.front.url}/api/config", timeout=PATIENCE_S).json()
    begun = screening.ada.ask(
        "POST",
        "/api/uploads",
        headers={
            "Tus-Resumable": "1.0.0",
            "Upload-Length": "5",
            "Upload-Metadata": "filename YS5tcDQ=",
        },
    )

    tags = _OWN_TAGS.findall(screening.page.text)
    told = [detail.json()["Thumbnail"], begun.headers["location"], config["BaseUrl"], *tags]
    foreign = [url for url in told if not f"{url}/".startswith(f"{screening.front.url}/")]
    assert (foreign, len(tags) > 3) == ([], True)
    assert httpx.get(detail.json()["Thumbnail"], timeout=PATIENCE_S).status_code == 200
    playlist = screening.get("stream/multi/master.m3u8").text
    uris = [*_URI.findall(playlist), *re.findall(r"^/.+", playlist, re.MULTILINE)]
    assert [screening.browser.get(uri).status_code for uri in uris] == [200] * 5


def test_what_was_sent_is_counted_for_its_owner(screening: Screening) -> None:
    before = traffic(screening)

    size_bytes = len(screening.get("480p/out.mp4").content)

    wait_for(lambda: traffic(screening) >= before + size_bytes, "the traffic is written")


def traffic(screening: Screening) -> int:
    series = screening.ada.ask("GET", "/api/account/traffic").raise_for_status().json()
    return sum(point["Bytes"] for point in series["Traffic"])
