"""An encrypted stream, played by ffmpeg from a server of its own."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.journeys.people import Person, root
from tests.journeys.premises import running
from tests.journeys.server import PATIENCE_S, wait_for

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media]

# More than ten segments, so that the second key is needed, too.
FILM_S = 48
_KEY = re.compile(r'URI="([^"]*/key/[^"]*)"')
_MEDIA_BOXES = (b"moof", b"mdat")


@dataclass(frozen=True)
class Screening:
    tools: Tools
    ada: Person
    clip: Path
    film: dict[str, Any]

    @property
    def token(self) -> str:
        return str(self.film["embed_token"])

    def begin(self, token: str | None = None) -> dict[str, Any]:
        """A session of the film."""
        answer = httpx.get(
            f"{self.ada.url}/api/stream/{token or self.token}/token", timeout=PATIENCE_S
        )
        told: dict[str, Any] = answer.raise_for_status().json()
        return told

    def playlist(self, session: dict[str, Any]) -> str:
        """The media playlist of the picture, with whole addresses."""
        path = next(line for line in session["master_m3u8"].splitlines() if line[:1] == "/")
        text = httpx.get(f"{self.ada.url}{path}", timeout=PATIENCE_S).raise_for_status().text
        return text.replace("/api/stream/", f"{self.ada.url}/api/stream/")

    def pictures(self, source: str, *options: str) -> tuple[int, str]:
        """How ffmpeg ended, and a hash of all pictures that it decoded."""
        words = [self.tools.ffmpeg, "-nostdin", "-v", "error", "-xerror", *options]
        words += ["-i", source, "-map", "0:v:0", "-fps_mode", "passthrough", "-f", "md5", "-"]
        ran = subprocess.run(words, capture_output=True, text=True, check=False)
        return ran.returncode, ran.stdout.strip()

    def streamed(self, playlist: str) -> tuple[int, str]:
        """As :meth:`pictures`, of a playlist, which may lie on the disk."""
        protocols = ["-protocol_whitelist", "file,http,tcp,crypto"]
        names = ["-allowed_extensions", "ALL", "-extension_picky", "0"]
        return self.pictures(playlist, *protocols, *names)


@pytest.fixture(scope="module")
def screening(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screening]:
    folder = tmp_path_factory.mktemp("streams")
    clip = folder / "clip.mp4"
    words = [tools.ffmpeg, "-nostdin", "-v", "error", "-f", "lavfi"]
    words += ["-i", "testsrc2=size=160x90:rate=5", "-t", str(FILM_S), "-g", "10"]
    words += ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(clip)]
    subprocess.run(words, check=True)
    with running(folder) as server:
        ada = root(server)
        sent = ada.ask(
            "POST", "/api/v1/upload", files={"file": ("clip.mp4", clip.read_bytes())}
        )
        video = sent.raise_for_status().json()["video_id"]
        override = {"X-Api-Dialect": "avcaption"}

        def film() -> dict[str, Any]:
            told: dict[str, Any] = ada.ask(
                "GET", f"/api/v1/videos/{video}", headers=override
            ).json()
            return told

        wait_for(lambda: film()["status"] == "ready", "the film is ready")
        yield Screening(tools, ada, clip, film())


def test_ffmpeg_decodes_the_stream_to_the_pictures_of_its_source(
    screening: Screening,
) -> None:
    session = screening.begin()

    played = screening.streamed(f"{screening.ada.url}{session['playlist_url']}")

    assert played == screening.pictures(str(screening.clip))
    assert (played[0], played[1][:4]) == (0, "MD5=")
    assert len(_KEY.findall(screening.playlist(session))) == 2


def test_segments_of_one_session_do_not_play_with_the_keys_of_another(
    screening: Screening, tmp_path: Path
) -> None:
    one, other = (screening.playlist(screening.begin()) for _ in range(2))
    own = screening.streamed(written(tmp_path / "own.m3u8", one))
    keys = iter(_KEY.findall(other))
    mixed = _KEY.sub(lambda _: f'URI="{next(keys)}"', one)

    crossed = screening.streamed(written(tmp_path / "mixed.m3u8", mixed))

    assert (own[0], own[1][:4]) == (0, "MD5=")
    assert crossed[0] != 0
    assert crossed[1] != own[1]


def test_nothing_that_is_sent_can_be_watched_without_a_key(screening: Screening) -> None:
    lines = screening.playlist(screening.begin()).splitlines()
    segments = [line for line in lines if line.startswith("http")]

    sent = [httpx.get(url, timeout=PATIENCE_S).raise_for_status().content for url in segments]

    assert len(sent) > 10
    assert [box for data in sent for box in _MEDIA_BOXES if box in data[:4096]] == []


def test_a_restricted_film_plays_by_its_stream_alone(screening: Screening) -> None:
    ada, film = screening.ada, screening.film["id"]
    override = {"X-Api-Dialect": "avcaption"}
    said = {"video_id": film, "expires_in": 60, "allowed_domains": ["school.example"]}
    made = ada.ask("POST", "/api/v1/embed-token", json=said).raise_for_status().json()
    gate = f"{ada.url}/api/stream/{made['embed_token']}/token"
    school = {"Referer": "https://school.example/lesson"}

    ada.ask(
        "PUT",
        f"/api/v1/videos/{film}",
        headers=override,
        json={"allowed_domains": ["school.example"]},
    ).raise_for_status()

    clear = f"{ada.url}/media/{film}/720p.mp4"
    wait_for(lambda: httpx.get(clear, timeout=PATIENCE_S).status_code == 403, "it is closed")
    statuses = [
        httpx.get(gate, headers=headers, timeout=PATIENCE_S).status_code
        for headers in ({}, {"Origin": "https://other.example"}, school)
    ]
    assert statuses == [403, 403, 200]


def written(path: Path, playlist: str) -> str:
    path.write_text(playlist)
    return str(path)
