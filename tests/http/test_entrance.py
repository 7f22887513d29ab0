from typing import Any

from tests.factories import NOON

from vitascope.core.access.model import Actor, ClientInfo, CredentialKind, KeyUse
from vitascope.db import Database
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.uses import Uses


class Remembering(Uses):
    """Keeps what it is told."""

    def __init__(self, db: Database) -> None:
        super().__init__(db, lambda: NOON)
        self.told: list[object] = []

    def note_key(self, use: KeyUse) -> None:
        self.told.append(use)

    def note_session(self, session_id: int, client: ClientInfo) -> None:
        self.told.append((session_id, client))


async def call(app: ASGIApp, db: Database) -> list[object]:
    uses = Remembering(db)
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/file",
        "scheme": "http",
        "headers": [(b"x-forwarded-for", b"198.51.100.9"), (b"x-forwarded-proto", b"https")],
        "client": ("127.0.0.1", 4000),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message: dict[str, Any]) -> None:
        """Nobody listens."""

    await Entrance(app, TrustedProxies(["127.0.0.1"]), uses)(scope, receive, send)
    return uses.told


def answering(actor: Actor | None) -> ASGIApp:
    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        if actor is not None:
            scope["state"]["actor"] = actor
        await send({"type": "http.response.start", "status": 201, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    return app


async def test_a_request_with_a_key_is_noted_with_the_client_s_own_address(
    db: Database,
) -> None:
    actor = Actor(credential=CredentialKind.VIDEOCMS_KEY, credential_id=3)

    told = await call(answering(actor), db)

    assert told == [
        KeyUse(
            key_id=3,
            method="POST",
            path="/api/file",
            status=201,
            address="198.51.100.9",
            used_at=NOON,
        )
    ]


async def test_a_request_with_a_session_is_noted(db: Database) -> None:
    actor = Actor(credential=CredentialKind.TOKEN, credential_id=4)

    told = await call(answering(actor), db)

    assert told == [(4, ClientInfo(address="198.51.100.9"))]


async def test_strangers_are_not_noted(db: Database) -> None:
    assert await call(answering(None), db) == []


async def test_apps_see_how_the_client_came(db: Database) -> None:
    seen: list[tuple[Any, str]] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append((scope["client"], scope["scheme"]))

    await call(app, db)

    assert seen == [(("198.51.100.9", 0), "https")]
