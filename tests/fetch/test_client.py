import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import httpx2
import pytest
from tests.fetch.loopback import (
    HERE,
    Asked,
    always,
    by_path,
    head,
    in_turn,
    redirect,
    serve,
    whole,
)

from vitascope.fetch.client import get_bytes, get_json, open_client, request
from vitascope.fetch.errors import (
    BadAnswer,
    BadUrl,
    Blocked,
    Interrupted,
    Problem,
    TooLarge,
    TooManyRedirects,
)

MB = 1 << 20


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    async with open_client(HERE, user_agent="Test/1") as opened:
        yield opened


async def test_the_client_says_who_it_is_and_follows_nothing(
    client: httpx2.AsyncClient,
) -> None:
    async with serve(always(redirect("/there"))) as server:
        answer = await client.get(server.url("/here"))

    assert (answer.status_code, len(server.asked)) == (302, 1)
    assert server.asked[0].headers["user-agent"] == "Test/1"


async def test_no_cookie_is_kept_from_one_person_to_the_next(
    client: httpx2.AsyncClient,
) -> None:
    async with serve(always(whole(b"", ("Set-Cookie", "session=secret; Path=/")))) as server:
        await client.get(server.url())
        await client.get(server.url())

    assert [asked.headers.get("cookie") for asked in server.asked] == [None, None]


async def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.9:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.9:9")

    async with serve(always(whole(b"hello"))) as server, open_client(HERE) as client:
        body = await get_bytes(client, server.url(), limit_bytes=10)

    assert body == b"hello"


async def test_ten_redirects_are_followed(client: httpx2.AsyncClient) -> None:
    pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(10)} | {"/10": whole(b"there")}

    async with serve(by_path(pages)) as server:
        body = await get_bytes(client, server.url("/0"), limit_bytes=10)

    assert (body, len(server.asked)) == (b"there", 11)


async def test_eleven_redirects_are_too_many(client: httpx2.AsyncClient) -> None:
    pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(11)} | {"/11": whole(b"there")}

    async with serve(by_path(pages)) as server:
        with pytest.raises(TooManyRedirects):
            await get_bytes(client, server.url("/0"), limit_bytes=10)

    assert len(server.asked) == 11


async def test_a_circle_of_redirects_is_left(client: httpx2.AsyncClient) -> None:
    async with serve(by_path({"/a": redirect("/b"), "/b": redirect("/a")})) as server:
        with pytest.raises(TooManyRedirects):
            await get_bytes(client, server.url("/a"), limit_bytes=10)

    assert [asked.target for asked in server.asked] == ["/a", "/b"] * 5 + ["/a"]


async def test_a_caller_may_want_no_redirect(client: httpx2.AsyncClient) -> None:
    async with serve(always(redirect("/there"))) as server:
        with pytest.raises(TooManyRedirects):
            async with request(client, "POST", server.url(), most_redirects=0):
                pass

    assert len(server.asked) == 1


@pytest.mark.parametrize("host", ["127.0.0.2", "0x7f.2", "[::ffff:127.0.0.2]"])
async def test_a_redirect_to_a_blocked_address_is_refused_before_connecting(
    client: httpx2.AsyncClient, host: str
) -> None:
    async with (
        serve(always(whole(b"secret")), host="127.0.0.2") as private,
        serve(always(redirect(f"http://{host}:{private.port}/"))) as server,
    ):
        with pytest.raises(Blocked):
            await get_bytes(client, server.url(), limit_bytes=10)

    assert (server.connections, private.connections) == (1, 0)


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("file:///etc/passwd", Problem.SCHEME),
        ("ftp://127.0.0.1/x", Problem.SCHEME),
        ("gopher://127.0.0.1:6379/_x", Problem.SCHEME),
        ("http://user:word@127.0.0.1/", Problem.CREDENTIALS),
        ("http://127.0.0.1:0/", Problem.PORT),
        ("http://a..b/", Problem.HOST),
        ("http://[/", Problem.HOST),
    ],
)
async def test_a_redirect_is_checked_like_the_first_url(
    client: httpx2.AsyncClient, location: str, problem: Problem
) -> None:
    async with serve(always(redirect(location))) as server:
        with pytest.raises(BadUrl) as caught:
            await get_bytes(client, server.url(), limit_bytes=10)

    assert caught.value.problem is problem


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("b", "/a/b"),
        ("/b?c#d", "/b?c"),
        ("../b c", "/b%20c"),
        ("?q", "/a/x?q"),
        ("//127.0.0.1:{port}/b", "/b"),
    ],
)
async def test_a_redirect_may_be_relative(
    client: httpx2.AsyncClient, location: str, target: str
) -> None:
    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        there = redirect(location.format(port=server.port))
        writer.write(there if asked.target == "/a/x" else whole(b"there"))

    async with serve(answering) as server:
        body = await get_bytes(client, server.url("/a/x"), limit_bytes=10)

    assert (body, [asked.target for asked in server.asked]) == (b"there", ["/a/x", target])


async def test_a_redirect_without_a_place_is_a_bad_answer(client: httpx2.AsyncClient) -> None:
    async with serve(always(head(302, ("Content-Length", 0)))) as server:
        with pytest.raises(BadAnswer) as caught:
            await get_bytes(client, server.url(), limit_bytes=10)

    assert caught.value.status == 302


@pytest.mark.parametrize(
    ("status", "method", "body"),
    [
        (301, "GET", b""),
        (302, "GET", b""),
        (303, "GET", b""),
        (307, "POST", b"x"),
        (308, "POST", b"x"),
    ],
)
async def test_a_post_is_sent_on_as_its_status_says(
    client: httpx2.AsyncClient, status: int, method: str, body: bytes
) -> None:
    headers = {"Content-Type": "text/plain", "X-Word": "kept"}

    async with (
        serve(in_turn([redirect("/b", status), whole(b"")])) as server,
        request(client, "POST", server.url(), headers=headers, content=b"x"),
    ):
        pass

    last = server.asked[1]
    assert (last.method, last.body, last.headers["x-word"]) == (method, body, "kept")
    assert last.headers.get("content-type") == ("text/plain" if body else None)


async def test_secrets_stay_with_the_first_server(client: httpx2.AsyncClient) -> None:
    secrets = {"Authorization": "Bearer x", "Cookie": "a=b", "X-Api-Key": "k", "Signature": "s"}
    harmless = {"Accept": "video/*", "Range": "bytes=5-", "If-Range": '"x"'}

    async with (
        serve(always(whole(b"there"))) as other,
        serve(in_turn([redirect("/b"), redirect(other.url("/c"))])) as server,
        request(client, "GET", server.url(), headers=secrets | harmless) as answer,
    ):
        final = answer.url

    given = [
        {name: asked.headers.get(name.lower()) for name in secrets | harmless}
        for asked in [*server.asked, *other.asked]
    ]
    assert given == [secrets | harmless] * 2 + [dict.fromkeys(secrets) | harmless]
    assert str(final) == other.url("/c")


async def test_a_body_is_read_up_to_the_limit(client: httpx2.AsyncClient) -> None:
    async with serve(always(whole(b"0123456789"))) as server:
        body = await get_bytes(client, server.url(), limit_bytes=10)
        with pytest.raises(TooLarge):
            await get_bytes(client, server.url(), limit_bytes=9)

    assert body == b"0123456789"


async def test_a_body_without_length_is_cut_at_the_limit(client: httpx2.AsyncClient) -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200))
        while True:
            writer.write(b"x" * MB)
            await writer.drain()

    async with serve(answering) as server:
        with pytest.raises(TooLarge) as caught:
            await get_bytes(client, server.url(), limit_bytes=MB)

    assert caught.value.limit_bytes == MB


def bomb() -> bytes:
    """A thousand times as large as it looks, twice over."""
    packed = gzip.compress(bytes(64 * MB), 1)
    return gzip.compress(packed)


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,gzip"])
async def test_a_small_body_that_unpacks_to_a_huge_one_is_too_large(
    client: httpx2.AsyncClient, coding: str
) -> None:
    async with serve(always(whole(bomb(), ("Content-Encoding", coding)))) as server:
        with pytest.raises(TooLarge):
            await get_bytes(client, server.url(), limit_bytes=4 * MB)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", gzip.compress(b"hello", mtime=0)), ("deflate", zlib.compress(b"hello"))],
)
async def test_a_packed_body_is_unpacked(
    client: httpx2.AsyncClient, coding: str, packed: bytes
) -> None:
    async with serve(always(whole(packed, ("Content-Encoding", coding)))) as server:
        body = await get_bytes(client, server.url(), limit_bytes=100)

    assert body == b"hello"


async def test_a_body_that_is_not_packed_as_it_says_is_a_bad_answer(
    client: httpx2.AsyncClient,
) -> None:
    async with serve(always(whole(b"hello", ("Content-Encoding", "gzip")))) as server:
        with pytest.raises(BadAnswer):
            await get_bytes(client, server.url(), limit_bytes=100)


@pytest.mark.parametrize(
    ("status", "permanent"), [(404, True), (403, True), (500, False), (429, False)]
)
async def test_another_status_is_a_bad_answer(
    client: httpx2.AsyncClient, status: int, permanent: bool
) -> None:
    async with serve(always(whole(b"oh", status=status))) as server:
        with pytest.raises(BadAnswer) as caught:
            await get_bytes(client, server.url(), limit_bytes=100)

    assert (caught.value.status, caught.value.permanent) == (status, permanent)


async def test_a_body_that_drips_is_given_up(client: httpx2.AsyncClient) -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200))
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with serve(answering) as server:
        with pytest.raises(Interrupted) as caught:
            await get_bytes(client, server.url(), limit_bytes=MB, timeout_s=0.1)

    assert str(caught.value) == "The server took longer than 0.1 seconds"


async def test_json_is_asked_for_and_read(client: httpx2.AsyncClient) -> None:
    async with serve(always(whole(b'{"a": [1, null]}'))) as server:
        value = await get_json(client, server.url(), limit_bytes=100, headers={"X-Word": "y"})

    assert value == {"a": [1, None]}
    headers = server.asked[0].headers
    assert (headers["accept"], headers["x-word"]) == ("application/json", "y")


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"\xff\xfe\x00", b"[" * 90_000],
    ids=["empty", "page", "binary", "deep"],
)
async def test_what_is_not_json_is_a_bad_answer(
    client: httpx2.AsyncClient, body: bytes
) -> None:
    async with serve(always(whole(body))) as server:
        with pytest.raises(BadAnswer) as caught:
            await get_json(client, server.url(), limit_bytes=MB)

    assert str(caught.value) == "The server did not answer with JSON"
