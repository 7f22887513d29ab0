"""Uploads by every protocol through nginx, at an origin that is not the server's own."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.test_upload_server import DOCUMENTED
from tests.journeys.documented import upload_as_documented
from tests.journeys.front import Front, make_certificate, nginx
from tests.journeys.people import Person, make_key, root
from tests.journeys.premises import arriving, running, stored_hashes
from tests.journeys.senders import (
    CHUNK_BYTES,
    SENDERS,
    begin_ranges,
    begin_tus,
)
from tests.journeys.server import free_port
from tests.journeys.uploaders import padded
from tests.journeys.ways import WAYS, say
from tests.media.clips import Draw
from tusclient.client import TusClient

pytestmark = [pytest.mark.journey, pytest.mark.media]

FILM_BYTES = CHUNK_BYTES + 500_000


@pytest.fixture(scope="module", params=["told", "untold"])
def front(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Front]:
    """A server that was told its public origin, behind nginx that hides on which port it was
    asked; and one that was not, behind nginx with TLS.
    """
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "told":
        origin = f"http://127.0.0.2:{free_port()}"
        with (
            running(folder, VITASCOPE_PUBLIC_URL=origin) as server,
            nginx(server, folder / "nginx", origin, host="$host") as front,
        ):
            yield front
        return
    origin = f"https://127.0.0.1:{free_port()}"
    certificate = make_certificate(folder / "certificate.pem", "127.0.0.1")
    with pytest.MonkeyPatch.context() as environ:
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            environ.setenv(name, str(certificate))
        with (
            running(folder, VITASCOPE_PUBLIC_URL="") as server,
            nginx(
                server, folder / "nginx", origin, host="$http_host", certificate=certificate
            ) as front,
        ):
            yield front


@pytest.fixture(scope="module")
def ada(front: Front) -> Person:
    return root(front)


def test_locations_are_on_the_public_origin(front: Front, ada: Person) -> None:
    tus = begin_tus(ada, "a.mp4", 5).headers["location"]
    ranges = begin_ranges(ada, "a.mp4", 5).headers["location"]

    assert tus.rpartition("/")[0] == f"{front.url}/api/uploads"
    assert ranges.partition("?")[0] == f"{front.url}/api/v1/videos/upload-resumable"


def test_films_arrive_by_every_protocol(front: Front, ada: Person, draw_clip: Draw) -> None:
    head = draw_clip("head.mp4", size="320x180", duration_s=1).read_bytes()
    films = {way: padded(head, f"{front.url} {way}", FILM_BYTES) for way in SENDERS}

    sent = {way: SENDERS[way](ada, "film.mp4", film.data) for way, film in films.items()}

    assert [way for way, answer in sent.items() if not answer.is_success] == []
    assert {film.sha256 for film in films.values()} <= set(stored_hashes(front))


def test_tuspy_sends_a_film(front: Front, ada: Person, draw_clip: Draw) -> None:
    head = draw_clip("head.mp4", size="320x180", duration_s=1)
    film = padded(head.read_bytes(), f"{front.url} tuspy", FILM_BYTES)
    head.write_bytes(film.data)
    client = TusClient(f"{front.url}/api/uploads", headers=ada.bearer)

    with head.open("rb") as stream:
        uploader = client.uploader(
            file_stream=stream, chunk_size=1 << 20, metadata={"filename": "tuspy.mp4"}
        )
        uploader.upload()
    made = ada.ask("POST", f"{uploader.url}/finalize")

    assert made.status_code == 200
    assert film.sha256 in stored_hashes(front)


@pytest.mark.parametrize("operation", ["videos/upload", "vod/upload"])
def test_the_documented_lines_work(front: Front, draw_clip: Draw, operation: str) -> None:
    clip = draw_clip("clip.mp4", size="320x180", duration_s=1)
    film = padded(clip.read_bytes(), f"{front.url} {operation}", 2 << 20)
    clip.write_bytes(film.data)

    upload_as_documented(operation, front, clip)

    assert film.sha256 in stored_hashes(front)


def test_avcaptions_documented_lines_work(
    front: Front, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip("clip.mp4", size="320x180", duration_s=1)
    film = padded(clip.read_bytes(), f"{front.url} avcaption", CHUNK_BYTES)
    (tmp_path / "chunk-0.bin").write_bytes(film.data)
    known = {
        "https://dashboard.avcaption.com": front.url,
        "avc_...": make_key(front, "root", "avc"),
        "1234567890": str(CHUNK_BYTES),
    }
    begin, chunk, complete = (f"curl{text}" for text in DOCUMENTED.split("\ncurl")[1:])

    known["abc123"] = typed(begin, known, tmp_path)["upload_id"]
    sent = typed(chunk, known, tmp_path)
    made = typed(complete, known, tmp_path)

    assert (sent["received_chunks"], made["status"]) == (1, "processing")
    assert film.sha256 in stored_hashes(front)


def test_a_refusal_comes_before_the_bytes(front: Front, ada: Person) -> None:
    before = arriving(front)

    heard = {name: say(ada, way(ada, 1 << 50)).status for name, way in WAYS.items()}

    assert heard == dict.fromkeys(WAYS, 413)
    assert arriving(front) == before


def typed(line: str, filled: dict[str, str], folder: Path) -> dict[str, Any]:
    """What the server answers to the line."""
    for printed, ours in filled.items():
        line = line.replace(printed, ours)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=folder,
        env=dict(os.environ),
        capture_output=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    assert "error" not in answer, answer
    return answer
