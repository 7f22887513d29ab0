"""A user's API keys, and what was done with them."""

from datetime import datetime

from litestar import delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.core.access.keys import (
    NewKey,
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

# The document prints these without the rest's beginning.
_KEY, _ROOT_KEY = "/api/apikey", "/apikey"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    # Threads are left to the deeds: the framework puts a handler of two paths on one twice.
    @get([f"{_KEY}s", f"{_ROOT_KEY}s"])
    async def list_keys(request: AnyRequest) -> Answer:
        return answer(await on_thread(_list, runtime, _manager(request)))

    @post([_KEY, _ROOT_KEY])
    async def create(request: AnyRequest) -> Answer:
        actor = _manager(request)
        given = await read_input(request)
        name = given.text("Name", shortest=3, longest=32, is_required=True)
        expires_at = given.moment("ExpiresAt")
        made = await on_thread(_create, runtime, actor, name, expires_at)
        return answer(NewKeyOut.of(made), 201)

    @delete([f"{_KEY}/{{key_id:str}}", f"{_ROOT_KEY}/{{key_id:str}}"])
    async def revoke(request: AnyRequest, key_id: FromPath[str]) -> None:
        actor = _manager(request)
        await on_thread(_revoke, runtime, actor, _key_id(key_id))

    @get([f"{_KEY}/{{key_id:str}}/audit", f"{_ROOT_KEY}/{{key_id:str}}/audit"])
    async def audit(request: AnyRequest, key_id: FromPath[str]) -> Answer:
        actor = _manager(request)
        return answer(await on_thread(_audit, runtime, actor, _key_id(key_id)))

    return [list_keys, create, revoke, audit]


def _list(runtime: Runtime, actor: Actor) -> list[KeyOut]:
    with runtime.db.read() as tx:
        keys = list_own_keys(tx, actor, kind=KeyKind.VIDEOCMS)
    return [KeyOut.of(key) for key in keys]


def _create(runtime: Runtime, actor: Actor, name: str, expires_at: datetime | None) -> NewKey:
    with runtime.db.begin() as tx:
        return create_own_key(
            tx,
            actor,
            kind=KeyKind.VIDEOCMS,
            name=name,
            expires_at=expires_at,
            now=runtime.now(),
        )


def _revoke(runtime: Runtime, actor: Actor, number: int) -> None:
    with runtime.db.begin() as tx:
        _check_is_ours(tx, actor, number)
        revoke_own_key(tx, actor, number)


def _audit(runtime: Runtime, actor: Actor, number: int) -> list[KeyUseOut]:
    with runtime.db.read() as tx:
        _check_is_ours(tx, actor, number)
        uses = list_own_key_uses(tx, actor, number)
    return [KeyUseOut.of(use, actor.known_user()) for use in uses]


def _manager(request: AnyRequest) -> Actor:
    return person_of(request, "API Key Not Permitted to Manage API Keys")


def _key_id(text: str) -> int:
    return parse_id(text, "Invalid API Key ID")


def _check_is_ours(tx: Tx, actor: Actor, key_id: int) -> None:
    """Raises NotFound for keys of other APIs, which the list does not show either."""
    if own_key(tx, actor, key_id).kind is not KeyKind.VIDEOCMS:
        raise NotFound("key", key_id)
