import io
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.stats.model import HOUR_S, Scope
from vitascope.core.stats.tables import meters
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.http.asgi import ZERO_COPY, Message
from vitascope.http.files import SendBlob, SendBytes, SendFile
from vitascope.http.metering import Metering
from vitascope.origin.counting import Counted, Sender
from vitascope.storage import StorageOptions, open_store

BYTES = bytes(range(250)) * 4


@pytest.fixture
def metering(db: Database) -> Metering:
    return Metering(db, lambda: NOON)


@pytest.fixture
def film(db: Database) -> tuple[VideoEntry, int]:
    """A video, and the number of its rendition."""
    with db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None
        make_rendition(tx, entry.media.id)
    return entry, 5


def traffic(db: Database, metering: Metering) -> dict[str, int]:
    """What was counted, by scope."""
    metering.write()
    query = meters.select().where(meters.c.grain_s == HOUR_S)
    with db.read() as tx:
        found = {str(row.scope): row.amount for row in tx.execute(query)}
    return {"all": 0} | found


async def ask(
    film: tuple[VideoEntry, int],
    metering: Metering,
    answer: Sender,
    method: str = "GET",
    **headers: str,
) -> int:
    """Bytes of the body that arrive."""
    app = Counted(answer, metering, *film)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        return len((await client.request(method, "/", headers=asked)).content)


async def test_bytes_are_charged_to_everybody_they_concern(
    db: Database, metering: Metering, film: tuple[VideoEntry, int]
) -> None:
    await ask(film, metering, SendBytes(BYTES))

    assert traffic(db, metering) == {
        str(Scope.ALL): 1000,
        str(Scope.ACCOUNT): 1000,
        str(Scope.VIDEO): 1000,
        str(Scope.RENDITION): 1000,
    }


@pytest.mark.parametrize(
    ("method", "headers", "counted"),
    [
        ("GET", {}, 1000),
        ("GET", {"Range": "bytes=100-299"}, 200),
        ("GET", {"Range": "bytes=9999-"}, 0),
        ("GET", {"If_None_Match": '"known"'}, 0),
        ("HEAD", {}, 0),
    ],
)
async def test_only_what_is_sent_counts(
    db: Database,
    metering: Metering,
    film: tuple[VideoEntry, int],
    method: str,
    headers: dict[str, str],
    counted: int,
) -> None:
    arrived = await ask(film, metering, SendBytes(BYTES, etag="known"), method, **headers)

    assert (arrived, traffic(db, metering)["all"]) == (counted, counted)


async def test_a_file_read_piece_by_piece_counts(
    db: Database, metering: Metering, film: tuple[VideoEntry, int], tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(BYTES)

    await ask(film, metering, SendFile(path), Range="bytes=0-9")

    assert traffic(db, metering)["all"] == 10


@pytest.mark.parametrize(
    ("method", "headers", "counted"),
    [("GET", {}, 1000), ("GET", {"Range": "bytes=990-"}, 10), ("HEAD", {}, 0)],
)
async def test_what_another_server_sends_counts_as_asked_for(
    db: Database,
    metering: Metering,
    film: tuple[VideoEntry, int],
    tmp_path: Path,
    method: str,
    headers: dict[str, str],
    counted: int,
) -> None:
    store = open_store(StorageOptions(url=f"file:{tmp_path / 'media'}"))
    store.put("a.mp4", io.BytesIO(BYTES))
    blob = SendBlob(store=store, key="a.mp4", size_bytes=1000, accel_prefix="/inside")

    arrived = await ask(film, metering, blob, method, **headers)

    assert (arrived, traffic(db, metering)["all"]) == (0, counted)


class SigningStore:
    """A store elsewhere that sends its blobs itself."""

    def signed_url(self, key: str, *, expires_s: int, filename: str | None = None) -> str:
        return f"https://elsewhere.example/{key}?for={expires_s}&as={filename}"


async def test_a_redirect_counts_as_asked_for(
    db: Database, metering: Metering, film: tuple[VideoEntry, int]
) -> None:
    store: Any = SigningStore()
    blob = SendBlob(store=store, key="a.mp4", size_bytes=1000, redirect_expires_s=60)

    await ask(film, metering, blob, Range="bytes=0-99")

    assert traffic(db, metering)["all"] == 100


async def test_a_file_that_is_gone_counts_nothing(
    db: Database, metering: Metering, film: tuple[VideoEntry, int], tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        await ask(film, metering, SendFile(tmp_path / "gone"))

    assert traffic(db, metering)["all"] == 0


@pytest.mark.parametrize("sent_bytes", [1000, 300])
async def test_a_file_that_the_kernel_sends_counts_as_far_as_it_left(
    db: Database,
    metering: Metering,
    film: tuple[VideoEntry, int],
    tmp_path: Path,
    sent_bytes: int,
) -> None:
    path = tmp_path / "file"
    path.write_bytes(BYTES)
    scope = {"method": "GET", "headers": [], "extensions": {ZERO_COPY: {}}}

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == ZERO_COPY:
            message["sent"] = sent_bytes

    await Counted(SendFile(path), metering, *film)(scope, receive, send)

    assert traffic(db, metering)["all"] == sent_bytes
