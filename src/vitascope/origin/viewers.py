"""What a request for media shows of its sender."""

import asyncio
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from http.cookies import CookieError, SimpleCookie

from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.core.access.sessions import find_actor
from vitascope.db import Database
from vitascope.http.asgi import Scope
from vitascope.http.cache import TtlCache
from vitascope.http.delivery import Viewer
from vitascope.http.playback_cookie import cookie_name

_REMEMBERED_S = 2.0
_MOST = 4096
_NOBODY = Viewer()


class Viewers:
    """Reads credentials: a session's bearer token, the header with a video's password, the
    query's ``token``, the cookie that a password form has set.
    """

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now
        self._actors: TtlCache[Actor] = TtlCache(ttl_s=_REMEMBERED_S, max_entries=_MOST)

    async def viewer(self, scope: Scope, video: uuid.UUID, query: Mapping[str, str]) -> Viewer:
        headers = dict(scope["headers"])
        bearer = headers.get(b"authorization", b"").decode("latin-1")
        password = headers.get(b"x-peertube-video-password")
        token = query.get("token") or _cookie(headers.get(b"cookie"), video)
        if not bearer and password is None and token is None:
            return _NOBODY
        return Viewer(
            actor=await self._actor(bearer),
            password=None if password is None else password.decode("latin-1"),
            playback_token=token,
        )

    async def _actor(self, authorization: str) -> Actor:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            return ANONYMOUS
        known = self._actors.get(token)
        return known or self._actors.put(token, await asyncio.to_thread(self._ask, token))

    def _ask(self, token: str) -> Actor:
        with self._db.read() as tx:
            return find_actor(tx, token, now=self._now()) or ANONYMOUS


def _cookie(header: bytes | None, video: uuid.UUID) -> str | None:
    if header is None or (name := cookie_name(video)).encode() not in header:
        return None
    try:
        found = SimpleCookie(header.decode("latin-1")).get(name)
    except CookieError:
        return None
    return None if found is None else found.value
