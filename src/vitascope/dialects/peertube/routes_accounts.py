"""Accounts and channels, and the videos they show."""

from collections.abc import Callable
from typing import Any

from litestar import get
from litestar.params import FromPath

from vitascope.base.ids import AccountId, ChannelId
from vitascope.core.accounts.queries import (
    get_account,
    get_account_by_name,
    list_accounts,
)
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import get_channel_by_name, list_account_channels
from vitascope.core.videos.model import Selection
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import find_caller
from vitascope.dialects.peertube.avatars import avatars_of
from vitascope.dialects.peertube.ids import local_name
from vitascope.dialects.peertube.lists import ListOut, hides_sensitive, list_public, slice_of
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.queries import (
    MOST,
    read_order,
    read_query,
    read_span,
    read_videos_query,
)
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire import account_out, channel_out

_ACCOUNT_ORDERS = {"createdAt": "createdAt"}
_CHANNEL_ORDERS: dict[str, Callable[[Channel], Any]] = {
    "id": lambda channel: channel.id,
    "name": lambda channel: channel.display_name,
    "updatedAt": lambda channel: channel.updated_at,
    "createdAt": lambda channel: channel.created_at,
}


@get("/api/v1/accounts", operation_id="getAccounts", sync_to_thread=True)
def all_accounts(request: AnyRequest) -> Answer:
    parts = parts_of(request)
    find_caller(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    span = read_span(values)
    _, descending = read_order(values, _ACCOUNT_ORDERS)
    values.check()
    with parts.runtime.db.read() as tx:
        page = list_accounts(tx, newest_first=descending, start=span.start, count=span.count)
        avatars = avatars_of(tx, page.items)
    shown = [account_out(account, parts.site, avatars) for account in page.items]
    return answer(ListOut(page.total, shown))


@get("/api/v1/accounts/{name:str}", operation_id="getAccount", sync_to_thread=True)
def account(request: AnyRequest, name: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        found = get_account_by_name(tx, local_name("account", name, parts.site.host))
        avatars = avatars_of(tx, (found,))
    return answer(account_out(found, parts.site, avatars))


@get("/api/v1/accounts/{name:str}/video-channels", sync_to_thread=True)
def account_channels(request: AnyRequest, name: FromPath[str]) -> Answer:
    parts = parts_of(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    span = read_span(values)
    key, descending = read_order(values, _CHANNEL_ORDERS)
    values.check()
    with parts.runtime.db.read() as tx:
        owner = get_account_by_name(tx, local_name("account", name, parts.site.host))
        channels = list_account_channels(tx, owner.id, count=MOST).items
        avatars = avatars_of(tx, (owner, *channels))
    ordered = sorted(channels, key=key, reverse=descending)
    shown = [channel_out(channel, owner, parts.site, avatars) for channel in ordered]
    return answer(slice_of(shown, span))


@get("/api/v1/accounts/{name:str}/videos", operation_id="getAccountVideos", sync_to_thread=True)
def account_videos(request: AnyRequest, name: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        owner = get_account_by_name(tx, local_name("account", name, parts.site.host))
    return _videos(request, account_id=owner.id)


@get("/api/v1/video-channels/{handle:str}", operation_id="getVideoChannel", sync_to_thread=True)
def channel(request: AnyRequest, handle: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        found = get_channel_by_name(tx, local_name("channel", handle, parts.site.host))
        owner = get_account(tx, found.account_id)
        avatars = avatars_of(tx, (owner, found))
    return answer(channel_out(found, owner, parts.site, avatars))


@get(
    "/api/v1/video-channels/{handle:str}/videos",
    operation_id="getVideoChannelVideos",
    sync_to_thread=True,
)
def channel_videos(request: AnyRequest, handle: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        found = get_channel_by_name(tx, local_name("channel", handle, parts.site.host))
    return _videos(request, channel_id=found.id)


def _videos(
    request: AnyRequest,
    *,
    account_id: AccountId | None = None,
    channel_id: ChannelId | None = None,
) -> Answer:
    parts, actor = parts_of(request), find_caller(request)
    fields = read_query(request.scope["query_string"])
    base = Selection(account_id=account_id, channel_id=channel_id)
    with parts.runtime.db.read() as tx:
        hides = hides_sensitive(tx, actor)
        query = read_videos_query(fields, actor, base, hides_sensitive=hides)
        return answer(list_public(tx, parts, query))


ROUTES = (
    all_accounts,
    account,
    account_channels,
    account_videos,
    channel,
    channel_videos,
)
