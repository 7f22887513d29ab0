"""Working once more on what failed."""

from datetime import datetime

from vitascope.base.errors import Conflict, NotReady
from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.assets.events import SourceReceived
from vitascope.core.assets.model import Asset, AssetState, Task, TaskState
from vitascope.core.assets.queries import (
    find_asset,
    list_tasks,
    reopen_asset,
    reopen_failed_tasks,
)
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry, list_asset_videos
from vitascope.core.videos.queries.writing import update_video
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx
from vitascope.jobs import emit


def retry_video(tx: Tx, actor: Actor, video_id: VideoRef, *, now: datetime) -> VideoEntry:
    """Make again what failed of a video, and leave what was made. Every video that shares its
    source gains from it; what can be watched stays so.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`; those who run the
            transcoding may do it to others' videos.
        NotReady: it has no source, or is being worked on.
        Conflict: nothing of it failed.
    """
    entry = manage_video(tx, actor, video_id, Right.RUN_TRANSCODING)
    asset_id = entry.video.asset_id
    asset = None if asset_id is None else find_asset(tx, asset_id)
    if asset is None:
        raise NotReady("This video has no file that could be worked on")
    if asset.state is not AssetState.PROCESSING and not has_failed(
        asset, list_tasks(tx, asset.id)
    ):
        raise Conflict("Nothing of this video failed")
    # Only one of two that ask at the same time finds it still settled.
    if not reopen_asset(tx, asset.id, now=now):
        raise NotReady("This video is being worked on")
    reopen_failed_tasks(tx, asset.id)
    for video in list_asset_videos(tx, asset.id):
        update_video(tx, video.id, now=now, state=State.PROCESSING)
    emit(tx, SourceReceived(asset_id=asset.id))
    return get_entry(tx, entry.video.id)


def has_failed(asset: Asset, work: list[Task]) -> bool:
    """Whether some of the work on an asset that is settled came to nothing."""
    return asset.failure is not None or any(task.state is TaskState.FAILED for task in work)
