"""HTTP/1.1 by uvicorn, with files sent by the kernel.

:class:`ZeroCopyProtocol` goes into uvicorn's ``http=``. It starts each request as its parent
does, but with an app around yours that understands one message more. Nothing of uvicorn is
replaced; its version is pinned because the method and attributes used here are not public.
"""

import asyncio
import logging
import os
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from vitascope.http.asgi import ZERO_COPY, ASGIApp, Message, Receive, Scope, Send
from vitascope.http.threads import on_thread

# Long enough for a whole segment in one system call, short enough that others get their turn.
_SLICE_BYTES = 2 << 20
_SENDFILE = hasattr(os, "sendfile")
_NOWAIT = getattr(os, "RWF_NOWAIT", None)

log = logging.getLogger(__name__)


class ZeroCopyProtocol(HttpToolsProtocol):
    """Offers ``http.response.zerocopysend`` to requests without TLS.

    A client that takes no byte for ``stall_timeout_s`` seconds is cut off, whether the kernel
    sends or uvicorn does.
    """

    stall_timeout_s = 60.0

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        if _SENDFILE and self.scheme == "http":
            cycle.scope["extensions"] = {ZERO_COPY: {}}
        super()._start_asgi_task(cycle, _Exchange(app, cycle, self.stall_timeout_s))


class _Exchange:
    """One request and its answer."""

    __slots__ = ("_app", "_cycle", "_send", "_stall_timeout_s")

    def __init__(
        self, app: ASGIApp, cycle: RequestResponseCycle, stall_timeout_s: float
    ) -> None:
        self._app = app
        self._cycle = cycle
        self._stall_timeout_s = stall_timeout_s
        self._send: Send

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._send = send
        await self._app(scope, receive, self.send)

    async def send(self, message: Message) -> None:
        if self._cycle.flow.write_paused:
            await self._drained()
        if message["type"] == ZERO_COPY:
            await self._send_file(message)
        else:
            await self._send(message)

    async def _send_file(self, message: Message) -> None:
        """How many bytes left is noted in the message, as ``sent``.

        Raises:
            RuntimeError: the answer has no Content-Length, or a smaller one.
        """
        cycle = self._cycle
        file, offset, count = message["file"], message["offset"], message["count"]
        if cycle.chunked_encoding is not False or count > cycle.expected_content_length:
            raise RuntimeError("A file must fit into the Content-Length of its answer")
        if cycle.scope["method"] != "HEAD":
            message["sent"] = 0
            message["sent"] = await self._transfer(file, offset, count)
            if message["sent"] < count:
                return
        cycle.expected_content_length -= count
        if message.get("more_body", False) or cycle.expected_content_length:
            return
        # The end as uvicorn has it, without the way through an empty body: every segment
        # comes by here.
        cycle.response_complete = True
        cycle.message_event.set()
        if not cycle.keep_alive:
            cycle.transport.close()
        cycle.on_response()

    async def _transfer(self, file: int, offset: int, count: int) -> int:
        """Send the bytes; returns how many left before the connection ended."""
        transport = self._cycle.transport
        if transport.get_write_buffer_size() > 0:
            await self._flush()
        start, stop = offset, offset + count
        offset = self._at_once(file, offset, stop)
        if offset < stop:
            offset = await self._by_and_by(file, offset, stop)
        if offset < stop:
            transport.abort()
        return offset - start

    async def _flush(self) -> None:
        """What was written before, the headers at least, has to leave first."""
        transport = self._cycle.transport
        transport.set_write_buffer_limits(0)
        while transport.get_write_buffer_size() > 0 and not self._gone():
            await asyncio.sleep(0)
            if self._cycle.flow.write_paused:
                await self._drained()
        if not self._gone():
            transport.set_write_buffer_limits()

    def _at_once(self, file: int, offset: int, stop: int) -> int:
        """Send what goes without waiting, and return the new offset.

        Most segments end here. Nothing else runs meanwhile, so the connection's own descriptor
        stays what it is.
        """
        count = min(stop - offset, _SLICE_BYTES)
        if self._gone() or not _in_memory(file, offset + count - 1):
            return offset
        out = self._cycle.transport.get_extra_info("socket").fileno()
        try:
            return offset + os.sendfile(out, file, offset, count)
        except OSError:
            # Told again, and heard, at the next attempt.
            return offset

    async def _by_and_by(self, file: int, offset: int, stop: int) -> int:
        """Send until the end or for as long as somebody takes it, and return the new offset."""
        if self._gone():
            return offset
        # A descriptor of our own: the loop does not let us wait on its own one, and closing
        # the connection must not free the number while a thread still uses it.
        out = os.dup(self._cycle.transport.get_extra_info("socket").fileno())
        try:
            while offset < stop and not self._gone():
                sent = await self._slice(out, file, offset, stop)
                if sent is None:
                    log.error("file shrank while it was sent", extra={"missing": stop - offset})
                    break
                offset += sent
        except (ConnectionError, TimeoutError):
            pass
        finally:
            os.close(out)
        return offset

    async def _slice(self, out: int, file: int, offset: int, stop: int) -> int | None:
        """Send what goes; None when the file has no more bytes."""
        try:
            sent = await _sendfile(out, file, offset, min(stop - offset, _SLICE_BYTES))
        except BlockingIOError:
            await self._writable(out)
            return 0
        if offset + sent < stop:
            await asyncio.sleep(0)
        return sent or None

    def _gone(self) -> bool:
        return self._cycle.disconnected or self._cycle.transport.is_closing()

    async def _writable(self, out: int) -> None:
        loop = asyncio.get_running_loop()
        ready = loop.create_future()
        loop.add_writer(out, _resolve, ready)
        try:
            async with asyncio.timeout(self._stall_timeout_s):
                await ready
        finally:
            loop.remove_writer(out)

    async def _drained(self) -> None:
        try:
            async with asyncio.timeout(self._stall_timeout_s):
                await self._cycle.flow.drain()
        except TimeoutError:
            self._cycle.transport.abort()


async def _sendfile(out: int, file: int, offset: int, count: int) -> int:
    """Send what the socket takes; in a thread when the disk would have to be waited for."""
    if _in_memory(file, offset + count - 1):
        return os.sendfile(out, file, offset, count)
    return await on_thread(os.sendfile, out, file, offset, count)


def _in_memory(file: int, offset: int) -> bool:
    """True when the byte at ``offset``, and so most likely those before, needs no disk."""
    if _NOWAIT is None:
        return False
    try:
        return os.preadv(file, [bytearray(1)], offset, _NOWAIT) == 1
    except OSError:
        return False


def _resolve(ready: "asyncio.Future[None]") -> None:
    if not ready.done():
        ready.set_result(None)
