"""Channels that follow a channel of another site."""

from litestar import delete, get, post
from litestar.params import FromPath

from vitascope.base.errors import Forbidden
from vitascope.base.ids import ChannelId, SyncId, parse_row_id
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.model import Account
from vitascope.core.accounts.queries import get_account, get_account_by_name
from vitascope.core.channels.queries import (
    get_channel,
    get_channel_by_name,
    list_channels_of,
)
from vitascope.core.imports.queries import list_syncs
from vitascope.core.imports.queries.syncs import SyncOrder
from vitascope.core.imports.sync import add_sync, ask_channel_import, delete_sync
from vitascope.db import Tx
from vitascope.dialects.peertube.addresses import check_address
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.avatars import avatars_of
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.ids import local_name
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.parts import AnyRequest, Parts, parts_of
from vitascope.dialects.peertube.queries import read_order, read_query, read_span
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire import channel_out
from vitascope.dialects.peertube.wire_imports import sync_out
from vitascope.http.threads import on_thread

_URL, _CHANNEL, _SYNC = "externalChannelUrl", "videoChannelId", "videoChannelSyncId"
_ORDERS = {
    _URL: SyncOrder.URL,
    "videoChannel": SyncOrder.CHANNEL,
    "createdAt": SyncOrder.CREATED_AT,
    "lastSyncAt": SyncOrder.LAST_SYNC_AT,
    "state": SyncOrder.STATE,
}


@post("/api/v1/video-channel-syncs", operation_id="addVideoChannelSync", status_code=200)
async def add(request: AnyRequest) -> Answer:
    actor = await on_thread(get_caller, request)
    values = Values(await read_fields(request))
    values.require(_URL, _CHANNEL)
    url, channel_id = values.checked(_URL, check_address), values.number(_CHANNEL, 1)
    values.check()
    channel = ChannelId(int(str(channel_id)))
    return await on_thread(_add, parts_of(request), actor, channel, str(url))


@delete(
    "/api/v1/video-channel-syncs/{sync_id:str}",
    operation_id="delVideoChannelSync",
    status_code=204,
    sync_to_thread=True,
)
def remove(request: AnyRequest, sync_id: FromPath[str]) -> None:
    actor = get_caller(request)
    number = SyncId(parse_row_id("channel synchronisation", sync_id))
    with parts_of(request).runtime.db.begin() as tx:
        delete_sync(tx, actor, number)


@get("/api/v1/accounts/{name:str}/video-channel-syncs", sync_to_thread=True)
def list_of_account(request: AnyRequest, name: FromPath[str]) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    span = read_span(values)
    order, descending = read_order(values, _ORDERS)
    values.check()
    with parts.runtime.db.read() as tx:
        owner = _managed_account(tx, parts, actor, name)
        page = list_syncs(
            tx, owner.id, order=order, descending=descending, start=span.start, count=span.count
        )
        channels = list_channels_of(tx, [owner.id]).get(owner.id, [])
        avatars = avatars_of(tx, (owner, *channels))
    shown = {c.id: channel_out(c, owner, parts.site, avatars) for c in channels}
    data = [sync_out(sync, shown[sync.channel_id]) for sync in page.items]
    return answer(ListOut(page.total, data))


@post("/api/v1/video-channels/{handle:str}/import-videos", status_code=204)
async def import_all(request: AnyRequest, handle: FromPath[str]) -> None:
    actor = await on_thread(get_caller, request)
    values = Values(await read_fields(request))
    values.require(_URL)
    url, sync_id = values.checked(_URL, check_address), values.number(_SYNC, 1)
    values.check()
    sync = SyncId(sync_id) if isinstance(sync_id, int) else None
    await on_thread(_import_all, parts_of(request), actor, handle, str(url), sync)


def _add(parts: Parts, actor: Actor, channel_id: ChannelId, url: str) -> Answer:
    runtime = parts.runtime
    policy, now = runtime.imports, runtime.now()
    with runtime.db.begin() as tx:
        made = add_sync(tx, actor, channel_id, url, policy=policy, now=now)
        channel = get_channel(tx, channel_id)
        owner = get_account(tx, channel.account_id)
        avatars = avatars_of(tx, (owner, channel))
    shown = channel_out(channel, owner, parts.site, avatars)
    return answer({"videoChannelSync": sync_out(made, shown)})


def _import_all(parts: Parts, actor: Actor, handle: str, url: str, sync: SyncId | None) -> None:
    policy = parts.runtime.imports
    with parts.runtime.db.begin() as tx:
        channel = get_channel_by_name(tx, local_name("channel", handle, parts.site.host))
        ask_channel_import(tx, actor, channel.id, url, sync_id=sync, policy=policy)


def _managed_account(tx: Tx, parts: Parts, actor: Actor, name: str) -> Account:
    owner = get_account_by_name(tx, local_name("account", name, parts.site.host))
    if not actor.owns(owner.id) and not actor.may(Right.MANAGE_ANY_CHANNEL):
        raise Forbidden("Only the owner of this account may see that")
    return owner


ROUTES = (add, remove, list_of_account, import_all)
