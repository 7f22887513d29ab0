"""WebSockets of this dialect: how they open, are refused, and what comes in by them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeAlias

import msgspec
import structlog
from litestar import WebSocket, websocket
from litestar.exceptions import WebSocketDisconnect
from litestar.handlers import WebsocketRouteHandler
from msgspec import Struct

from vitascope.base.errors import ProductError
from vitascope.dialects.vsrc.errors import failure_of, words_of

log = structlog.get_logger(__name__)

AnySocket: TypeAlias = WebSocket[Any, Any, Any]

_TEXT_ONLY, _OUR_MISTAKE = 1003, 1011
_ANSWERS = "websocket.http.response"


def bind_socket(
    path: str, talk: Callable[[AnySocket], Awaitable[None]]
) -> WebsocketRouteHandler:
    """Have ``talk`` accept, or refuse by a product error, who opens a socket at ``path``, and
    speak with them until they leave.
    """

    async def talking(socket: AnySocket) -> None:
        try:
            await talk(socket)
        except ProductError as error:
            await _refuse(socket, error)
        except (OSError, WebSocketDisconnect):
            # They left while something was said to them.
            return
        except Exception:
            log.exception("socket failed", path=path)
            await socket.close(code=_OUR_MISTAKE)

    return websocket(path)(talking)


async def heard(socket: AnySocket) -> AsyncIterator[str]:
    """Each message of an open socket until it closes. Bytes close it: nobody here sends any."""
    while True:
        message: Any = await socket.receive()
        if message["type"] != "websocket.receive":
            return
        text = message.get("text")
        if text is None:
            await socket.close(code=_TEXT_ONLY, reason="Messages are text")
            return
        yield text


async def say(socket: AnySocket, message: Struct) -> None:
    """Send ``message`` as JSON; waits for a client that reads slowly."""
    await socket.send_text(msgspec.json.encode(message).decode())


async def _refuse(socket: AnySocket, error: ProductError) -> None:
    """Answer as any other request that fails. A server that cannot, closes: clients see 403."""
    if socket.connection_state != "init":
        await socket.close(code=_OUR_MISTAKE)
    elif _ANSWERS not in (socket.scope.get("extensions") or {}):
        await socket.close()
    else:
        status, code = words_of(error)
        body = msgspec.json.encode(failure_of(code, error.message))
        headers = [(b"content-type", b"application/json")]
        start: Any = {"type": f"{_ANSWERS}.start", "status": status, "headers": headers}
        end: Any = {"type": f"{_ANSWERS}.body", "body": body}
        await socket.send(start)
        await socket.send(end)
