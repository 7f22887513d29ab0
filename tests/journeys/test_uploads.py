"""Many at once, against the real program."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import pytest
from tests.journeys.server import Server
from tests.journeys.uploaders import PROTOCOLS, Film, Send, Sender, TryAgain, padded
from tests.media.clips import Draw

pytestmark = [pytest.mark.journey, pytest.mark.media]

UPLOADS = 50
FILM_BYTES = 3 << 20
_AGAIN_S = 0.1
SETTINGS = {"VITASCOPE_RATE_LIMITS": "no", "VITASCOPE_MIN_FREE_BYTES": "0"}


def test_fifty_uploads_at_once_all_arrive(
    tmp_path: Path, draw_clip: Draw, request: pytest.FixtureRequest
) -> None:
    head = draw_clip("head.mp4", size="320x180", duration_s=1).read_bytes()
    server = Server(tmp_path / "data", settings=SETTINGS).start()
    request.addfinalizer(server.kill)
    films = [padded(head, f"film {number}", FILM_BYTES) for number in range(UPLOADS)]
    # VideoCMS takes one simple upload of a user at a time, so the others are mixed.
    sends = islice(cycle([PROTOCOLS[name] for name in ("tus", "ranges", "chunks")]), UPLOADS)
    login = Sender(server, films[0])
    login.log_in()

    with ThreadPoolExecutor(UPLOADS) as pool:
        list(
            pool.map(
                lambda pair: _send(server, login.token, *pair), zip(films, sends, strict=True)
            )
        )

    stored = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (server.data / "media" / "assets").glob("*/source")
    }
    assert stored == {film.sha256 for film in films}
    left = [path.name for path in (server.data / "uploads").iterdir()]
    assert left == []


def _send(server: Server, token: str, film: Film, send: Send) -> None:
    sender = Sender(server, film, token=token)
    while True:
        try:
            send(sender)
        except TryAgain:
            time.sleep(_AGAIN_S)
        else:
            return
