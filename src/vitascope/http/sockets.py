"""WebSockets by uvicorn: how many there may be, and which clients are cut off.

Pings that nobody answers end a socket: uvicorn sends one every 20 seconds.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from vitascope.http.proxies import limit_key

LARGEST_MESSAGE_BYTES = 256 * 1024
"""A client that sends a larger one is cut off with code 1009."""

_MOST_UNREAD_BYTES = 64 * 1024


class SocketProtocol(WebSocketsSansIOProtocol):
    """As uvicorn has it, but a client that asks for answers and reads none is cut off.

    The answers to pings do not wait for those before them: they would pile up in our memory.
    """

    def handle_ping(self) -> None:
        super().handle_ping()
        if self.transport.get_write_buffer_size() > _MOST_UNREAD_BYTES:
            self.transport.abort()


class Places:
    """How many sockets may be open at once: in all, and from one address."""

    def __init__(self, *, most: int, most_of_one: int) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._count = 0
        self._of: Counter[str] = Counter()

    @contextmanager
    def taken(self, address: str) -> Iterator[bool]:
        """A place for as long as the block is not left; False when there is none.

        Addresses count as limits count them: an IPv6 network of one customer is one.
        """
        key = limit_key(address)
        if self._count >= self._most or self._of[key] >= self._most_of_one:
            yield False
            return
        self._count += 1
        self._of[key] += 1
        try:
            yield True
        finally:
            self._count -= 1
            self._of[key] -= 1
            # Addresses that left would be remembered for ever.
            if not self._of[key]:
                del self._of[key]
