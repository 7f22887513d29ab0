from datetime import timedelta

import pytest
from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.base.ids import short_uuid
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
)
from vitascope.core.assets.queries import (
    replace_captions,
    save_rendition,
    save_tasks,
    update_asset,
)
from vitascope.core.videos.advance import mark_failed, mark_ready, mark_watchable
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.web.gathering import gather
from vitascope.web.translate import card_view, watch_view
from vitascope.web.views import (
    CaptionView,
    CardView,
    ChapterView,
    DownloadView,
    EncodingView,
    Stage,
    WatchView,
)


@pytest.fixture
def entry(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx), title="Tides", description="Water", tags=("sea",))


# Long because the whole view stands here.
def test_a_finished_video_is_shown_with_everything_made_of_it(
    tx: Tx, entry: VideoEntry
) -> None:
    assert entry.media is not None
    asset_id = entry.media.id
    make_rendition(tx, asset_id, 720)
    make_rendition(tx, asset_id, 360)
    sound = Rendition(
        asset_id=asset_id,
        name="audio-0",
        kind=RenditionKind.AUDIO,
        state=RenditionState.COMPLETE,
        codecs="mp4a.40.2",
        size_bytes=70,
    )
    save_rendition(tx, sound, [])
    caption = ExtractedCaption(
        asset_id=asset_id,
        name="en",
        language="en",
        label="English",
        is_forced=False,
        has_ass=True,
    )
    replace_captions(tx, asset_id, [caption])
    update_asset(
        tx,
        asset_id,
        now=NOON,
        duration_ms=61_500,
        width=1280,
        height=720,
        has_poster=True,
        chapters=[[0, "Low"], [30_000, "High"]],
        storyboard={"columns": 1},
    )
    mark_ready(tx, asset_id, now=NOON)

    view = watch_view(gather(tx, entry))

    short, media = short_uuid(entry.video.uuid), f"/media/{entry.video.uuid}"
    assert view == WatchView(
        path=f"/w/{short}",
        embed_path=f"/videos/embed/{short}",
        hls=f"{media}/master.m3u8",
        stage=Stage.WATCHABLE,
        title="Tides",
        description="Water",
        channel=entry.channel.display_name,
        tags=("sea",),
        views=0,
        published_at=NOON,
        is_listed=True,
        duration_s=61.5,
        width=1280,
        height=720,
        poster=f"{media}/poster.jpg",
        storyboard=f"{media}/storyboard.vtt",
        chapters_src=f"{media}/chapters.vtt",
        chapters=(ChapterView(start_s=0, title="Low"), ChapterView(start_s=30, title="High")),
        captions=(
            CaptionView(
                src=f"{media}/captions/en.vtt",
                language="en",
                label="English",
                styled=f"{media}/captions/en.ass",
            ),
        ),
        downloads=(
            DownloadView(src=f"{media}/download/720p.mp4", resolution=720, size_bytes=5070),
            DownloadView(src=f"{media}/download/360p.mp4", resolution=360, size_bytes=5070),
        ),
        status=None,
        encoding=None,
        failure=None,
        views_path=f"/api/v1/videos/{entry.video.uuid}/views",
    )


def test_a_video_in_the_making_tells_what_is_made_and_what_is_not(
    tx: Tx, entry: VideoEntry
) -> None:
    assert entry.media is not None
    make_rendition(tx, entry.media.id, 360)
    running = Task(name="720p", state=TaskState.RUNNING, percent=50.9, speed=2.0)
    done = Task(name="360p", state=TaskState.DONE, percent=100.0, speed=None)
    save_tasks(tx, entry.media.id, [done, running])

    before = watch_view(gather(tx, entry))
    mark_watchable(tx, entry.media.id, now=NOON)
    after = watch_view(gather(tx, entry))

    assert (before.stage, after.stage) == (Stage.WAITING, Stage.WATCHABLE)
    assert before.status == after.status == f"/media/{entry.video.uuid}/status"
    assert before.encoding == EncodingView(
        percent=75, watchable_in_s=2.0, resolutions=(360,), making=(("720p", 50),)
    )
    assert after.encoding == EncodingView(
        percent=75, watchable_in_s=None, resolutions=(360,), making=(("720p", 50),)
    )


def test_a_video_of_which_nothing_can_be_made_has_failed(tx: Tx, entry: VideoEntry) -> None:
    assert entry.media is not None
    mark_failed(tx, entry.media.id, "The file ends in the middle.", now=NOON)

    view = watch_view(gather(tx, entry))

    assert (view.stage, view.failure) == (Stage.FAILED, "The file ends in the middle.")
    assert (view.status, view.encoding, view.downloads) == (None, None, ())


def test_downloads_are_offered_only_where_they_are_allowed(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx), downloads_allowed=False)
    assert entry.media is not None
    make_rendition(tx, entry.media.id)

    assert watch_view(gather(tx, entry)).downloads == ()


def test_only_public_videos_are_listed(tx: Tx) -> None:
    user = make_user(tx)
    entries = [
        make_video(tx, user, content=privacy, privacy=privacy)
        for privacy in (Privacy.PUBLIC, Privacy.UNLISTED)
    ]

    assert [watch_view(gather(tx, entry)).is_listed for entry in entries] == [True, False]


def test_a_card_shows_what_lists_know(tx: Tx, entry: VideoEntry) -> None:
    assert entry.media is not None
    update_asset(tx, entry.media.id, now=NOON, duration_ms=61_500, has_poster=True)
    mark_ready(tx, entry.media.id, now=NOON + timedelta(minutes=1))

    card = card_view(get_entry(tx, entry.video.id))

    assert card == CardView(
        path=f"/w/{short_uuid(entry.video.uuid)}",
        title="Tides",
        channel=entry.channel.display_name,
        views=0,
        published_at=NOON + timedelta(minutes=1),
        duration_s=61.5,
        poster=f"/media/{entry.video.uuid}/poster.jpg",
    )
