import asyncio
import hashlib
import itertools
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx
import pytest

from vitascope.base.errors import Invalid, QuotaExceeded
from vitascope.http.asgi import Message, Receive
from vitascope.http.multipart import FileRule, Form, ReceivedFile, read_form
from vitascope.http.parts import PartHead

BOUNDARY = b"xXx-boundary"
CONTENT = bytes(range(256)) * 9 + b"\r\n--xXx-almost\r\n--"


def part(name: str, data: bytes, filename: str | None = None) -> bytes:
    file = "" if filename is None else f'; filename="{filename}"\r\nContent-Type: video/mp4'
    head = f'Content-Disposition: form-data; name="{name}"{file}'
    return b"--" + BOUNDARY + b"\r\n" + head.encode() + b"\r\n\r\n" + data + b"\r\n"


def body(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--" + BOUNDARY + b"--\r\n"


def scope(content_type: bytes = b"multipart/form-data; boundary=" + BOUNDARY) -> Any:
    return {"type": "http", "headers": [(b"content-type", content_type)]}


def arriving(pieces: Iterable[bytes], *, whole: bool = True) -> Receive:
    """An ASGI receive that brings these pieces, and then the end or a broken connection."""
    waiting = iter(pieces)

    async def receive() -> Message:
        piece = next(waiting, None)
        if piece is not None:
            return {"type": "http.request", "body": piece, "more_body": True}
        if whole:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.disconnect"}

    return receive


def cut(data: bytes, size_bytes: int) -> list[bytes]:
    return [data[at : at + size_bytes] for at in range(0, len(data), size_bytes)]


class Unwelcome(Exception):
    """What a rule's check raises."""


@pytest.fixture
def rules(tmp_path: Path) -> dict[str, FileRule]:
    return {
        "video": FileRule(limit_bytes=1 << 30, folder=tmp_path / "videos"),
        "poster": FileRule(limit_bytes=100, folder=tmp_path / "posters"),
    }


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


PARTS = [
    part("name", "Käse".encode()),
    part("video", CONTENT, filename="C:\\clips\\Ä \n1.mp4"),
    part("tag", b"one"),
    part("tag", b"two"),
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("size_bytes", [1, 7, 1 << 16])
async def test_the_file_may_come_anywhere_and_in_pieces_of_any_size(
    rules: dict[str, FileRule], order: tuple[int, ...], size_bytes: int
) -> None:
    parts = [[PARTS[0]], [PARTS[1]], PARTS[2:]]
    data = body(*(piece for number in order for piece in parts[number]))

    form = await read_form(scope(), arriving(cut(data, size_bytes)), files=rules)

    path = form.files["video"].path
    assert form == Form(
        fields={"name": ["Käse"], "tag": ["one", "two"]},
        files={
            "video": ReceivedFile(
                filename="Ä 1.mp4",
                content_type="video/mp4",
                path=path,
                size_bytes=len(CONTENT),
                sha256=hashlib.sha256(CONTENT).hexdigest(),
            )
        },
    )
    assert path.read_bytes() == CONTENT
    assert path.parent == rules["video"].folder


async def test_what_nobody_asked_for_is_dropped(
    rules: dict[str, FileRule], tmp_path: Path
) -> None:
    data = body(
        part("unknown", CONTENT, filename="a.exe"),
        part("video", b"", filename=""),
        part("name", b"kept"),
    )

    form = await read_form(scope(), arriving([data]), files=rules)

    assert form == Form(fields={"name": ["kept"]})
    assert files_in(tmp_path) == []


async def test_an_empty_form_is_a_form(rules: dict[str, FileRule]) -> None:
    form = await read_form(scope(), arriving([body()]), files=rules)

    assert form == Form()


async def test_discard_removes_the_files(rules: dict[str, FileRule], tmp_path: Path) -> None:
    data = body(part("video", b"1", filename="a"), part("poster", b"2", filename="b"))
    form = await read_form(scope(), arriving([data]), files=rules)
    assert len(files_in(tmp_path)) == 2

    await form.discard()

    assert files_in(tmp_path) == []


GOOD = part("video", CONTENT, filename="a.mp4")
BROKEN = {
    "no boundary anywhere": [b"nonsense"],
    "nothing at all": [],
    "stops after a part": [GOOD],
    "stops inside a part": [body(GOOD, GOOD)[:-3000]],
    "a part without a name": [body(GOOD, part("x", b"").replace(b'name="x"', b"x"))],
    "a broken header": [body(GOOD, part("x", b"").replace(b"Content-Disp", b"Cont\0ent"))],
    "an endless header": [body(GOOD, part("x" * 10_000, b""))],
    "a field that is not text": [body(GOOD, part("name", b"\xff"))],
    "a field that is too long": [body(GOOD, part("name", b"x" * 1001))],
    "too many fields": [body(GOOD, *(part("name", b"x") for _ in range(10)))],
    "a second file in one field": [body(GOOD, GOOD)],
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_broken_form_is_invalid_and_leaves_no_file(
    rules: dict[str, FileRule], tmp_path: Path, name: str
) -> None:
    receive = arriving(BROKEN[name])

    with pytest.raises(Invalid):
        await read_form(scope(), receive, files=rules, max_field_bytes=1000, max_fields=10)

    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    "content_type",
    [b"", b"application/json", b"multipart/form-data", b"multipart/form-data; boundary=",
     b"multipart/form-data; boundary=" + b"x" * 300],
)  # fmt: skip
async def test_a_body_of_another_kind_is_invalid(content_type: bytes) -> None:
    with pytest.raises(Invalid, match="multipart"):
        await read_form(scope(content_type), arriving([body()]), files={})


async def test_a_file_over_its_limit_is_removed_with_the_others(
    rules: dict[str, FileRule], tmp_path: Path
) -> None:
    data = body(GOOD, part("poster", b"x" * 101, filename="p.jpg"))

    with pytest.raises(QuotaExceeded) as caught:
        await read_form(scope(), arriving([data]), files=rules)

    assert (caught.value.used, caught.value.limit) == (101, 100)
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("size_bytes", [100, len(GOOD), len(GOOD) + 50])
async def test_a_client_that_leaves_leaves_no_file(
    rules: dict[str, FileRule], tmp_path: Path, size_bytes: int
) -> None:
    data = body(GOOD, part("name", b"x" * 100))
    receive = arriving([data[:size_bytes]], whole=False)

    with pytest.raises(Invalid, match="connection ended"):
        await read_form(scope(), receive, files=rules)

    assert files_in(tmp_path) == []


async def test_a_request_that_is_cancelled_leaves_no_file(
    rules: dict[str, FileRule], tmp_path: Path
) -> None:
    chunks = [GOOD]
    taken = asyncio.Event()

    async def receive() -> Message:
        if not chunks:
            taken.set()
            await asyncio.Event().wait()
        return {"type": "http.request", "body": chunks.pop(), "more_body": True}

    reading = asyncio.create_task(read_form(scope(), receive, files=rules))
    await taken.wait()
    assert len(files_in(tmp_path)) == 1

    reading.cancel()
    await asyncio.wait([reading])

    assert reading.cancelled()
    assert files_in(tmp_path) == []


async def test_memory_stays_flat_for_two_hundred_megabytes(
    rules: dict[str, FileRule],
) -> None:
    size_bytes, chunk_bytes = 200 << 20, 64 << 10
    opening, ending = part("video", b"", filename="a.mp4")[:-2], b"\r\n" + body()
    chunks = (bytes(chunk_bytes) for _ in range(size_bytes // chunk_bytes))

    tracemalloc.start()
    try:
        receive = arriving(itertools.chain([opening], chunks, [ending]))
        form = await read_form(scope(), receive, files=rules)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert form.files["video"].size_bytes == size_bytes
    assert peak_bytes < 8 << 20


async def test_a_form_of_a_real_client_is_read() -> None:
    request = httpx.Request("POST", "http://x", data={"a": ["1", "2"]}, files={"f": b"x"})
    content_type = request.headers["content-type"].encode()

    form = await read_form(scope(content_type), arriving([request.read()]), files={})

    assert form == Form(fields={"a": ["1", "2"]})


async def test_a_file_can_be_refused_by_what_is_said_of_it(tmp_path: Path) -> None:
    heads = []

    def refuse(head: PartHead) -> None:
        heads.append(head)
        raise Unwelcome

    rule = FileRule(limit_bytes=100, folder=tmp_path / "videos", check=refuse)
    pieces = [body(part("video", CONTENT, "tale.txt"))[:200]]

    with pytest.raises(Unwelcome):
        await read_form(scope(), arriving(pieces, whole=False), files={"video": rule})

    assert heads == [PartHead(name="video", filename="tale.txt", content_type="video/mp4")]
    assert not (tmp_path / "videos").exists()
