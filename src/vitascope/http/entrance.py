"""What every request passes first: who it comes from, and a note of what became of it."""

from typing import Protocol

from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.uses import Uses


class Proxies(Protocol):
    """Who is believed about whom they speak for."""

    def apply(self, scope: Scope) -> Scope:
        """``scope`` with the client's address and scheme."""


class Entrance:
    """Tells apps the address and scheme of the client rather than a proxy's, and notes each
    request that was made with a credential, by the actor that the app left in
    ``scope["state"]``.
    """

    def __init__(self, app: ASGIApp, proxies: Proxies, uses: Uses) -> None:
        self._app = app
        self._proxies = proxies
        self._uses = uses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(self._proxies.apply(scope), receive, send)
            return
        seen = self._proxies.apply(scope)
        state = seen.setdefault("state", {})

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start" and "actor" in state:
                self._uses.note(seen, state["actor"], message["status"])
            await send(message)

        await self._app(seen, receive, noting)
