"""Tests that have yt-dlp look at a page take a second each, and are journeys for it."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.factories import NOON, actor_of, make_user
from tests.fetch.fake_site import FakeSite, serve_site
from tests.fetch.loopback import Asked, serve, whole
from tests.pipeline.importing import EVERYTHING, ada, open_desk
from tests.settings import changed

from vitascope.base.ids import ChannelId
from vitascope.core.channels.queries import default_channel
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.imports.events import ChannelImportAsked, SyncDue
from vitascope.core.imports.model import ChannelSync, SyncState
from vitascope.core.imports.queries import ImportSelection, find_sync, list_imports
from vitascope.core.imports.sync import add_sync, delete_sync, end_sync
from vitascope.core.videos.model import Privacy, State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.jobs import StepFailed
from vitascope.jobs.event import pending
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import CannotImport
from vitascope.pipeline.sync import (
    give_up_channel_import,
    give_up_sync,
    run_channel_import,
    run_sync,
)

LATER = NOON + timedelta(hours=1)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>All films</title>
{items}</channel></rss>"""
DATED = "<item><title>{name}</title><pubDate>{date}</pubDate><link>{site}/{name}</link></item>"
UNDATED = "<item><title>{name}</title><link>{site}/{name}</link></item>"


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with serve_site() as site:
        yield site


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools, imports=EVERYTHING)


@pytest.fixture
def channel(db: Database) -> ChannelId:
    """Ada's."""
    user = ada(db)
    with db.read() as tx:
        return default_channel(tx, user.account.id).id


def publish(site: FakeSite, *names: str) -> str:
    """A feed of films, as sites list them: the newest first."""
    items = "".join(UNDATED.format(name=name, site=site.url) for name in reversed(names))
    return site.put("/feed", FEED.format(items=items), "application/rss+xml")


def follow(desk: ImportDesk, channel: ChannelId, url: str) -> ChannelSync:
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        return add_sync(tx, actor, channel, url, policy=EVERYTHING, now=NOON)


def due(sync: ChannelSync) -> SyncDue:
    return SyncDue(sync_id=sync.id)


def current(desk: ImportDesk, sync: ChannelSync) -> ChannelSync | None:
    with desk.db.read() as tx:
        return find_sync(tx, sync.id)


def imported(desk: ImportDesk) -> list[str]:
    """The last parts of the addresses that Ada imports, oldest import first."""
    wanted = ImportSelection(user_id=ada(desk.db).id, descending=False, count=100)
    with desk.db.read() as tx:
        return [(one.url or "").rpartition("/")[2] for one in list_imports(tx, wanted).items]


def runs_to_come(desk: ImportDesk) -> int:
    with desk.db.read() as tx:
        return [name for name, _ in pending(tx)].count("SyncDue")


@pytest.mark.journey
async def test_what_a_followed_channel_has_is_imported_oldest_first(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, "first", "second", "third"))

    await run_sync(desk, due(sync))

    wanted = ImportSelection(user_id=ada(desk.db).id, sync_id=sync.id)
    with desk.db.read() as tx:
        imports = list_imports(tx, wanted).items
        videos = [get_entry(tx, one.video_id).video for one in imports if one.video_id]
    ran = current(desk, sync)
    assert imported(desk) == ["first", "second", "third"]
    assert {(v.channel_id, v.privacy, v.state) for v in videos} == {
        (channel, Privacy.PUBLIC, State.WAITING)
    }
    assert len(videos) == 3
    assert ran is not None
    assert (ran.state, ran.failure, ran.last_sync_at) == (SyncState.SYNCED, None, NOON)
    assert runs_to_come(desk) == 2  # the one that ran, and the next


@pytest.mark.journey
async def test_times_say_what_is_older_where_all_are_known(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    days = {"old": 1, "young": 3, "middle": 2}
    items = "".join(
        DATED.format(name=name, date=f"0{day} Feb 2026 10:00:00 GMT", site=site.url)
        for name, day in days.items()
    )
    feed = site.put("/feed", FEED.format(items=items), "application/rss+xml")
    sync = follow(desk, channel, feed)

    await run_sync(desk, due(sync))

    assert imported(desk) == ["old", "middle", "young"]


@pytest.mark.journey
async def test_the_next_run_imports_what_is_new(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, "first"))
    await run_sync(desk, due(sync))
    publish(site, "first", "second")

    await run_sync(replace(desk, now=lambda: LATER), due(sync))

    assert imported(desk) == ["first", "second"]
    assert runs_to_come(desk) == 3


@pytest.mark.journey
async def test_an_event_that_comes_twice_runs_once(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, "first"))
    await run_sync(desk, due(sync))
    publish(site, "first", "second")
    site.asked.clear()

    await run_sync(desk, due(sync))

    assert (site.asked, imported(desk), runs_to_come(desk)) == ([], ["first"], 2)


@pytest.mark.journey
async def test_of_two_runs_side_by_side_one_counts(
    desk: ImportDesk, channel: ChannelId
) -> None:
    asked, faster_is_done = asyncio.Event(), asyncio.Event()

    async def answer(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        asked.set()
        await faster_is_done.wait()
        feed = FEED.format(items=UNDATED.format(name="first", site="http://127.0.0.1"))
        writer.write(whole(feed.encode(), ("Content-Type", "application/rss+xml")))

    async with serve(answer) as server:
        sync = follow(desk, channel, server.url("/feed"))
        slower = asyncio.create_task(run_sync(desk, due(sync)))
        await asked.wait()
        with desk.db.begin() as tx:
            end_sync(tx, sync.id, now=NOON)
        faster_is_done.set()
        await slower

    assert (imported(desk), runs_to_come(desk)) == ([], 2)


async def test_a_channel_that_is_followed_no_more_is_not_asked(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, "first"))
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        delete_sync(tx, actor, sync.id)

    await run_sync(desk, due(sync))

    assert (site.asked, imported(desk), runs_to_come(desk)) == ([], [], 1)


@pytest.mark.journey
async def test_why_a_run_failed_is_told_and_the_next_one_is_due(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, f"{site.url}/gone")

    with pytest.raises(CannotImport) as caught:
        await run_sync(desk, due(sync))
    await give_up_sync(desk, due(sync), StepFailed.of(caught.value))

    failed = current(desk, sync)
    assert failed is not None
    assert (failed.state, failed.failure) == (SyncState.FAILED, caught.value.message)
    assert failed.last_sync_at == NOON
    assert runs_to_come(desk) == 2


@pytest.mark.journey
async def test_after_a_failure_everything_is_looked_at_again(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, *(f"{n:03}" for n in range(120))))
    await give_up_sync(desk, due(sync), RuntimeError("a path"))
    failed = current(desk, sync)

    await run_sync(replace(desk, now=lambda: LATER), due(sync))

    assert failed is not None
    assert failed.failure == "The server could not look at this channel. Its log says why."
    assert imported(desk)[:2] == ["000", "001"]
    wanted = ImportSelection(user_id=ada(desk.db).id, sync_id=sync.id)
    with desk.db.read() as tx:
        assert list_imports(tx, wanted).total == 120


async def test_where_sites_are_not_imported_from_any_more_nobody_is_asked(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    sync = follow(desk, channel, publish(site, "first"))

    with pytest.raises(CannotImport) as caught:
        await run_sync(changed(desk, imports=ImportPolicy()), due(sync))

    assert caught.value.message == "This server does not import from sites"
    assert site.asked == []


@pytest.mark.journey
async def test_a_whole_channel_is_imported_once(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    url = publish(site, "first", "second")
    event = ChannelImportAsked(channel_id=channel, user_id=ada(desk.db).id, url=url)

    await run_channel_import(desk, event)
    await run_channel_import(desk, event)

    assert imported(desk) == ["first", "second"]


@pytest.mark.journey
async def test_a_failed_import_of_a_channel_is_told_where_it_is_followed(
    desk: ImportDesk, channel: ChannelId, site: FakeSite
) -> None:
    url = f"{site.url}/gone"
    sync = follow(desk, channel, url)
    event = ChannelImportAsked(
        channel_id=channel, user_id=ada(desk.db).id, url=url, sync_id=sync.id
    )

    with pytest.raises(CannotImport) as caught:
        await run_channel_import(desk, event)
    await give_up_channel_import(desk, event, StepFailed.of(caught.value))

    failed = current(desk, sync)
    assert failed is not None
    assert (failed.state, failed.failure) == (SyncState.FAILED, caught.value.message)
    assert runs_to_come(desk) == 1


@pytest.mark.journey
async def test_a_channel_that_is_gone_imports_nothing(desk: ImportDesk, site: FakeSite) -> None:
    url = publish(site, "first")
    with desk.db.begin() as tx:
        bob = make_user(tx, "bob")
    event = ChannelImportAsked(channel_id=999, user_id=bob.id, url=url, sync_id=999)

    with pytest.raises(CannotImport) as caught:
        await run_channel_import(desk, event)
    await give_up_channel_import(desk, event, StepFailed.of(caught.value))

    assert caught.value.permanent
