"""Heartbeats by way of this server, so that viewers do not learn where they go."""

import asyncio
import secrets
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import structlog

from vitascope.base.errors import NotFound
from vitascope.base.ids import HeartbeatId, UserId
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
# One user's address that never answers must not keep those of others waiting.
_MOST_AT_ONCE, _MOST_OF_ONE_USER = 32, 8
_LONGEST_VALUE = 500
# Players post a little unevenly, and the first beat of a page may follow the last of another.
_TOLERANCE = 0.8
_MOST_REMEMBERED = 100_000

log = structlog.get_logger(__name__)


class Relay:
    """Sends on what players post, as often as the owner of the video has said at most."""

    def __init__(self, runtime: Runtime, *, timeout_s: float = _TIMEOUT_S) -> None:
        self._runtime = runtime
        self._timeout_s = timeout_s
        self._pace = Pace()
        self._lines = Lines(_MOST_AT_ONCE, _MOST_OF_ONE_USER)

    async def send(self, entry: VideoEntry, given: Given, address: str) -> None:
        """What the player of a viewer at ``address`` says: ``id``, ``position`` and ``value``.

        Whether it arrives is nobody's business; beats that come too fast are dropped,
        and so are those for which no line is free.

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
            with self._lines.take(heartbeat.user_id) as is_free:
                if is_free:
                    await self._post(heartbeat, fields)

    async def _post(self, heartbeat: Heartbeat, fields: Mapping[str, str]) -> None:
        content_type, body = multipart(fields)
        headers = {"Content-Type": content_type}
        try:
            async with (
                # For all of it: one that answers a byte at a time would never end.
                asyncio.timeout(self._timeout_s),
                open_client(self._runtime.guard, timeout_s=self._timeout_s) as client,
                request(client, "POST", heartbeat.url, headers=headers, content=body),
            ):
                pass
        except (FetchError, TimeoutError) as error:
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


class Lines:
    """``most`` that are busy at once, and ``most_of_one`` with one user's. To be used by
    coroutines of one event loop.
    """

    def __init__(self, most: int, most_of_one: int) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._busy: Counter[UserId] = Counter()

    @contextmanager
    def take(self, user_id: UserId) -> Iterator[bool]:
        """A line for the block; False when none is free."""
        is_free = self._busy.total() < self._most and self._busy[user_id] < self._most_of_one
        taken = Counter({user_id: int(is_free)})
        self._busy.update(taken)
        try:
            yield is_free
        finally:
            # Unlike subtract(), this forgets who has none.
            self._busy -= taken


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
