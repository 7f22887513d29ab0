"""The socket by which players tell what happens in them."""

from litestar.handlers import WebsocketRouteHandler
from msgspec import Struct

from vitascope.base.errors import Invalid, ProductError, Unavailable
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.reports import Reports
from vitascope.dialects.vsrc.sockets import AnySocket, bind_socket, heard, say
from vitascope.dialects.vsrc.wire_analytics import (
    AckOut,
    BatchAckOut,
    ConnectedOut,
    ErrorOut,
    MessageIn,
    PongOut,
    read_batch,
    read_event,
    read_message,
)
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.sockets import Places

_PLACES, _PLACES_OF_ONE = 5000, 300
_MOST_MISTAKES = 20
_POLICY_BROKEN = 1008


def routes(runtime: Runtime, reports: Reports) -> list[WebsocketRouteHandler]:
    return [bind_socket(paths.ANALYTICS, Listener(runtime, reports).open)]


class Listener:
    def __init__(self, runtime: Runtime, reports: Reports) -> None:
        self._runtime = runtime
        self._reports = reports
        self._places = Places(most=_PLACES, most_of_one=_PLACES_OF_ONE)

    async def open(self, socket: AnySocket) -> None:
        """
        Raises:
            Unavailable: too many players are telling already.
        """
        address = client_of(socket.scope).address
        with self._places.taken(address) as is_free:
            if not is_free:
                raise Unavailable("Too many players are connected", retry_after_s=10)
            await socket.accept()
            await say(socket, ConnectedOut("Connected to the analytics server", self._now_ms()))
            await self._listen(socket, address)

    async def _listen(self, socket: AnySocket, address: str) -> None:
        mistakes = 0
        async for text in heard(socket):
            try:
                answer: Struct = await self._answer(read_message(text), address)
                mistakes = 0
            except ProductError as error:
                answer = ErrorOut(error.message)
                mistakes += 1
            await say(socket, answer)
            if mistakes > _MOST_MISTAKES:
                await socket.close(code=_POLICY_BROKEN, reason="Too many mistakes in a row")
                return

    async def _answer(self, message: MessageIn, address: str) -> Struct:
        """
        Raises:
            ProductError: it is not to be done; the message says why.
        """
        payload = bytes(message.payload)
        match message.type:
            case "ping":
                return PongOut(self._now_ms())
            case "event":
                event = read_event(payload)
                (number,) = await self._reports.take([event], address=address)
                return AckOut(number, event.event_type or "", self._now_ms())
            case "batch":
                numbers = await self._reports.take(read_batch(payload), address=address)
                return BatchAckOut(len(numbers), self._now_ms())
        raise Invalid("type", f"Unknown message type: {message.type[:50]}")

    def _now_ms(self) -> int:
        return int(self._runtime.now().timestamp() * 1000)
