"""Carries bytes between a child program and a server, both ways at once."""

import asyncio
from contextlib import suppress

import h11

from vitascope.fetch.proxy_wire import READ_BYTES, Refused, Wire, one_hop

_ESTABLISHED = b"HTTP/1.1 200 Connection established\r\n\r\n"


async def tunnel(child: Wire, server: Wire) -> None:
    """Pass bytes on unread until both sides have said all they want to."""
    early, _ = child.state.trailing_data
    child.writer.write(_ESTABLISHED)
    server.writer.write(early)
    async with asyncio.TaskGroup() as both:
        both.create_task(_pour(child.reader, server.writer))
        both.create_task(_pour(server.reader, child.writer))


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(READ_BYTES):
            writer.write(data)
            await writer.drain()
    # The other direction may still have something to say.
    with suppress(OSError, RuntimeError):
        writer.write_eof()


async def forward(child: Wire, server: Wire, head: h11.Request) -> None:
    """Pass one request on and its answer back.

    Raises:
        Refused: the server did not begin to answer.
    """
    await server.send(head)
    sending = asyncio.create_task(_send_body(child, server))
    try:
        await _send_answer(child, server)
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)


async def _send_body(child: Wire, server: Wire) -> None:
    try:
        while isinstance(event := await child.next_event(), h11.Data | h11.EndOfMessage):
            await server.send(event)
            if isinstance(event, h11.EndOfMessage):
                return
    except (OSError, h11.ProtocolError):
        # No answer will come to half a request, and nobody is left to wait for it.
        server.writer.transport.abort()


async def _send_answer(child: Wire, server: Wire) -> None:
    try:
        event = await server.next_event()
        while isinstance(event, h11.InformationalResponse):
            await child.send(event)
            event = await server.next_event()
    except (OSError, h11.RemoteProtocolError) as error:
        raise Refused(502, "Bad Gateway", "The server did not answer") from error
    if not isinstance(event, h11.Response):
        raise Refused(502, "Bad Gateway", "The server did not answer")
    await child.send(
        h11.Response(status_code=event.status_code, headers=one_hop(event), reason=event.reason)
    )
    while isinstance(event := await server.next_event(), h11.Data | h11.EndOfMessage):
        await child.send(event)
        if isinstance(event, h11.EndOfMessage):
            return
