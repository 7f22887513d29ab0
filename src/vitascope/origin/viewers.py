"""What a request for media shows of its sender."""

import asyncio
import uuid
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.http.asgi import Scope
from vitascope.http.cache import TtlCache
from vitascope.http.caller import Callers, Shown, visitor_credential
from vitascope.http.delivery import Viewer
from vitascope.http.playback_cookie import cookie_name

_REMEMBERED_S = 2.0
_MOST = 4096
_NOBODY = Viewer()


class Viewers:
    """Reads credentials: those of callers, the pages' session, the header with a video's
    password, the query's ``token``, the cookie that a password form has set.
    """

    def __init__(self, callers: Callers) -> None:
        self._callers = callers
        self._actors: TtlCache[Actor] = TtlCache(ttl_s=_REMEMBERED_S, max_entries=_MOST)

    async def viewer(self, scope: Scope, video: uuid.UUID, query: Mapping[str, str]) -> Viewer:
        headers = dict(scope["headers"])
        password = headers.get(b"x-peertube-video-password")
        token = query.get("token") or _cookie(headers.get(b"cookie"), video)
        shown = visitor_credential(scope)
        if shown is None and password is None and token is None:
            return _NOBODY
        return Viewer(
            actor=await self._actor(scope, shown),
            password=None if password is None else password.decode("latin-1"),
            playback_token=token,
        )

    async def _actor(self, scope: Scope, shown: Shown | None) -> Actor:
        if shown is None:
            return ANONYMOUS
        known = self._actors.get(shown.credential)
        if known is not None:
            return known
        found = await asyncio.to_thread(self._callers.find_visitor, scope)
        return self._actors.put(shown.credential, found)


def _cookie(header: bytes | None, video: uuid.UUID) -> str | None:
    if header is None or (name := cookie_name(video)).encode() not in header:
        return None
    try:
        found = SimpleCookie(header.decode("latin-1")).get(name)
    except CookieError:
        return None
    return None if found is None else found.value
