"""Who plays what, by embed tokens."""

import time
from collections.abc import Callable
from typing import TypeAlias

from vitascope.core.embeds.model import Embed, Place, Playback
from vitascope.core.embeds.open import open_beside, open_embed
from vitascope.core.embeds.places import check_site, network_of
from vitascope.core.embeds.play import begin_playback, find_playback, renew_playback
from vitascope.core.videos.domains import site_of
from vitascope.dialects.avcaption.auth import AnyRequest
from vitascope.http.cache import TtlCache
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime

PLAYBACK_TOKEN = "token"  # noqa: S105 -- the name of a parameter
# How long somebody whose token was revoked may go on.
_REMEMBERED_S = 2.0
_MOST = 4096

_Asked: TypeAlias = tuple[str, str, Place]


class Playing:
    """Lets players in. All of it blocks, and raises what :mod:`vitascope.core.embeds` does.

    What was found out is remembered for a moment, since players ask with every segment.
    """

    def __init__(
        self, runtime: Runtime, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._runtime = runtime
        self._found: TtlCache[Playback] = TtlCache(
            ttl_s=_REMEMBERED_S, max_entries=_MOST, clock=clock
        )

    def begin(self, request: AnyRequest, token: str) -> tuple[Playback, str]:
        """A new session, and its playback token."""
        runtime, place = self._runtime, self._place(request)
        binds = runtime.settings.current().stream_binds_address
        with runtime.db.begin() as tx:
            return begin_playback(tx, token, place, binds_network=binds, now=runtime.now())

    def renew(self, request: AnyRequest, token: str, playback_token: str) -> Playback:
        """The same session, for longer."""
        runtime, place = self._runtime, self._place(request)
        with runtime.db.begin() as tx:
            return renew_playback(tx, token, playback_token, place, now=runtime.now())

    def find(self, request: AnyRequest, token: str) -> Playback:
        """The session whose playback token stands in the query."""
        asked = token, playback_token_of(request), self._place(request)
        return self._found.get(asked) or self._found.put(asked, self._ask(asked))

    def reader(self, request: AnyRequest, token: str) -> Embed:
        """What the embed token opens for somebody who wants to read what belongs to it: a
        session shows that they may, or the site that they come from.
        """
        if playback_token_of(request):
            return self.find(request, token).embed
        runtime, place = self._runtime, self._place(request)
        with runtime.db.read() as tx:
            embed = open_embed(tx, token, now=runtime.now())
        check_site(embed, place.site, place.own_site)
        return embed

    def onlooker(self, token: str) -> Embed:
        """What the embed token opens, for the pictures that players show beside a stream."""
        runtime = self._runtime
        with runtime.db.read() as tx:
            return open_beside(tx, token, now=runtime.now())

    def _ask(self, asked: _Asked) -> Playback:
        with self._runtime.db.read() as tx:
            return find_playback(tx, *asked, now=self._runtime.now())

    def _place(self, request: AnyRequest) -> Place:
        headers = request.headers
        return Place(
            site=site_of(headers.get("origin"), headers.get("referer")),
            own_site=site_of(self._runtime.public_url, None),
            network=network_of(client_of(request.scope).address),
        )


def playback_token_of(request: AnyRequest) -> str:
    """Empty when none is shown."""
    return request.query_params.get(PLAYBACK_TOKEN, "")
