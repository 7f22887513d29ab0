"""The chat beside a video: everybody who may see it may speak, under any name."""

import asyncio
import time
import uuid
from collections.abc import Callable, Coroutine

import msgspec
from litestar.handlers import WebsocketRouteHandler

from vitascope.base.errors import Invalid, Unavailable
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.chat import Room, Rooms, Seat
from vitascope.dialects.vsrc.media import open_media
from vitascope.dialects.vsrc.sockets import AnySocket, bind_socket, heard
from vitascope.dialects.vsrc.wire import iso
from vitascope.dialects.vsrc.wire_chat import ErrorOut, Said, SystemOut
from vitascope.http.caller import client_of
from vitascope.http.limits import Policy
from vitascope.http.proxies import limit_key
from vitascope.http.runtime import Runtime
from vitascope.http.sockets import Places

# A school is one address.
_PLACES, _PLACES_OF_ONE = 2000, 50
_JOINS = Policy("vsrc chat joins", 120, 60)
_TOLD_WITHIN_S = 10
_MOST_MISTAKES = 20
_POLICY_BROKEN = 1008


def routes(
    runtime: Runtime, clock: Callable[[], float] = time.monotonic
) -> list[WebsocketRouteHandler]:
    chat = Chat(runtime, clock)
    return [bind_socket(paths.CHAT, chat.open)]


class Chat:
    def __init__(self, runtime: Runtime, clock: Callable[[], float]) -> None:
        self._runtime = runtime
        self._rooms = Rooms(clock)
        self._places = Places(most=_PLACES, most_of_one=_PLACES_OF_ONE)

    async def open(self, socket: AnySocket) -> None:
        """
        Raises:
            NotFound: no such video, or it is not for everybody.
            Unavailable: too many chats are open, or this address opens them too fast.
        """
        address = client_of(socket.scope).address
        with self._places.taken(address) as is_free:
            if not is_free:
                raise Unavailable("Too many chats are open", retry_after_s=10)
            await self._check_joins(address)
            media = await asyncio.to_thread(self._find, socket.path_params["media_id"])
            await socket.accept()
            await self._sit(socket, media)

    async def _check_joins(self, address: str) -> None:
        limiter = self._runtime.limiter
        # Programs on the machine itself have no address worth counting.
        if limiter is None or not address:
            return
        verdict = await limiter.ahit(_JOINS, limit_key(address))
        if not verdict.allowed:
            raise Unavailable(
                "Chats were opened too often from here", retry_after_s=verdict.retry_after_s
            )

    def _find(self, media_id: str) -> uuid.UUID:
        with self._runtime.db.read() as tx:
            return open_media(tx, media_id).video.uuid

    async def _sit(self, socket: AnySocket, media: uuid.UUID) -> None:
        with self._rooms.joined(media) as (room, seat):
            seat.tell(self._system("Connected to chat server"))
            room.tell(self._system(f"User joined. {len(room.seats)} user(s) online"))
            try:
                await _first_of(_tell(socket, seat), self._listen(socket, room, seat))
            finally:
                left = len(room.seats) - 1
                room.tell(self._system(f"User left. {left} user(s) online"))

    async def _listen(self, socket: AnySocket, room: Room, seat: Seat) -> None:
        mistakes = 0
        async for text in heard(socket):
            try:
                said = Said.read(text)
                self._rooms.check_pace(room, seat)
            except (Invalid, Unavailable) as error:
                seat.tell(_encoded(ErrorOut(error.message)))
                mistakes += 1
            else:
                room.tell(_encoded(said.out(self._runtime.now())))
                mistakes = 0
            if mistakes > _MOST_MISTAKES:
                await socket.close(code=_POLICY_BROKEN, reason="Too many mistakes in a row")
                return

    def _system(self, message: str) -> str:
        return _encoded(SystemOut(message, iso(self._runtime.now())))


async def _tell(socket: AnySocket, seat: Seat) -> None:
    """Until the client takes no more for a while, which ends the chat."""
    while True:
        text = await seat.untold.get()
        async with asyncio.timeout(_TOLD_WITHIN_S):
            await socket.send_text(text)


async def _first_of(*work: Coroutine[None, None, None]) -> None:
    """Run all until one ends, end the others, and raise what the one raised."""
    tasks = [asyncio.create_task(each) for each in work]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


def _encoded(message: msgspec.Struct) -> str:
    return msgspec.json.encode(message).decode()
