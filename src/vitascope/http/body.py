"""Request bodies as they arrive."""

import asyncio
from collections.abc import AsyncIterator

from vitascope.base.errors import Invalid
from vitascope.http.asgi import Receive

IDLE_TIMEOUT_S = 60.0


async def body_chunks(
    receive: Receive, *, idle_timeout_s: float = IDLE_TIMEOUT_S
) -> AsyncIterator[bytes]:
    """Yield the body in the pieces in which the network brings it.

    Raises:
        Invalid: the client left before the end, or sent nothing for ``idle_timeout_s`` seconds
            (a client that announces more than it sends would otherwise stay for ever).
    """
    more = True
    while more:
        try:
            async with asyncio.timeout(idle_timeout_s):
                message = await receive()
        except TimeoutError:
            raise Invalid("body", f"No bytes arrived for {idle_timeout_s:g} s") from None
        if message["type"] == "http.disconnect":
            raise Invalid("body", "The connection ended before the body did")
        if body := message.get("body"):
            yield body
        more = message.get("more_body", False)
