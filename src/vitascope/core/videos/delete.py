"""Deleting a video, and its asset when nothing else uses it."""

from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.assets.events import AssetRemoved
from vitascope.core.assets.model import asset_folder
from vitascope.core.assets.queries import delete_asset
from vitascope.core.videos.events import VideoDeleted
from vitascope.core.videos.model import Media, VideoEntry, video_folder
from vitascope.core.videos.queries.writing import delete_video_row, is_asset_used
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx
from vitascope.jobs import emit


def delete_video(tx: Tx, actor: Actor, ref: VideoRef) -> None:
    """Remove a video. Its bytes follow once the transaction is committed, unless another
    video shares them.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
    """
    remove_entry(tx, manage_video(tx, actor, ref, Right.REMOVE_ANY_VIDEO))


def remove_entry(tx: Tx, entry: VideoEntry) -> None:
    """Remove a video whose deletion has been allowed."""
    delete_video_row(tx, entry.video.id)
    folder = video_folder(entry.video.uuid)
    emit(tx, VideoDeleted(video_id=entry.video.id, folder=folder))
    if entry.media is not None:
        remove_unused_asset(tx, entry.media)


def remove_unused_asset(tx: Tx, media: Media) -> None:
    """Remove an asset that no video shows any more; its bytes follow."""
    if not is_asset_used(tx, media.id):
        delete_asset(tx, media.id)
        emit(tx, AssetRemoved(asset_id=media.id, folder=asset_folder(media.uuid)))
