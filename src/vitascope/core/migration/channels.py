"""Channels that are copied from another server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count, islice

from vitascope.base.errors import Conflict
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import is_name_free
from vitascope.core.channels.make import NewChannel, channel_owner, make_channel
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import find_channel, find_channel_by_name
from vitascope.core.migration.model import ItemKind, ItemState
from vitascope.core.migration.queries import find_item, insert_item, update_item
from vitascope.db import Tx

_LONGEST_NAME, _MOST_TRIES = 50, 100


def copy_channel(
    tx: Tx, actor: Actor, server: str, wanted: NewChannel, *, now: datetime
) -> tuple[Channel, bool]:
    """The channel here that stands for the one called ``wanted.name`` on ``server``, and
    whether it was made now.

    It is the one copied before, or the actor's own of that name, or a new one. A new one gets
    a number behind its name when that is taken.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`make_channel`.
    """
    account_id = channel_owner(actor)
    item = find_item(tx, account_id, server, ItemKind.CHANNEL, wanted.name)
    if item is not None and item.channel_id is not None:
        known = find_channel(tx, item.channel_id)
        if known is not None:
            return known, False
    found = find_channel_by_name(tx, wanted.name)
    is_new = found is None or found.account_id != account_id
    if found is None or is_new:
        name = _free_name(tx, wanted.name)
        found = make_channel(tx, actor, replace(wanted, name=name), now=now)
    if item is None:
        copied = ItemState.COPIED
        insert_item(
            tx,
            account_id,
            server,
            ItemKind.CHANNEL,
            wanted.name,
            state=copied,
            now=now,
            channel_id=found.id,
        )
    else:
        update_item(tx, item.id, now=now, channel_id=found.id)
    return found, is_new


def _free_name(tx: Tx, name: str) -> str:
    for candidate in islice(_candidates(name), _MOST_TRIES):
        if is_name_free(tx, candidate):
            return candidate
    raise Conflict(f"The name {name} is taken, and so are those like it")


def _candidates(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        tail = f"_{number}"
        yield name[: _LONGEST_NAME - len(tail)] + tail
