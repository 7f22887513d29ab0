from dataclasses import replace

import pytest
from tests.core.imports.asking import ALL
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.base.ids import ChannelId
from vitascope.core.accounts.model import Role, User
from vitascope.core.channels.queries import default_channel
from vitascope.core.imports.model import ImportsDisabled, SyncState
from vitascope.core.imports.queries import find_sync, get_sync, list_syncs
from vitascope.core.imports.sync import (
    PERIOD,
    TooManySyncs,
    add_sync,
    ask_channel_import,
    begin_sync,
    delete_sync,
    end_sync,
    import_entries,
)
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending

URL = "https://films.example/c/cats"


def channel_of(tx: Tx, user: User) -> ChannelId:
    return default_channel(tx, user.account.id).id


def test_a_channel_follows_another_from_now_on(tx: Tx) -> None:
    user = make_user(tx)
    ada, channel = actor_of(user), channel_of(tx, user)

    made = add_sync(tx, ada, channel, URL, policy=ALL, now=NOON)

    assert (made.state, made.url, made.last_sync_at) == (SyncState.WAITING, URL, None)
    assert pending(tx) == [("SyncDue", {"sync_id": made.id})]
    assert list_syncs(tx, user.account.id).items == [made]
    with pytest.raises(Conflict):
        add_sync(tx, ada, channel, URL, policy=ALL, now=NOON)


def test_channels_of_others_follow_nobody_unless_one_manages_all(tx: Tx) -> None:
    user, eve = make_user(tx), actor_of(make_user(tx, "eve"))
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    channel = channel_of(tx, user)

    with pytest.raises(Forbidden):
        add_sync(tx, eve, channel, URL, policy=ALL, now=NOON)
    made = add_sync(tx, root, channel, URL, policy=ALL, now=NOON)
    with pytest.raises(Forbidden):
        delete_sync(tx, eve, made.id)
    delete_sync(tx, actor_of(user), made.id)

    assert find_sync(tx, made.id) is None


def test_following_is_refused_where_sites_are_not_imported(tx: Tx) -> None:
    user = make_user(tx)
    ada, channel = actor_of(user), channel_of(tx, user)

    with pytest.raises(ImportsDisabled):
        add_sync(tx, ada, channel, URL, policy=replace(ALL, sites=False), now=NOON)
    with pytest.raises(ImportsDisabled):
        ask_channel_import(tx, ada, channel, URL, policy=replace(ALL, sites=False))
    with pytest.raises(Invalid):
        add_sync(tx, ada, channel, "ftp://films.example", policy=ALL, now=NOON)


def test_an_account_follows_ten_others(tx: Tx) -> None:
    user = make_user(tx)
    ada, channel = actor_of(user), channel_of(tx, user)
    for number in range(10):
        add_sync(tx, ada, channel, f"{URL}/{number}", policy=ALL, now=NOON)

    with pytest.raises(TooManySyncs) as refused:
        add_sync(tx, ada, channel, URL, policy=ALL, now=NOON)

    assert (refused.value.used, refused.value.limit) == (10, 10)


def test_a_run_ends_with_its_outcome_and_the_next_is_due(tx: Tx) -> None:
    user = make_user(tx)
    made = add_sync(tx, actor_of(user), channel_of(tx, user), URL, policy=ALL, now=NOON)

    running = begin_sync(tx, made.id)
    state = get_sync(tx, made.id).state
    end_sync(tx, made.id, failure="No such host", now=NOON)
    failed = get_sync(tx, made.id)
    end_sync(tx, made.id, now=NOON + PERIOD)
    ended = get_sync(tx, made.id)

    assert running == made
    assert state is SyncState.PROCESSING
    assert (failed.state, failed.failure) == (SyncState.FAILED, "No such host")
    assert (ended.state, ended.failure, ended.last_sync_at) == (
        SyncState.SYNCED,
        None,
        NOON + PERIOD,
    )
    assert len(pending(tx)) == 3


def test_a_deleted_sync_runs_no_more(tx: Tx) -> None:
    user = make_user(tx)
    made = add_sync(tx, actor_of(user), channel_of(tx, user), URL, policy=ALL, now=NOON)
    delete_sync(tx, actor_of(user), made.id)

    begun = begin_sync(tx, made.id)
    end_sync(tx, made.id, now=NOON)

    assert begun is None
    assert len(pending(tx)) == 1


def test_what_was_imported_once_is_not_imported_again(tx: Tx) -> None:
    user = make_user(tx)
    channel = channel_of(tx, user)
    made = add_sync(tx, actor_of(user), channel, URL, policy=ALL, now=NOON)
    entries = [f"{URL}/1", f"{URL}/2", f"{URL}/1"]

    first = import_entries(tx, channel, entries, sync_id=made.id, policy=ALL, now=NOON)
    again = import_entries(
        tx, channel, [*entries, f"{URL}/3"], sync_id=made.id, policy=ALL, now=NOON
    )

    assert [one.url for one in first] == [f"{URL}/1", f"{URL}/2"]
    assert [(one.url, one.sync_id) for one in again] == [(f"{URL}/3", made.id)]
    assert first[0].video_id is not None
    assert get_entry(tx, first[0].video_id).video.channel_id == channel


def test_everything_of_a_channel_can_be_asked_for_once(tx: Tx) -> None:
    user = make_user(tx)
    channel = channel_of(tx, user)

    ask_channel_import(tx, actor_of(user), channel, URL, policy=ALL)

    asked = {"channel_id": channel, "user_id": user.id, "url": URL, "sync_id": None}
    assert pending(tx) == [("ChannelImportAsked", asked)]
    with pytest.raises(NotFound):
        ask_channel_import(tx, actor_of(user), ChannelId(4711), URL, policy=ALL)


def test_entries_for_a_channel_that_is_gone_are_not_imported(tx: Tx) -> None:
    with pytest.raises(NotFound):
        import_entries(tx, ChannelId(4711), [URL], sync_id=None, policy=ALL, now=NOON)
