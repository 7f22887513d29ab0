import asyncio

import pytest

from vitascope.base.errors import Invalid
from vitascope.http.asgi import Message, Receive
from vitascope.http.body import body_chunks


def messages(*given: Message) -> Receive:
    """An ASGI receive that gives these, and then waits for ever."""
    waiting = list(given)

    async def receive() -> Message:
        if not waiting:
            await asyncio.Event().wait()
        return waiting.pop(0)

    return receive


def piece(body: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


async def test_a_body_is_its_pieces_without_the_empty_ones() -> None:
    receive = messages(piece(b"a"), piece(b""), piece(b"bc"), piece(b"", more=False))

    chunks = [chunk async for chunk in body_chunks(receive)]

    assert chunks == [b"a", b"bc"]


async def test_a_client_that_leaves_is_an_error() -> None:
    receive = messages(piece(b"a"), {"type": "http.disconnect"})
    chunks = body_chunks(receive)

    first = await anext(chunks)

    assert first == b"a"
    with pytest.raises(Invalid, match="connection ended"):
        await anext(chunks)


async def test_a_client_that_falls_silent_is_an_error() -> None:
    receive = messages(piece(b"a"))
    chunks = body_chunks(receive, idle_timeout_s=0.05)

    first = await anext(chunks)

    assert first == b"a"
    with pytest.raises(Invalid, match=r"No bytes arrived for 0\.05 s"):
        await anext(chunks)
