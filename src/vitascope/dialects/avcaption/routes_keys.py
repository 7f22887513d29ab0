"""API keys of this API: a person's own, never within reach of a key."""

from litestar import delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.base.ids import parse_row_id
from vitascope.core.access.keys import (
    create_own_key,
    list_own_key_uses,
    list_own_keys,
    own_key,
    revoke_own_key,
)
from vitascope.core.access.model import Actor, KeyKind, Permission
from vitascope.db import Tx
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.headers import UNCACHED
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.wire import AuditOut, KeyOut, KeysOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_LONGEST_NAME = 100


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/api-keys", sync_to_thread=True)
    def list_keys(request: AnyRequest) -> KeysOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return KeysOut.of(list_own_keys(tx, actor, kind=KeyKind.AVCAPTION))

    @post("/api-keys", response_headers=UNCACHED)
    async def create_key(request: AnyRequest) -> KeyOut:
        actor = await on_thread(gate.writer, request)
        actor.check_is_person()
        return await on_thread(_create, runtime, actor, await read_json(request))

    @delete("/api-keys/{key_id:str}", sync_to_thread=True)
    def revoke_key(key_id: FromPath[str], request: AnyRequest) -> None:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            revoke_own_key(tx, actor, _own_key(tx, actor, key_id))

    @get("/api-keys/{key_id:str}/audit", sync_to_thread=True)
    def audit_key(key_id: FromPath[str], request: AnyRequest) -> AuditOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return AuditOut.of(list_own_key_uses(tx, actor, _own_key(tx, actor, key_id)))

    return [list_keys, create_key, revoke_key, audit_key]


def _create(runtime: Runtime, actor: Actor, given: Input) -> KeyOut:
    name = given.text("name", longest=_LONGEST_NAME, is_required=True)
    permission = given.choice("permission", Permission) or Permission.WRITE
    expires_at = given.time("expires_at")
    given.check()
    with runtime.db.begin() as tx:
        made = create_own_key(
            tx,
            actor,
            kind=KeyKind.AVCAPTION,
            name=name,
            permission=permission,
            expires_at=expires_at,
            now=runtime.now(),
        )
    return KeyOut.of(made.key, secret=made.secret)


def _own_key(tx: Tx, actor: Actor, text: str) -> int:
    """Raises NotFound also for keys of other APIs: each manages its own."""
    actor.check_is_person()
    key = own_key(tx, actor, parse_row_id("key", text))
    if key.kind is not KeyKind.AVCAPTION:
        raise NotFound("key", key.id)
    return key.id
