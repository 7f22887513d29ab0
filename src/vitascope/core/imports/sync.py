"""Channels that follow another site's channel."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from vitascope.base.errors import Forbidden, NotFound, QuotaExceeded
from vitascope.base.ids import ChannelId, SyncId
from vitascope.core.access.acting import act_for
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.queries import get_account
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import find_channel
from vitascope.core.imports.ask import (
    ImportPolicy,
    NewImport,
    ask_import_with_video,
    check_import_address,
)
from vitascope.core.imports.events import ChannelImportAsked, SyncDue
from vitascope.core.imports.model import ChannelSync, Import, ImportsDisabled, SyncState
from vitascope.core.imports.queries import (
    count_syncs,
    delete_sync_row,
    find_sync,
    get_sync,
    insert_sync,
    list_known_urls,
    update_sync,
)
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx
from vitascope.jobs import emit

PERIOD = timedelta(hours=1)
MOST_SYNCS = 10


class TooManySyncs(QuotaExceeded):
    """The account's channels follow as many others as allowed."""

    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="synchronisations")


def add_sync(
    tx: Tx,
    actor: Actor,
    channel_id: ChannelId,
    url: str,
    *,
    policy: ImportPolicy,
    now: datetime,
) -> ChannelSync:
    """Have a channel follow the one at ``url``, from now on and with what is there.

    Raises:
        NotFound: no such channel. LoginRequired, Forbidden: it is somebody else's.
        ImportsDisabled: pages of sites are not imported here.
        Invalid: this is no address. TooManySyncs: there are ten already.
        Conflict: it follows that one already.
    """
    channel = _manage_channel(tx, actor, channel_id)
    _check_sites(policy)
    check_import_address(url)
    used = count_syncs(tx, channel.account_id)
    if used >= MOST_SYNCS:
        raise TooManySyncs(used, MOST_SYNCS)
    made = insert_sync(tx, channel_id, url, now=now)
    emit(tx, SyncDue(sync_id=made.id))
    return made


def delete_sync(tx: Tx, actor: Actor, sync_id: SyncId) -> None:
    """Follow no more. The videos stay.

    Raises:
        NotFound: no such synchronisation. LoginRequired, Forbidden: somebody else's.
    """
    found = get_sync(tx, sync_id)
    _manage_channel(tx, actor, found.channel_id)
    delete_sync_row(tx, sync_id)


def ask_channel_import(
    tx: Tx,
    actor: Actor,
    channel_id: ChannelId,
    url: str,
    *,
    sync_id: SyncId | None = None,
    policy: ImportPolicy,
) -> None:
    """Fetch everything that the channel at ``url`` has, once.

    Raises:
        NotFound: no such channel or synchronisation of it.
        LoginRequired, Forbidden: it is somebody else's.
        ImportsDisabled: pages of sites are not imported here.
        Invalid: this is no address.
    """
    channel = _manage_channel(tx, actor, channel_id)
    _check_sites(policy)
    check_import_address(url)
    if sync_id is not None and get_sync(tx, sync_id).channel_id != channel_id:
        raise NotFound("channel synchronisation", sync_id)
    owner = get_account(tx, channel.account_id).user_id
    emit(
        tx,
        ChannelImportAsked(channel_id=channel_id, user_id=owner, url=url, sync_id=sync_id),
    )


def begin_sync(tx: Tx, sync_id: SyncId) -> ChannelSync | None:
    """The synchronisation, which runs now; None when it was deleted."""
    found = find_sync(tx, sync_id)
    if found is not None:
        update_sync(tx, sync_id, state=SyncState.PROCESSING)
    return found


def end_sync(tx: Tx, sync_id: SyncId, *, failure: str | None = None, now: datetime) -> None:
    """It ran; the next run is due in an hour. Nothing happens to a deleted one."""
    if find_sync(tx, sync_id) is None:
        return
    state = SyncState.SYNCED if failure is None else SyncState.FAILED
    update_sync(tx, sync_id, state=state, failure=failure, last_sync_at=now)
    emit(tx, SyncDue(sync_id=sync_id), due_at=now + PERIOD)


def import_entries(
    tx: Tx,
    channel_id: ChannelId,
    urls: Sequence[str],
    *,
    sync_id: SyncId | None,
    policy: ImportPolicy,
    now: datetime,
) -> list[Import]:
    """Import those of ``urls`` that the channel's owner has never imported.

    Raises:
        NotFound: the channel or its owner is gone.
    """
    channel = find_channel(tx, channel_id)
    if channel is None:
        raise NotFound("channel", channel_id)
    actor = act_for(tx, get_account(tx, channel.account_id).user_id)
    known = list_known_urls(tx, actor.known_user(), urls)
    fields = VideoFields(channel_id=channel_id, privacy=Privacy.PUBLIC)
    return [
        ask_import_with_video(
            tx,
            actor,
            NewImport(url=url, fields=fields, sync_id=sync_id),
            policy=policy,
            now=now,
        )
        for url in dict.fromkeys(urls)
        if url not in known
    ]


def _manage_channel(tx: Tx, actor: Actor, channel_id: ChannelId) -> Channel:
    actor.known_user()
    actor.check_writes()
    channel = find_channel(tx, channel_id)
    if channel is None:
        raise NotFound("channel", channel_id)
    if not actor.owns(channel.account_id) and not actor.may(Right.MANAGE_ANY_CHANNEL):
        raise Forbidden("Only the owner of this channel may do that")
    return channel


def _check_sites(policy: ImportPolicy) -> None:
    if not (policy.urls and policy.sites):
        raise ImportsDisabled("This server does not import from sites")
