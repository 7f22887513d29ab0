import asyncio
import sys
from pathlib import Path

import pytest
from tests.fetch.file_server import BODY, FIRST, MB, WHOLE, Fetch, FileServer, ranges
from tests.fetch.loopback import (
    HERE,
    Asked,
    always,
    head,
    in_turn,
    redirect,
    serve,
    whole,
)

from vitascope.fetch.client import open_client
from vitascope.fetch.download import download
from vitascope.fetch.errors import (
    BadAnswer,
    Interrupted,
)


@pytest.mark.parametrize("with_length", [True, False])
@pytest.mark.parametrize("cut", [1, 1000, MB, len(BODY) - 1])
async def test_a_broken_connection_is_resumed(
    fetch: Fetch, path: Path, cut: int, with_length: bool
) -> None:
    files = FileServer(body=BODY, cuts=[cut], with_length=with_length)

    async with serve(files) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert ranges(server) == [None, f"bytes={cut}-"]
    assert server.asked[1].headers["if-range"] == '"1"'


async def test_a_chunked_file_that_breaks_at_its_end_is_found_complete(
    fetch: Fetch, path: Path
) -> None:
    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "range" in asked.headers:
            await files(asked, writer)
        else:
            writer.write(head(200, ("Transfer-Encoding", "chunked"), ("ETag", '"1"')))
            writer.write(b"%x\r\n%b\r\n" % (len(BODY), BODY))

    files = FileServer(body=BODY)

    async with serve(answering) as server:
        result = await fetch(server)

    assert (result.size_bytes, path.read_bytes()) == (len(BODY), BODY)
    assert ranges(server) == [None, f"bytes={len(BODY)}-"]


async def test_progress_begins_the_pauses_anew(fetch: Fetch, path: Path) -> None:
    async with serve(FileServer(body=BODY, cuts=[1000] * 20)) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert len(server.asked) == 21


async def test_no_progress_ends_with_the_pauses(fetch: Fetch, path: Path) -> None:
    async with serve(FileServer(body=BODY, cuts=[1000, 0, 0])) as server:
        with pytest.raises(Interrupted):
            await fetch(server)

    assert len(server.asked) == 3
    assert path.read_bytes() == BODY[:1000]


async def test_a_later_call_goes_on_where_the_last_one_ended(fetch: Fetch, path: Path) -> None:
    async with serve(FileServer(body=BODY, cuts=[MB + 5])) as server:
        with pytest.raises(Interrupted):
            await fetch(server, pauses_s=())
        await fetch(server)

    assert path.read_bytes() == BODY
    assert ranges(server) == [None, f"bytes={MB + 5}-"]


async def test_a_complete_file_is_not_asked_for_again(fetch: Fetch) -> None:
    async with serve(FileServer(body=BODY)) as server:
        first = await fetch(server)
        again = await fetch(server)

    assert (again, len(server.asked)) == (first, 1)


async def test_another_url_begins_again(fetch: Fetch, path: Path) -> None:
    async with serve(FileServer(body=BODY)) as server:
        await fetch(server)
        await fetch(server.url("/other.mp4"))

    assert path.read_bytes() == BODY
    assert ranges(server) == [None, None]


async def test_a_cancelled_download_leaves_its_part(fetch: Fetch, path: Path) -> None:
    reached = asyncio.Event()

    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "range" in asked.headers:
            await FileServer(body=BODY)(asked, writer)
            return
        writer.write(head(200, ("Content-Length", len(BODY)), ("ETag", '"1"')) + BODY[:5000])
        await asyncio.Event().wait()

    def on_progress(done: int, _total: int | None) -> None:
        if done == 5000:
            reached.set()

    async with serve(answering) as server:
        task = asyncio.ensure_future(fetch(server, on_progress=on_progress))
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        left = path.read_bytes()
        await fetch(server)

    assert left == BODY[:5000]
    assert path.read_bytes() == BODY
    assert ranges(server) == [None, "bytes=5000-"]


async def test_a_changed_file_is_fetched_from_its_start(fetch: Fetch, path: Path) -> None:
    new = BODY[::-1]
    old_files, new_files = FileServer(body=BODY, cuts=[1000]), FileServer(body=new, etag='"2"')

    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await (old_files if len(server.asked) == 1 else new_files)(asked, writer)

    async with serve(answering) as server:
        await fetch(server)

    assert path.read_bytes() == new
    assert ranges(server) == [None, "bytes=1000-"]


def continued(start: int, total: int, *headers: tuple[str, object]) -> bytes:
    place = ("Content-Range", f"bytes {start}-{total - 1}/{total}")
    return whole(BODY[start:], place, *headers, status=206)


@pytest.mark.parametrize(
    "second",
    [
        continued(1000, len(BODY), ("ETag", '"2"')),
        continued(999, len(BODY), ("ETag", '"1"')),
        continued(1001, len(BODY), ("ETag", '"1"')),
        continued(1000, len(BODY) + 1, ("ETag", '"1"')),
        whole(BODY[1000:], status=206),
        whole(BODY[1000:], ("Content-Range", "nonsense"), status=206),
        whole(b"", ("Content-Range", "bytes */500"), status=416),
        whole(b"", ("Content-Range", "bytes */1000"), ("ETag", '"2"'), status=416),
        whole(b"", status=416),
    ],
    ids=[
        "another version",
        "a byte too early",
        "a byte too late",
        "another length",
        "nowhere",
        "somewhere",
        "a shorter file",
        "a shorter file of another version",
        "no length",
    ],
)
async def test_a_continuation_that_does_not_fit_begins_again(
    fetch: Fetch, path: Path, second: bytes
) -> None:
    async with serve(in_turn([FIRST, second, WHOLE])) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert ranges(server) == [None, "bytes=1000-", None]


async def test_a_continuation_may_leave_out_the_version(fetch: Fetch, path: Path) -> None:
    async with serve(in_turn([FIRST, continued(1000, len(BODY))])) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert ranges(server) == [None, "bytes=1000-"]


async def test_a_date_is_a_version_too(fetch: Fetch, path: Path) -> None:
    date = "Mon, 01 Jan 2024 00:00:00 GMT"

    async with serve(
        FileServer(body=BODY, etag='W/"1"', last_modified=date, cuts=[9])
    ) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert server.asked[1].headers["if-range"] == date


@pytest.mark.parametrize(
    "files",
    [
        FileServer(body=BODY, with_ranges=False, cuts=[1000]),
        FileServer(body=BODY, etag=None, cuts=[1000]),
        FileServer(body=BODY, etag='W/"1"', cuts=[1000]),
    ],
    ids=["no ranges", "no version", "a weak version"],
)
async def test_a_server_that_cannot_go_on_begins_again(
    fetch: Fetch, path: Path, files: FileServer
) -> None:
    async with serve(files) as server:
        await fetch(server)

    assert path.read_bytes() == BODY
    assert len(server.asked) == 2


async def test_a_server_that_always_breaks_before_its_end_is_left(fetch: Fetch) -> None:
    files = FileServer(body=BODY, with_ranges=False, cuts=[1000] * 9)

    async with serve(files) as server:
        with pytest.raises(Interrupted):
            await fetch(server)

    assert len(server.asked) == 3


async def test_a_part_that_nobody_asked_for_is_a_bad_answer(fetch: Fetch) -> None:
    async with serve(always(continued(0, len(BODY)))) as server:
        with pytest.raises(Interrupted):
            await fetch(server)

    assert ranges(server) == [None, None, None]


async def test_a_server_that_recovers_is_forgiven(fetch: Fetch, path: Path) -> None:
    async with serve(in_turn([whole(b"", status=503), WHOLE])) as server:
        await fetch(server)

    assert path.read_bytes() == BODY


async def test_a_file_that_is_gone_on_resuming_leaves_nothing(fetch: Fetch, path: Path) -> None:
    async with serve(in_turn([FIRST, whole(b"", status=404)])) as server:
        with pytest.raises(BadAnswer):
            await fetch(server)

    assert list(path.parent.iterdir()) == []


async def test_a_resumed_download_asks_the_redirect_for_the_rest(
    fetch: Fetch, path: Path
) -> None:
    async with (
        serve(FileServer(body=BODY, cuts=[1000])) as there,
        serve(always(redirect(there.url("/x.mp4")))) as server,
    ):
        await fetch(server)

    assert path.read_bytes() == BODY
    assert ranges(there) == [None, "bytes=1000-"]


async def test_a_connection_that_stands_still_is_resumed(path: Path) -> None:
    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "range" in asked.headers:
            await FileServer(body=BODY)(asked, writer)
            return
        writer.write(FIRST)
        await writer.drain()
        await asyncio.Event().wait()

    async with serve(answering) as server, open_client(HERE, timeout_s=0.3) as client:
        await download(
            client,
            server.url("/v.mp4"),
            path,
            limit_bytes=100 * MB,
            timeout_s=60,
            on_progress=lambda _done, _total: None,
            pauses_s=(0,) * 20,
        )

    assert path.read_bytes() == BODY
    assert ranges(server)[1] == "bytes=1000-"


WORKER = """
import asyncio, sys
from pathlib import Path
from vitascope.fetch.client import open_client
from vitascope.fetch.download import download
from vitascope.fetch.guard import Guard

async def work(url, path):
    async with open_client(Guard(["127.0.0.1/32"])) as client:
        await download(
            client, url, Path(path), limit_bytes=1 << 30, timeout_s=600,
            on_progress=lambda done, total: None,
        )

asyncio.run(work(*sys.argv[1:]))
"""


@pytest.mark.process
async def test_a_killed_worker_s_part_is_gone_on_with(fetch: Fetch, path: Path) -> None:
    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "range" in asked.headers:
            await FileServer(body=BODY)(asked, writer)
            return
        promise = head(200, ("Content-Length", len(BODY)), ("ETag", '"1"'))
        writer.write(promise + BODY[: 2 * MB + 500_000])
        await writer.drain()
        await asyncio.Event().wait()

    async with serve(answering) as server:
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WORKER, server.url("/v.mp4"), str(path)
        )
        while not path.exists() or path.stat().st_size < 2 * MB:
            assert worker.returncode is None
            await asyncio.sleep(0.01)
        worker.kill()
        await worker.wait()
        left = path.read_bytes()
        await fetch(server)

    assert left == BODY[: len(left)]
    assert path.read_bytes() == BODY
    assert ranges(server) == [None, f"bytes={len(left)}-"]
