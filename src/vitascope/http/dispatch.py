"""One port, several apps: a written table says who answers which paths."""

import logging
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass

from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send

_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,128}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_STARTS = frozenset(
    ("http.response.start", "websocket.accept", "websocket.http.response.start")
)

UUID_PREFIX = "/{uuid}"
"""The prefix of a route to paths whose first part is a full UUID, whichever it is."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Route:
    """Paths that are ``prefix`` or begin with it and a slash belong to ``app``; those of
    :data:`UUID_PREFIX` when nothing longer names them.

    On a ``shared`` route the dispatcher's ``choose`` is asked first. WebSockets open on a route
    with ``sockets`` and on no other.
    """

    prefix: str
    app: str
    shared: bool = False
    sockets: bool = False


class Dispatcher:
    """An ASGI app in front of others. The longest prefix wins, and nobody is tried twice.

    ``default`` answers what no prefix names. ``choose`` names an app for a request to a shared
    route, or None to leave it to the table. ``lifespan`` is entered at start and left at the
    end; the apps see no lifespan of their own.

    Every answer carries ``X-Request-ID``: the client's own when it is well formed. Apps find
    it in ``scope["state"]["request_id"]``.

    Raises:
        ValueError: the table names an app that is missing, or a prefix twice.
    """

    def __init__(
        self,
        table: Sequence[Route],
        apps: Mapping[str, ASGIApp],
        *,
        default: str,
        choose: Callable[[Scope], str | None] = lambda _scope: None,
        lifespan: Callable[[], AbstractAsyncContextManager[None]] = nullcontext,
    ) -> None:
        if missing := {default, *(route.app for route in table)} - set(apps):
            raise ValueError(f"no such app: {sorted(missing)}")
        self._routes = {route.prefix.rstrip("/"): route for route in table}
        if len(self._routes) < len(table):
            raise ValueError("a prefix stands twice in the table")
        # Not to be found by a path that spells it.
        self._of_uuids = self._routes.pop(UUID_PREFIX, None)
        self._apps = apps
        self._default = default
        self._choose = choose
        self._lifespan = lifespan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        if "\0" in scope["path"]:
            # In no name of ours, and PostgreSQL refuses to look for it.
            scope = {**scope, "path": scope["path"].replace("\0", "\N{REPLACEMENT CHARACTER}")}
        request_id = _request_id(scope["headers"])
        scope.setdefault("state", {})["request_id"] = request_id.decode()
        if scope["type"] == "websocket" and not self._takes_sockets(scope["path"]):
            # Servers answer it with 403.
            await send({"type": "websocket.close"})
            return
        name = self.name_for(scope)
        await self._apps[name](scope, receive, _Stamp(send, request_id))

    def name_for(self, scope: Scope) -> str:
        """The name of the app that answers."""
        route = self._route(scope["path"])
        if route is None:
            return self._default
        return (route.shared and self._choose(scope)) or route.app

    def _takes_sockets(self, path: str) -> bool:
        route = self._route(path)
        return route is not None and route.sockets

    def _route(self, path: str) -> Route | None:
        routes, first = self._routes, ""
        while path:
            if path in routes:
                return routes[path]
            first, path = path, path.rpartition("/")[0]
        if self._of_uuids is not None and _UUID.fullmatch(first[1:]):
            return self._of_uuids
        return routes.get("")

    async def _live(self, receive: Receive, send: Send) -> None:
        phase = "startup"
        await receive()
        try:
            async with self._lifespan():
                await send({"type": "lifespan.startup.complete"})
                phase = "shutdown"
                await receive()
        except Exception as error:
            log.exception("lifespan failed", extra={"phase": phase})
            await send({"type": f"lifespan.{phase}.failed", "message": str(error)})
        else:
            await send({"type": "lifespan.shutdown.complete"})


class _Stamp:
    """A ``send`` that puts the request id on the answer."""

    __slots__ = ("_request_id", "_send")

    def __init__(self, send: Send, request_id: bytes) -> None:
        self._send = send
        self._request_id = request_id

    async def __call__(self, message: Message) -> None:
        if message["type"] in _STARTS:
            headers = [*message.get("headers", ()), (b"x-request-id", self._request_id)]
            message = {**message, "headers": headers}
        await self._send(message)


def _request_id(headers: Sequence[tuple[bytes, bytes]]) -> bytes:
    for name, value in headers:
        if name == b"x-request-id" and _REQUEST_ID.fullmatch(value):
            return value
    return secrets.token_hex(12).encode()
