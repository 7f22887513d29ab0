"""Several machines: PostgreSQL and S3 in the middle, a server and workers around them."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from tests.conftest import POSTGRES_URL, missing
from tests.journeys.encoders import encoders_of
from tests.journeys.films import draw_heavy_film
from tests.journeys.server import (
    Peertube,
    Server,
    programs_about,
    spawn,
    vitascope,
    wait_for,
)

from vitascope.media.ffmpeg import Tools

pytestmark = [
    pytest.mark.journey,
    pytest.mark.media,
    pytest.mark.postgres,
    pytest.mark.s3,
]


@pytest.fixture
def database_url() -> Iterator[str]:
    """A database of the test's own."""
    if not POSTGRES_URL:
        missing("PostgreSQL (VITASCOPE_TEST_POSTGRES_URL)")
    url, name = sa.make_url(POSTGRES_URL), f"journey_{uuid.uuid4().hex[:12]}"
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield url.set(drivername="postgresql", database=name).render_as_string(
            hide_password=False
        )
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def settings(database_url: str, s3_endpoint: str) -> dict[str, str]:
    return {
        "VITASCOPE_DATABASE_URL": database_url,
        "VITASCOPE_STORAGE_URL": f"s3://vitascope-tests/{uuid.uuid4().hex}",
        "VITASCOPE_STORAGE_ENDPOINT": s3_endpoint,
        "VITASCOPE_STORAGE_ACCESS_KEY": "testing",
        "VITASCOPE_STORAGE_SECRET_KEY": "testing",
        "VITASCOPE_SECRET": "the same on every machine",
        "VITASCOPE_WORKER_DEAD_AFTER_S": "10",
    }


def test_another_worker_finishes_what_a_killed_one_began(
    tmp_path: Path, settings: dict[str, str], tools: Tools
) -> None:
    film = draw_heavy_film(tools, tmp_path)
    behind = vitascope(["serve", "--data", str(tmp_path / "early")], settings)
    migrated = vitascope(["migrate", "--data", str(tmp_path / "early")], settings)
    server = Server(tmp_path / "server", settings).start()
    uploaded = Peertube(server).log_in().upload(film)
    server.kill()
    folders = [tmp_path / "worker-1", tmp_path / "worker-2"]
    workers = [
        spawn(["worker", "--data", str(folder)], settings, folder.with_suffix(".log"))
        for folder in folders
    ]

    wait_for(lambda: any(encoders_of(w, "1080p.mp4") for w in workers), "a worker encodes")
    (busy,) = [w for w in workers if encoders_of(w, "1080p.mp4")]
    (other,) = [w for w in workers if w is not busy]
    busy.kill()
    busy.wait()
    wait_for(lambda: encoders_of(other, "1080p.mp4"), "the other one takes over")
    server.start()
    api = Peertube(server).log_in()
    video = api.wait_until_published(uploaded.json()["video"]["uuid"])
    other.terminate()

    assert (behind.returncode, migrated.returncode) == (1, 0)
    assert behind.stderr.endswith("run vitascope migrate first\n")
    assert [f["resolution"]["id"] for f in video["files"]] == [1080, 720, 480, 360, 240]
    assert api.get("/videos")["total"] == 1
    assert other.wait() == 0
    assert server.stop() == 0
    wait_for(lambda: not programs_about(tmp_path), "no program is left")
