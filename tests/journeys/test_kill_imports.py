"""The plug is pulled while something is fetched: it goes on, and becomes one video."""

import hashlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.journeys.imports import SETTINGS, Imports, importing
from tests.journeys.server import Server, wait_for
from tests.journeys.slow_files import SlowFiles, serve_slowly
from tests.pipeline.importing import recording

from vitascope.core.imports.model import Import, ImportState

pytestmark = [pytest.mark.journey, pytest.mark.media]

# A job that has stopped its worker more often is given up.
KILLS = 4
ROUNDS = 2
_LONGEST_LIFE_S = 3.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "data", SETTINGS).start()
    yield started
    started.kill()


@pytest.fixture
def imports(server: Server) -> Iterator[Imports]:
    with importing(server) as imports:
        yield imports


@pytest.fixture
def files() -> Iterator[SlowFiles]:
    with serve_slowly(bytes_per_s=1_500_000) as files:
        yield files


def test_a_download_goes_on_where_the_file_ended(
    server: Server, imports: Imports, files: SlowFiles
) -> None:
    # Bytes reach the disk by the megabyte.
    data = recording(90, rate=96_000)
    found = imports.ask(files.put("/long.wav", data))

    for _ in range(KILLS):
        before = imports.received(found)
        wait_for(lambda at=before: imports.received(found) > at, "more has arrived")
        server.kill()
        server.start()
    files.bytes_per_s *= 50
    entry = imports.wait_until_ready(found.id)

    starts = [start for _, start in files.asked]
    assert imports.sha256(entry) == hashlib.sha256(data).hexdigest()
    assert len(starts) == KILLS + 1
    assert starts == sorted(set(starts))
    assert not (server.data / "imports" / found.uuid.hex).exists()
    server.stop()


def test_what_has_arrived_is_not_fetched_again(
    server: Server, imports: Imports, files: SlowFiles
) -> None:
    data = recording(20)
    found = imports.ask(files.put("/short.wav", data))

    for _ in range(KILLS):
        wait_for(lambda: _is_being_finished(imports, found, len(data)), "all has arrived")
        server.kill()
        server.start()
    entry = imports.wait_until_ready(found.id)

    assert imports.sha256(entry) == hashlib.sha256(data).hexdigest()
    assert files.asked == [("/short.wav", 0)]
    server.stop()


def test_every_import_becomes_one_video_whenever_the_plug_is_pulled(
    server: Server, imports: Imports, files: SlowFiles
) -> None:
    random.seed(21)
    bodies: dict[str, bytes] = {}

    for round_ in range(ROUNDS):
        for number in range(3):
            path = f"/{round_}-{number}.wav"
            seconds, sample = 5 + 10 * number, 100 * round_ + number
            bodies[path] = recording(seconds, sample, rate=96_000)
            imports.ask(files.put(path, bodies[path]))
        for _ in range(KILLS):
            time.sleep(random.uniform(0.05, _LONGEST_LIFE_S))
            server.kill()
            server.start()
        for found in imports.all():
            imports.wait_until_ready(found.id)

    entries = [imports.wait_until_ready(found.id) for found in imports.all()]
    assert [imports.sha256(entry) for entry in entries] == [
        hashlib.sha256(body).hexdigest() for body in bodies.values()
    ]
    assert len({entry.video.id for entry in entries}) == len(bodies)
    assert len(list((server.data / "media" / "assets").iterdir())) == len(bodies)
    assert list((server.data / "imports").iterdir()) == []
    server.stop()


def _is_being_finished(imports: Imports, found: Import, size_bytes: int) -> bool:
    if imports.get(found.id).state in {ImportState.FINISHING, ImportState.DONE}:
        return True
    return imports.received(found) == size_bytes
