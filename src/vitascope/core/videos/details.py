"""Everything that is shown about one video."""

from dataclasses import dataclass

from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Account
from vitascope.core.accounts.queries import get_account
from vitascope.core.assets.model import Asset, Rendition
from vitascope.core.assets.queries import find_asset, list_renditions
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import get_channel
from vitascope.core.tags.model import Tag
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.read import view_video
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoDetails:
    """``asset`` is None while no source has arrived."""

    entry: VideoEntry
    channel: Channel
    account: Account
    tags: tuple[Tag, ...]
    asset: Asset | None
    renditions: tuple[Rendition, ...]


def view_details(
    tx: Tx, actor: Actor, ref: VideoRef, *, password: str | None = None
) -> VideoDetails:
    """The video with all that belongs to it, when ``actor`` may see it.

    Raises:
        NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
    """
    entry = view_video(tx, actor, ref, password=password)
    asset_id = entry.video.asset_id
    return VideoDetails(
        entry=entry,
        channel=get_channel(tx, entry.video.channel_id),
        account=get_account(tx, entry.owner_id),
        tags=tuple(list_video_tags(tx, [entry.video.id]).get(entry.video.id, ())),
        asset=None if asset_id is None else find_asset(tx, asset_id),
        renditions=() if asset_id is None else tuple(list_renditions(tx, asset_id)),
    )
