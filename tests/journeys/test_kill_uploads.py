"""The plug is pulled fifty times while films come in by every protocol."""

import hashlib
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from tests.journeys.server import Server
from tests.journeys.uploaders import PROTOCOLS, Film, Send, Sender, TryAgain, padded
from tests.media.clips import Draw

pytestmark = [pytest.mark.journey, pytest.mark.media]

KILLS = 50
FILM_BYTES = 12 << 20
_LONGEST_LIFE_S = 1.2
_AGAIN_S = 0.2
SETTINGS = {
    "VITASCOPE_RATE_LIMITS": "no",
    "VITASCOPE_MIN_FREE_BYTES": "0",
    # What is made of the films is another journey's.
    "VITASCOPE_RESOLUTIONS": "240",
}


@dataclass
class Uploading:
    """Sends one film after another by one protocol until it is told to stop; the one that is
    on its way then is sent to its end.
    """

    server: Server
    send: Send
    films: Iterator[Film]
    sent: list[Film] = field(default_factory=list)
    resumed: int = 0
    is_over: bool = False
    failure: Exception | None = None

    def run(self) -> None:
        try:
            while not self.is_over:
                self._send(next(self.films))
        except Exception as error:  # noqa: BLE001 -- of another thread, shown by the test
            self.failure = error

    def _send(self, film: Film) -> None:
        sender = Sender(self.server, film)
        while True:
            try:
                if not sender.token:
                    sender.log_in()
                self.send(sender)
            except TryAgain:
                self.resumed += 1
                time.sleep(_AGAIN_S)
            else:
                self.sent.append(film)
                return


def test_every_film_arrives_whole_by_every_protocol(
    tmp_path: Path, draw_clip: Draw, request: pytest.FixtureRequest
) -> None:
    random.seed(50)
    head = draw_clip("head.mp4", size="320x180", duration_s=1).read_bytes()
    server = Server(tmp_path / "data", settings=SETTINGS).start()
    request.addfinalizer(server.kill)
    uploading = {
        name: Uploading(server, send, _films(head, name)) for name, send in PROTOCOLS.items()
    }
    threads = [threading.Thread(target=one.run) for one in uploading.values()]

    for thread in threads:
        thread.start()
    for _ in range(KILLS):
        time.sleep(random.uniform(0.05, _LONGEST_LIFE_S))
        server.kill()
        server.start()
    for one in uploading.values():
        one.is_over = True
    for thread in threads:
        thread.join()

    assert {name: one.failure for name, one in uploading.items()} == dict.fromkeys(PROTOCOLS)
    stored = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (server.data / "media" / "assets").glob("*/source")
    }
    sent = {film.sha256 for one in uploading.values() for film in one.sent}
    assert sent - stored == set()
    assert all(one.sent and one.resumed for one in uploading.values())
    assert server.stop() == 0


def _films(head: bytes, protocol: str) -> Iterator[Film]:
    for number in count():
        yield padded(head, f"{protocol} {number}", FILM_BYTES)
