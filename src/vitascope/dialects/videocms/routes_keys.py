"""A user's API keys, and what was done with them."""

from litestar import delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.core.access.keys import (
    create_own_key,
    list_own_key_uses,
    list_own_keys,
    own_key,
    revoke_own_key,
)
from vitascope.core.access.model import Actor, KeyKind
from vitascope.db import Tx
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer
from vitascope.dialects.videocms.auth import person_of
from vitascope.dialects.videocms.ids import parse_id
from vitascope.dialects.videocms.input import read_input
from vitascope.dialects.videocms.wire import KeyOut, KeyUseOut, NewKeyOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/apikeys", sync_to_thread=True)
    def list_keys(request: AnyRequest) -> Answer:
        actor = _manager(request)
        with runtime.db.read() as tx:
            keys = list_own_keys(tx, actor, kind=KeyKind.VIDEOCMS)
        return answer([KeyOut.of(key) for key in keys])

    @post("/api/apikey")
    async def create(request: AnyRequest) -> Answer:
        actor = _manager(request)
        given = await read_input(request)
        name = given.text("Name", shortest=3, longest=32, is_required=True)
        expires_at = given.moment("ExpiresAt")

        def make() -> NewKeyOut:
            with runtime.db.begin() as tx:
                made = create_own_key(
                    tx,
                    actor,
                    kind=KeyKind.VIDEOCMS,
                    name=name,
                    expires_at=expires_at,
                    now=runtime.now(),
                )
            return NewKeyOut.of(made)

        return answer(await on_thread(make), 201)

    @delete("/api/apikey/{key_id:str}", sync_to_thread=True)
    def revoke(request: AnyRequest, key_id: FromPath[str]) -> None:
        actor = _manager(request)
        number = _key_id(key_id)
        with runtime.db.begin() as tx:
            _check_is_ours(tx, actor, number)
            revoke_own_key(tx, actor, number)

    @get("/api/apikey/{key_id:str}/audit", sync_to_thread=True)
    def audit(request: AnyRequest, key_id: FromPath[str]) -> Answer:
        actor = _manager(request)
        number = _key_id(key_id)
        with runtime.db.read() as tx:
            _check_is_ours(tx, actor, number)
            uses = list_own_key_uses(tx, actor, number)
        return answer([KeyUseOut.of(use, actor.known_user()) for use in uses])

    return [list_keys, create, revoke, audit]


def _manager(request: AnyRequest) -> Actor:
    return person_of(request, "API Key Not Permitted to Manage API Keys")


def _key_id(text: str) -> int:
    return parse_id(text, "Invalid API Key ID")


def _check_is_ours(tx: Tx, actor: Actor, key_id: int) -> None:
    """Raises NotFound for keys of other APIs, which the list does not show either."""
    if own_key(tx, actor, key_id).kind is not KeyKind.VIDEOCMS:
        raise NotFound("key", key_id)
