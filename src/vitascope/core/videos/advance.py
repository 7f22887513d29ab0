"""What becomes of videos while their asset is being made."""

from datetime import datetime

from vitascope.base.ids import AssetId
from vitascope.core.assets.model import AssetState
from vitascope.core.assets.queries import (
    delete_growing,
    fail_open_tasks,
    find_asset,
    list_renditions,
    update_asset,
)
from vitascope.core.videos.events import VideoPublished
from vitascope.core.videos.model import State, Video
from vitascope.core.videos.queries.entries import list_asset_videos
from vitascope.core.videos.queries.writing import update_video
from vitascope.core.videos.telling import tell_encoded, tell_failed
from vitascope.db import Tx
from vitascope.jobs import emit


def mark_watchable(tx: Tx, asset_id: AssetId, *, now: datetime) -> None:
    """The first rendition can be played: show the videos that do not wait for all of them.

    Doing it twice changes nothing and tells nobody.
    """
    asset = find_asset(tx, asset_id)
    if asset is None or asset.is_watchable:
        return
    update_asset(tx, asset_id, now=now, is_watchable=True)
    for video in list_asset_videos(tx, asset_id):
        if not video.waits_for_ready:
            publish(tx, video, now=now)


def mark_ready(tx: Tx, asset_id: AssetId, *, now: datetime) -> None:
    """Every rendition is complete. Doing it twice changes nothing and tells nobody."""
    asset = find_asset(tx, asset_id)
    if asset is not None and asset.state is not AssetState.READY:
        _settle(tx, asset_id, failure=None, now=now)


def mark_failed(tx: Tx, asset_id: AssetId, reason: str, *, now: datetime) -> None:
    """The work cannot be done; ``reason`` is shown to the owner.

    A video with complete renditions is ready with what it has: one failed rendition beside
    good ones is worth more than no video. What was only growing is gone.
    """
    asset = find_asset(tx, asset_id)
    if asset is None or asset.state is not AssetState.PROCESSING:
        return
    fail_open_tasks(tx, asset_id)
    delete_growing(tx, asset_id)
    if list_renditions(tx, asset_id):
        _settle(tx, asset_id, failure=reason, now=now)
        return
    update_asset(
        tx, asset_id, now=now, is_watchable=False, state=AssetState.FAILED, failure=reason
    )
    for video in list_asset_videos(tx, asset_id):
        update_video(tx, video.id, now=now, state=State.FAILED, published_at=None)
        tell_failed(tx, video.id, reason, now=now)


def _settle(tx: Tx, asset_id: AssetId, *, failure: str | None, now: datetime) -> None:
    update_asset(
        tx, asset_id, now=now, is_watchable=True, state=AssetState.READY, failure=failure
    )
    for video in list_asset_videos(tx, asset_id):
        update_video(tx, video.id, now=now, state=State.READY)
        publish(tx, video, now=now)
        tell_encoded(tx, video.id, now=now)


def publish(tx: Tx, video: Video, *, now: datetime) -> None:
    """Show a video to the audience its privacy allows, unless it is shown already."""
    if video.published_at is None:
        update_video(tx, video.id, now=now, published_at=now)
        emit(tx, VideoPublished(video_id=video.id))
