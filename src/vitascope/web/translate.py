"""From core records to views."""

from collections.abc import Callable
from uuid import UUID

from vitascope.base.ids import short_uuid
from vitascope.core.assets.model import Asset, RenditionKind, RenditionState, TaskState
from vitascope.core.assets.progress import overall_percent, watchable_in_s
from vitascope.core.videos.model import GATED, Privacy, State, Video, VideoEntry
from vitascope.web.gathering import Gathered
from vitascope.web.player_look import logo_path, look_config
from vitascope.web.views import (
    CaptionView,
    CardView,
    ChapterView,
    DownloadView,
    EncodingView,
    Stage,
    WatchView,
)

# What a player of unknown shape is drawn as; sound alone has no shape either.
_USUAL_SIZE = (1280, 720)
_IN_THE_MAKING = {State.WAITING, State.PROCESSING}


def card_view(entry: VideoEntry) -> CardView:
    video, media = entry.video, entry.media
    duration_ms = None if media is None else media.duration_ms
    return CardView(
        path=watch_path(video),
        title=video.title,
        channel=entry.channel.display_name,
        views=video.views,
        published_at=video.published_at or video.created_at,
        duration_s=None if duration_ms is None else duration_ms / 1000,
        poster=own_addresses(video.uuid)("poster.jpg") if _has_poster(entry) else None,
    )


def watch_view(
    found: Gathered, *, file: Callable[[str], str] | None = None, gate: str | None = None
) -> WatchView:
    """``file`` tells where a file of the video is by our name for it (``master.m3u8``); our
    own addresses count without it. With a ``gate`` there is nothing to download.
    """
    entry, video, asset = found.entry, found.entry.video, found.asset
    preset = found.preset
    file = file or own_addresses(video.uuid)
    width, height = _shape(asset)
    is_made = video.state not in _IN_THE_MAKING
    has_storyboard = asset is not None and asset.storyboard is not None
    duration_ms = None if asset is None else asset.duration_ms
    return WatchView(
        path=watch_path(video),
        embed_path=f"/videos/embed/{short_uuid(video.uuid)}",
        hls=file("master.m3u8"),
        stage=_stage(video, asset),
        title=video.title,
        description=video.description or "",
        channel=entry.channel.display_name,
        tags=found.tags,
        views=video.views,
        published_at=video.published_at or video.created_at,
        is_listed=video.privacy is Privacy.PUBLIC,
        duration_s=None if duration_ms is None else duration_ms / 1000,
        width=width,
        height=height,
        poster=file("poster.jpg") if _has_poster(entry) else None,
        storyboard=file("storyboard.vtt") if has_storyboard else None,
        chapters_src=file("chapters.vtt") if found.chapters else None,
        chapters=tuple(
            ChapterView(start_s=start_ms // 1000, title=title)
            for start_ms, title in found.chapters
        ),
        captions=tuple(
            CaptionView(
                src=file(f"captions/{caption.name}.vtt"),
                language=caption.language,
                label=caption.label,
                styled=file(f"captions/{caption.name}.ass") if caption.ass_key else None,
                is_default=caption.is_default,
            )
            for caption in found.captions
        ),
        downloads=_downloads(found, file) if gate is None else (),
        status=None if is_made else file("status"),
        encoding=None if is_made else _encoding(found),
        failure=None if asset is None else asset.failure,
        gate=gate,
        # Whoever gives out a stream knows how much of it was fetched.
        views_path=None if gate else f"/api/v1/videos/{video.uuid}/views",
        look=None if preset is None else look_config(preset.look, logo_path(preset)),
    )


def views_path_of(view: WatchView, video: Video, playback_token: str) -> str | None:
    """Where the player tells how far somebody is. It does not say who they are, so it shows a
    token where not everybody may see the video.
    """
    if view.views_path is None or video.privacy not in GATED:
        return view.views_path
    return f"{view.views_path}?videoFileToken={playback_token}"


def watch_path(video: Video) -> str:
    return f"/w/{short_uuid(video.uuid)}"


def own_addresses(video: UUID) -> Callable[[str], str]:
    """Where ``origin`` has the files of a video."""
    return lambda name: f"/media/{video}/{name}"


def position_name(video: UUID) -> str:
    """Under what name browsers keep how far somebody watched; it is VideoCMS's."""
    return f"POSITION-{video}"


def _stage(video: Video, asset: Asset | None) -> Stage:
    if asset is not None and asset.is_watchable:
        return Stage.WATCHABLE
    return Stage.FAILED if video.state is State.FAILED else Stage.WAITING


def _shape(asset: Asset | None) -> tuple[int, int]:
    if asset is None or not asset.width or not asset.height:
        return _USUAL_SIZE
    return asset.width, asset.height


def _has_poster(entry: VideoEntry) -> bool:
    has_drawn = entry.media is not None and entry.media.has_poster
    return entry.video.poster_key is not None or has_drawn


def _downloads(found: Gathered, file: Callable[[str], str]) -> tuple[DownloadView, ...]:
    """Files with sound, as origin makes them on request from complete renditions."""
    if not found.entry.video.downloads_allowed:
        return ()
    sounds = [r.size_bytes for r in found.renditions if r.kind is RenditionKind.AUDIO]
    return tuple(
        DownloadView(
            src=file(f"download/{rendition.name}.mp4"),
            resolution=rendition.resolution,
            size_bytes=rendition.size_bytes + sum(sounds[:1]),
        )
        for rendition in found.renditions
        if rendition.resolution is not None and rendition.state is RenditionState.COMPLETE
    )


def _encoding(found: Gathered) -> EncodingView:
    resolutions = tuple(r.resolution for r in found.renditions if r.resolution is not None)
    waits = found.asset is None or found.asset.is_watchable
    made = {f"{resolution}p" for resolution in resolutions}
    return EncodingView(
        percent=int(overall_percent(found.tasks)),
        watchable_in_s=None if waits else watchable_in_s(found.tasks),
        resolutions=resolutions,
        making=tuple(
            (task.name, int(task.percent))
            for task in found.tasks
            if task.is_quality and task.state is not TaskState.DONE and task.name not in made
        ),
    )
