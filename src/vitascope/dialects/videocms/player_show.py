"""What a player page shows, at VideoCMS's addresses."""

from collections.abc import Callable, Sequence

from vitascope.core.heartbeats.model import Heartbeat
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.media_cookie import media_query_token
from vitascope.dialects.videocms.media_paths import MEDIA_PREFIX, TOKEN, media_path
from vitascope.http.player_pages import Beat, DownloadFile, PlayerShow
from vitascope.http.runtime import Runtime

# VideoCMS has no address for these; ours is open to whoever may see the page.
_OWN = frozenset({"poster.jpg", "storyboard.vtt", "chapters.vtt", "status"})


def player_show(
    runtime: Runtime,
    entry: VideoEntry,
    heartbeats: Sequence[Heartbeat],
    *,
    is_foreign_frame: bool = False,
) -> PlayerShow:
    """The page of a video whose viewer was let in. In another site's frame, where browsers may
    keep cookies from us, addresses carry a token instead.
    """
    settings, video = runtime.settings.current(), entry.video
    token = media_query_token(runtime, entry, runtime.now()) if is_foreign_frame else None
    may_save = settings.downloads_enabled and video.downloads_allowed
    return PlayerShow(
        path=f"/v/{video.uuid}",
        file=_addresses(entry, token),
        stream=_streams(entry, token) if may_save else None,
        downloads=_downloads(entry, token) if may_save else None,
        keep_alive=f"/v/{video.uuid}/status",
        remembers_position=settings.continue_watching,
        beats=[_beat(entry, each, relays=settings.relays_heartbeats) for each in heartbeats],
    )


def _addresses(entry: VideoEntry, token: str | None) -> Callable[[str], str]:
    def address(name: str) -> str:
        if name in _OWN:
            return f"/media/{entry.video.uuid}/{name}"
        return media_path(entry, name, token=token)

    return address


def _streams(entry: VideoEntry, token: str | None) -> Callable[[str], str]:
    return lambda name: _below(entry, f"{name}/1/stream/video.mp4", token)


def _downloads(entry: VideoEntry, token: str | None) -> Callable[[str], Sequence[DownloadFile]]:
    def files(name: str) -> Sequence[DownloadFile]:
        return [
            DownloadFile(kind="MKV", src=_below(entry, f"{name}/download/video.mkv", token)),
            DownloadFile(kind="MP4", src=_below(entry, f"{name}/1/stream/video.mp4", token)),
        ]

    return files


def _below(entry: VideoEntry, name: str, token: str | None) -> str:
    tail = "" if token is None else f"?{TOKEN}={token}"
    return f"{MEDIA_PREFIX}/{entry.video.uuid}/{name}{tail}"


def _beat(entry: VideoEntry, heartbeat: Heartbeat, *, relays: bool) -> Beat:
    return Beat(
        target=f"/v/{entry.video.uuid}/heartbeat" if relays else heartbeat.url,
        per_minute=heartbeat.per_minute,
        query_name=heartbeat.query_name,
        field_name="" if relays else heartbeat.field_name,
        relay_id=heartbeat.id if relays else None,
    )
