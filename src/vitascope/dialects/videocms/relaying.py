"""Heartbeats by way of this server, so that viewers do not learn where they go."""

import secrets
import time
from asyncio import Semaphore
from collections import OrderedDict
from collections.abc import Callable, Mapping

import structlog

from vitascope.base.errors import NotFound
from vitascope.base.ids import HeartbeatId
from vitascope.core.heartbeats.keep import list_beating
from vitascope.core.heartbeats.model import Heartbeat
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.input import Given
from vitascope.fetch.client import open_client, request
from vitascope.fetch.errors import FetchError
from vitascope.http.proxies import limit_key
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_TIMEOUT_S = 5.0
_MOST_AT_ONCE = 16
_LONGEST_VALUE = 500
# Players post a little unevenly, and the first beat of a page may follow the last of another.
_TOLERANCE = 0.8
_MOST_REMEMBERED = 100_000

log = structlog.get_logger(__name__)


class Relay:
    """Sends on what players post, as often as the owner of the video has said at most."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._pace = Pace()
        self._turns = Semaphore(_MOST_AT_ONCE)

    async def send(self, entry: VideoEntry, given: Given, address: str) -> None:
        """What the player of a viewer at ``address`` says: ``id``, ``position`` and ``value``.

        Whether it arrives is nobody's business; beats that come too fast are dropped.

        Raises:
            NotFound: heartbeats are not relayed here, or the video's owner has no such one.
            Invalid: a value is of another kind than it has to be.
        """
        if not self._runtime.settings.current().relays_heartbeats:
            raise NotFound("page", "heartbeat")
        number = HeartbeatId(given.number("id", least=0) or 0)
        heartbeat = await on_thread(_find, self._runtime, entry, number)
        fields = {
            "uuid": str(entry.video.uuid),
            "position": f"{given.real('position') or 0.0:g}",
            heartbeat.field_name: given.text("value", longest=_LONGEST_VALUE),
        }
        viewer = f"{limit_key(address)} {entry.video.uuid} {heartbeat.id}"
        if self._pace.allows(viewer, 60 / heartbeat.per_minute * _TOLERANCE):
            async with self._turns:
                await self._post(heartbeat, fields)

    async def _post(self, heartbeat: Heartbeat, fields: Mapping[str, str]) -> None:
        content_type, body = multipart(fields)
        headers = {"Content-Type": content_type}
        async with open_client(self._runtime.guard, timeout_s=_TIMEOUT_S) as client:
            try:
                async with request(
                    client, "POST", heartbeat.url, headers=headers, content=body
                ):
                    pass
            except FetchError as error:
                log.info("heartbeat not sent", heartbeat=heartbeat.id, reason=str(error))


class Pace:
    """How often something may happen. Forgets the oldest when it knows too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next: OrderedDict[str, float] = OrderedDict()

    def allows(self, key: str, interval_s: float) -> bool:
        """Whether ``interval_s`` have passed since the last time that it was allowed."""
        now = self._clock()
        if self._next.get(key, now) > now:
            return False
        self._next[key] = now + interval_s
        self._next.move_to_end(key)
        while len(self._next) > _MOST_REMEMBERED:
            self._next.popitem(last=False)
        return True


def multipart(fields: Mapping[str, str]) -> tuple[str, bytes]:
    """A form of texts as browsers send it: its content type and its body. Names are letters."""
    boundary = f"----vitascope{secrets.token_hex(16)}"
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    body = "".join([*parts, f"--{boundary}--\r\n"])
    return f"multipart/form-data; boundary={boundary}", body.encode()


def _find(runtime: Runtime, entry: VideoEntry, number: HeartbeatId) -> Heartbeat:
    with runtime.db.read() as tx:
        for heartbeat in list_beating(tx, entry.owner_id):
            if heartbeat.id == number:
                return heartbeat
    raise NotFound("heartbeat", number)
