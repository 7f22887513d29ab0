"""Webhooks, which are heartbeats: what viewers' players post while a video plays."""

from litestar import delete, get, post, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.base.ids import LARGEST_ROW_ID, HeartbeatId
from vitascope.core.heartbeats.keep import (
    LONGEST_NAME,
    LONGEST_URL,
    LONGEST_WORD,
    MOST_PER_MINUTE,
    SHORTEST_URL,
    add_heartbeat,
    change_heartbeat,
    is_target,
    is_word,
    list_own_heartbeats,
    remove_heartbeat,
)
from vitascope.core.heartbeats.model import NewHeartbeat
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Broken, Given, read_input
from vitascope.dialects.videocms.wire_webhooks import WebhookOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/webhooks", sync_to_thread=True)
    def webhooks(request: AnyRequest) -> Answer:
        with runtime.db.read() as tx:
            found = list_own_heartbeats(tx, actor_of(request))
        return answer([WebhookOut.of(each) for each in found])

    @post("/api/webhook", status_code=200)
    async def add(request: AnyRequest) -> Answer:
        actor, new = actor_of(request), _new(await read_input(request))

        def do() -> None:
            with runtime.db.begin() as tx:
                add_heartbeat(tx, actor, new, now=runtime.now())

        await on_thread(do)
        return text("ok", 200)

    @put("/api/webhook")
    async def change(request: AnyRequest) -> Answer:
        actor, given = actor_of(request), await read_input(request)
        heartbeat_id, new = _id(given), _new(given)

        def do() -> None:
            with runtime.db.begin() as tx:
                change_heartbeat(tx, actor, heartbeat_id, new, now=runtime.now())

        try:
            await on_thread(do)
        except NotFound:
            return _unknown()
        return text("ok", 200)

    @delete("/api/webhook", status_code=200)
    async def remove(request: AnyRequest) -> Answer:
        actor, heartbeat_id = actor_of(request), _id(await read_input(request))

        def do() -> None:
            with runtime.db.begin() as tx:
                remove_heartbeat(tx, actor, heartbeat_id)

        try:
            await on_thread(do)
        except NotFound:
            return _unknown()
        return text("ok", 200)

    return [webhooks, add, change, remove]


def _id(given: Given) -> HeartbeatId:
    number = given.number("WebhookID", least=0)
    if not number:
        raise Broken("WebhookID", "required")
    return HeartbeatId(min(number, LARGEST_ROW_ID))


def _new(given: Given) -> NewHeartbeat:
    return NewHeartbeat(
        name=given.text("Name", shortest=1, longest=LONGEST_NAME, is_required=True),
        url=_url(given),
        per_minute=_per_minute(given),
        query_name=_word(given, "ReqQuery"),
        field_name=_word(given, "ResField"),
    )


def _url(given: Given) -> str:
    url = given.text("Url", shortest=SHORTEST_URL, longest=LONGEST_URL, is_required=True)
    if not is_target(url):
        raise Broken("Url", "http_url")
    return url


def _per_minute(given: Given) -> int:
    number = given.number("Rpm", least=0)
    if not number:
        raise Broken("Rpm", "required")
    if number > MOST_PER_MINUTE:
        raise Broken("Rpm", "max", MOST_PER_MINUTE)
    return number


def _word(given: Given, field: str) -> str:
    word = given.text(field, longest=LONGEST_WORD, is_required=True)
    if not is_word(word):
        raise Broken(field, "alpha")
    return word


def _unknown() -> Answer:
    return text("code=404, message=Not Found", 404)
