"""The caller's own videos, as this dialect shows them."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, VideoRef
from vitascope.core.access.model import Actor, LoginRequired
from vitascope.core.assets.model import Asset
from vitascope.core.assets.queries import list_assets
from vitascope.core.captions.read import list_captions_of
from vitascope.core.presets.queries import list_preset_uuids
from vitascope.core.videos.model import GATED, Order, Selection, State, VideoEntry
from vitascope.core.videos.read import own_video
from vitascope.db import Tx
from vitascope.dialects.avcaption.iso import iso
from vitascope.dialects.avcaption.wire import FailureOut, Status, VideoOut
from vitascope.dialects.avcaption.wire_subtitles import SubtitleOut, subtitles_out

# Videos in other states are live streams, which this API does not know.
STATUS: dict[State, Status] = {
    State.WAITING: Status.UPLOADING,
    State.PROCESSING: Status.PROCESSING,
    State.READY: Status.READY,
    State.FAILED: Status.FAILED,
}
_UNEXPLAINED = "The server could not process this file"


class _Picture(msgspec.Struct):
    codec: str
    fps: float
    bit_rate_bps: int


class _Found(msgspec.Struct):
    """What is shown of a probe."""

    video: _Picture | None = None


def account_of(actor: Actor) -> AccountId:
    """Raises LoginRequired for nobody known: a list without an owner would be everybody's."""
    if actor.account_id is None:
        raise LoginRequired("Log in to see your videos")
    return actor.account_id


def own_entry(tx: Tx, actor: Actor, ref: VideoRef) -> VideoEntry:
    """
    Raises:
        NotFound: no such video, not the actor's, or a live stream.
    """
    entry = own_video(tx, actor, ref)
    if entry.video.state not in STATUS:
        raise NotFound("video", ref)
    return entry


def own_selection(actor: Actor, *, status: Status | None, search: str) -> Selection:
    """Everything of the actor, newest first, as far as the filters let it through."""
    states = [state for state, word in STATUS.items() if status in {None, word}]
    return Selection(
        owner=account_of(actor), states=tuple(states), search=search, order=Order.CREATED
    )


def show(tx: Tx, entry: VideoEntry, public_url: str) -> VideoOut:
    return show_all(tx, [entry], public_url)[0]


def show_all(tx: Tx, entries: Sequence[VideoEntry], public_url: str) -> list[VideoOut]:
    """Costs as many queries for a hundred videos as for one."""
    found = list_assets(tx, [entry.media.id for entry in entries if entry.media is not None])
    assets = {
        entry.video.id: None if entry.media is None else found.get(entry.media.id)
        for entry in entries
    }
    captions = list_captions_of(tx, assets)
    used = {preset for entry in entries if (preset := entry.video.preset_id) is not None}
    names = list_preset_uuids(tx, used) if used else {}
    return [
        _video_out(
            entry,
            assets[entry.video.id],
            public_url,
            preset=None if entry.video.preset_id is None else names[entry.video.preset_id],
            subtitles=subtitles_out(entry.video, captions[entry.video.id], public_url),
        )
        for entry in entries
    ]


def _video_out(
    entry: VideoEntry,
    asset: Asset | None,
    public_url: str,
    *,
    preset: UUID | None,
    subtitles: list[SubtitleOut],
) -> VideoOut:
    video = entry.video
    picture = None if asset is None else _picture(asset)
    poster = f"{public_url}/media/{video.uuid}/poster.jpg" if _has_poster(entry) else None
    has_sprite = asset is not None and asset.storyboard is not None
    return VideoOut(
        id=str(video.uuid),
        title=video.title,
        status=STATUS[video.state],
        duration=_seconds(None if asset is None else asset.duration_ms),
        width=None if asset is None else asset.width,
        height=None if asset is None else asset.height,
        codec=None if picture is None else picture.codec,
        bitrate=None if picture is None else picture.bit_rate_bps,
        frame_rate=None if picture is None else picture.fps,
        file_size=None if asset is None else asset.size_bytes,
        thumbnail_url=poster,
        poster_url=poster,
        sprite_url=f"{public_url}/media/{video.uuid}/storyboard.jpg" if has_sprite else None,
        embed_token=video.embed_token,
        watch_url=f"{public_url}/watch/{video.embed_token}",
        embed_url=f"{public_url}/embed/{video.embed_token}",
        requires_token=video.privacy in GATED,
        allowed_domains=video.allowed_domains,
        preset_id=None if preset is None else str(preset),
        views=video.views,
        subtitles=subtitles,
        error=_failure(entry),
        created_at=iso(video.created_at),
        updated_at=iso(video.updated_at),
    )


def _picture(asset: Asset) -> _Picture | None:
    return msgspec.json.decode(asset.probe, type=_Found).video


def _has_poster(entry: VideoEntry) -> bool:
    has_drawn = entry.media is not None and entry.media.has_poster
    return has_drawn or entry.video.poster_key is not None


def _seconds(duration_ms: int | None) -> float | None:
    return None if duration_ms is None else duration_ms / 1000


def _failure(entry: VideoEntry) -> FailureOut | None:
    if entry.video.state is not State.FAILED:
        return None
    reason = None if entry.media is None else entry.media.failure
    return FailureOut(reason or _UNEXPLAINED)
