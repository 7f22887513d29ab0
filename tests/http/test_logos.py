import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from tests.answering import Answering, answering
from tests.core.presets.test_logo import preset_with
from tests.factories import NOON

from vitascope.core.presets.logo import logo_key
from vitascope.fetch.guard import Guard
from vitascope.http.logos import MOST_BYTES, Logo, Logos, media_type_of
from vitascope.storage.local import LocalStore

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
HERE = Guard(["127.0.0.0/8"])


@pytest.fixture
def server() -> Iterator[Answering]:
    with answering({"/a.png": (200, PNG)}) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path)


@pytest.fixture
def logos(store: LocalStore) -> Logos:
    return Logos(lambda: store, lambda: HERE, lambda: NOON)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"GIF87a...", "image/gif"),
        (b"GIF89a...", "image/gif"),
        (WEBP, "image/webp"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
        (SVG, None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, expected: str | None) -> None:
    assert media_type_of(content) == expected


async def test_a_logo_is_fetched_once_for_all_who_ask_for_it(
    server: Answering, store: LocalStore, logos: Logos
) -> None:
    preset = preset_with(f"{server.url}/a.png")

    found = await asyncio.gather(*(logos.logo(preset) for _ in range(5)))
    later = await Logos(lambda: store, lambda: HERE, lambda: NOON).logo(preset)

    assert [*found, later] == [Logo(PNG, "image/png")] * 6
    assert len(server.asked) == 1
    assert list(store.list("presets")) == [logo_key(preset)]


async def test_a_preset_without_a_logo_asks_nobody(server: Answering, logos: Logos) -> None:
    assert (await logos.logo(preset_with("")), server.asked) == (None, [])


@pytest.mark.parametrize(
    ("status", "content"),
    [(200, SVG), (200, b""), (404, PNG), (200, PNG + bytes(MOST_BYTES))],
    ids=["SVG", "nothing", "missing", "too large"],
)
async def test_what_is_no_small_picture_is_not_kept(
    server: Answering, store: LocalStore, logos: Logos, status: int, content: bytes
) -> None:
    server.answers["/a.png"] = (status, content)

    found = await logos.logo(preset_with(f"{server.url}/a.png"))

    assert (found, list(store.list("presets"))) == (None, [])


async def test_a_picture_of_a_mebibyte_is_small_enough(server: Answering, logos: Logos) -> None:
    whole = PNG.ljust(MOST_BYTES, b"\0")
    server.answers["/a.png"] = (200, whole)

    found = await logos.logo(preset_with(f"{server.url}/a.png"))

    assert found == Logo(whole, "image/png")


async def test_a_private_address_is_not_asked(server: Answering, store: LocalStore) -> None:
    logos = Logos(lambda: store, Guard, lambda: NOON)

    found = await logos.logo(preset_with(f"{server.url}/a.png"))

    assert (found, server.asked) == (None, [])


async def test_a_failure_is_remembered_for_five_minutes(
    server: Answering, store: LocalStore
) -> None:
    now = NOON
    logos = Logos(lambda: store, lambda: HERE, lambda: now)
    preset = preset_with(f"{server.url}/b.png")
    await logos.logo(preset)
    server.answers["/b.png"] = (200, JPEG)

    found = []
    for seconds in (0, 299, 300):
        now = NOON + timedelta(seconds=seconds)
        found.append(await logos.logo(preset))

    assert found == [None, None, Logo(JPEG, "image/jpeg")]
    assert len(server.asked) == 2


async def test_a_new_address_is_asked_at_once(server: Answering, logos: Logos) -> None:
    first = await logos.logo(preset_with(f"{server.url}/b.png"))

    second = await logos.logo(preset_with(f"{server.url}/a.png"))

    assert (first, second) == (None, Logo(PNG, "image/png"))


@dataclass
class Slow:
    """A server that answers nobody before it is let go."""

    go: asyncio.Event
    now: int = 0
    most: int = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.now += 1
        self.most = max(self.most, self.now)
        await self.go.wait()
        self.now -= 1
        head = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(PNG)
        writer.write(head + PNG)
        writer.close()


async def test_no_more_than_four_are_fetched_at_once(logos: Logos) -> None:
    slow = Slow(asyncio.Event())
    server = await asyncio.start_server(slow.answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    presets = [preset_with(f"http://127.0.0.1:{port}/", uuid.uuid4()) for _ in range(6)]

    asking = asyncio.gather(*(logos.logo(preset) for preset in presets))
    while slow.now < 4:
        await asyncio.sleep(0.01)
    slow.go.set()
    found = await asking
    server.close()

    assert (found, slow.most) == ([Logo(PNG, "image/png")] * 6, 4)
