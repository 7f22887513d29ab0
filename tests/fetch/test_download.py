import asyncio
import gzip
import os
from pathlib import Path

import psutil
import pytest
from tests.fetch.file_server import BODY, MB, WHOLE, Fetch, FileServer
from tests.fetch.loopback import (
    Asked,
    always,
    by_path,
    head,
    redirect,
    serve,
    whole,
)

from vitascope.fetch.download import Downloaded
from vitascope.fetch.errors import (
    BadAnswer,
    BadUrl,
    Blocked,
    Interrupted,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)
from vitascope.fetch.part import record_path


async def test_a_file_is_fetched_whole(fetch: Fetch, path: Path) -> None:
    progress: list[tuple[int, int | None]] = []
    disposition = (
        "Content-Disposition",
        "attachment; filename=\"x\"; filename*=utf-8''f%C3%BC.mp4",
    )
    files = FileServer(body=BODY, headers=[disposition, ("Content-Type", "video/mp4")])

    async with serve(files) as server:
        result = await fetch(server, on_progress=lambda *at: progress.append(at))

    assert result == Downloaded(
        path=path,
        size_bytes=len(BODY),
        filename="fü.mp4",
        content_type="video/mp4",
        final_url=server.url("/v.mp4"),
    )
    assert path.read_bytes() == BODY
    assert progress == sorted(progress)
    assert progress[-1] == (len(BODY), len(BODY))
    assert server.asked[0].headers["accept-encoding"] == "identity"


async def test_an_empty_file_is_a_file(fetch: Fetch, path: Path) -> None:
    async with serve(FileServer(body=b"")) as server:
        result = await fetch(server)

    assert (result.size_bytes, path.read_bytes()) == (0, b"")


async def test_headers_are_sent_along(fetch: Fetch) -> None:
    async with serve(FileServer(body=BODY)) as server:
        await fetch(server, headers={"X-Word": "yes", "Accept-Encoding": "gzip"})

    headers = server.asked[0].headers
    assert (headers["x-word"], headers["accept-encoding"]) == ("yes", "identity")


async def test_a_file_of_unknown_length_ends_where_it_ends(fetch: Fetch, path: Path) -> None:
    progress: list[tuple[int, int | None]] = []

    async with serve(FileServer(body=BODY, with_length=False)) as server:
        await fetch(server, on_progress=lambda *at: progress.append(at))

    assert path.read_bytes() == BODY
    assert progress[-1] == (len(BODY), None)


async def test_a_length_over_the_limit_is_refused_before_any_byte(
    fetch: Fetch, path: Path
) -> None:
    progress: list[int] = []
    promise = head(200, ("Content-Length", 101 * MB))

    async with serve(always(promise)) as server:
        with pytest.raises(TooLarge):
            await fetch(server, on_progress=lambda done, _total: progress.append(done))

    assert (progress, list(path.parent.iterdir())) == ([], [])


@pytest.mark.parametrize("with_length", [True, False])
async def test_the_limit_itself_is_allowed_and_one_byte_more_is_not(
    fetch: Fetch, path: Path, with_length: bool
) -> None:
    async with serve(FileServer(body=BODY, with_length=with_length)) as server:
        with pytest.raises(TooLarge):
            await fetch(server, limit_bytes=len(BODY) - 1)
        left = list(path.parent.iterdir())
        result = await fetch(server, limit_bytes=len(BODY))

    assert (left, result.size_bytes) == ([], len(BODY))


async def test_a_body_without_end_is_cut_at_the_limit(fetch: Fetch, path: Path) -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200))
        while True:
            writer.write(bytes(MB))
            await writer.drain()

    async with serve(answering) as server:
        with pytest.raises(TooLarge):
            await fetch(server, limit_bytes=5 * MB)

    assert list(path.parent.iterdir()) == []


async def test_a_packed_file_is_refused(fetch: Fetch, path: Path) -> None:
    packed = whole(gzip.compress(BODY), ("Content-Encoding", "gzip"))

    async with serve(always(packed)) as server:
        with pytest.raises(BadAnswer) as caught:
            await fetch(server)

    assert str(caught.value) == "The server sends the file in an unusable encoding"
    assert (caught.value.permanent, list(path.parent.iterdir())) == (True, [])


@pytest.mark.parametrize(
    ("status", "tries"), [(404, 1), (403, 1), (204, 1), (503, 3), (429, 3)]
)
async def test_another_status_is_a_bad_answer(fetch: Fetch, status: int, tries: int) -> None:
    async with serve(always(head(status, ("Content-Length", 0)))) as server:
        with pytest.raises(BadAnswer) as caught:
            await fetch(server)

    assert (caught.value.status, len(server.asked)) == (status, tries)


async def test_nobody_there_is_unreachable(fetch: Fetch) -> None:
    async with serve(always(b"")) as server:
        url = server.url()

    with pytest.raises(Unreachable):
        await fetch(url)


@pytest.mark.parametrize("url", ["http://127.0.0.2/v.mp4", "http://10.0.0.1/v.mp4"])
async def test_a_blocked_address_is_tried_once(fetch: Fetch, path: Path, url: str) -> None:
    with pytest.raises(Blocked):
        await fetch(url, pauses_s=(3600,))

    assert list(path.parent.iterdir()) == []


async def test_a_bad_url_leaves_nothing(fetch: Fetch, path: Path) -> None:
    with pytest.raises(BadUrl):
        await fetch("ftp://127.0.0.1/v.mp4")

    assert list(path.parent.iterdir()) == []


async def test_redirects_are_followed_and_name_the_file(fetch: Fetch, path: Path) -> None:
    pages = {"/v.mp4": redirect("/0"), "/named.mp4": WHOLE}
    pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(8)} | {"/8": redirect("/named.mp4")}

    async with serve(by_path(pages)) as server:
        result = await fetch(server)

    assert (result.filename, result.final_url) == ("named.mp4", server.url("/named.mp4"))
    assert (path.read_bytes(), len(server.asked)) == (BODY, 11)


async def test_a_circle_of_redirects_leaves_nothing(fetch: Fetch, path: Path) -> None:
    async with serve(always(redirect("/v.mp4"))) as server:
        with pytest.raises(TooManyRedirects):
            await fetch(server)

    assert (len(server.asked), list(path.parent.iterdir())) == (11, [])


async def test_a_redirect_to_a_private_address_is_refused_before_connecting(
    fetch: Fetch,
) -> None:
    async with (
        serve(FileServer(body=BODY), host="127.0.0.2") as private,
        serve(always(redirect(f"http://127.0.0.2:{private.port}/v.mp4"))) as server,
    ):
        with pytest.raises(Blocked):
            await fetch(server)

    assert (server.connections, private.connections) == (1, 0)


async def test_all_of_it_has_a_time(fetch: Fetch, path: Path) -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, ("Content-Length", len(BODY)), ("ETag", '"1"')))
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with serve(answering) as server:
        with pytest.raises(Interrupted) as caught:
            await fetch(server, timeout_s=0.3)

    assert str(caught.value) == "It took longer than 0.3 seconds"
    assert record_path(path).exists()


async def test_the_memory_does_not_grow_with_the_file(fetch: Fetch, path: Path) -> None:
    block, blocks = os.urandom(MB), 128

    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, ("Content-Length", MB * blocks)))
        for _ in range(blocks):
            writer.write(block)
            await writer.drain()

    process = psutil.Process()
    before = process.memory_info().rss
    most = before

    def on_progress(done: int, _total: int | None) -> None:
        nonlocal most
        if done % MB < 70_000:
            most = max(most, process.memory_info().rss)

    async with serve(answering) as server:
        result = await fetch(server, limit_bytes=MB * blocks, on_progress=on_progress)

    assert result.size_bytes == path.stat().st_size == MB * blocks
    assert most - before < 40 * MB
