"""The files of a video as PeerTube writes them.

Picture and sound are stored apart. A web video is both in one MP4, put together when somebody
asks for it; the files of the HLS playlist are the streams as they are stored.
"""

from collections.abc import Sequence

import msgspec

from vitascope.core.assets.model import Rendition, RenditionKind, RenditionState
from vitascope.core.videos.details import VideoDetails
from vitascope.core.videos.model import Privacy, Video
from vitascope.dialects.peertube.labels import Label, resolution_label
from vitascope.dialects.peertube.parts import Site

_HLS = 1
_FILE_SYSTEM = 0
_UNKNOWN_FPS = -1
# Those whose files only some may fetch, and whose addresses say so.
_GUARDED = {Privacy.PRIVATE, Privacy.INTERNAL, Privacy.PASSWORD}


class FileOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """There are no torrents, so their addresses are null."""

    id: int
    resolution: Label
    width: int
    height: int
    size: int
    fps: float
    torrent_url: None = None
    torrent_download_url: None = None
    file_url: str
    file_download_url: str
    metadata_url: str
    has_audio: bool
    has_video: bool
    storage: int = _FILE_SYSTEM


class PlaylistOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """``segments_sha256_url`` serves P2P, which there is none of."""

    id: int
    type: int = _HLS
    playlist_url: str
    segments_sha256_url: str | None = None
    redundancies: tuple[()] = ()
    files: list[FileOut]


def web_files(details: VideoDetails, site: Site) -> list[FileOut]:
    """One per complete picture, best first.

    The sound counts into the size: yt-dlp takes the largest file of a resolution for the best
    one, and the one of the HLS playlist is silent.
    """
    complete = _complete(details.renditions)
    sound_bytes = next((r.size_bytes for r in complete if r.kind is RenditionKind.AUDIO), 0)
    return [
        _web_file(details.entry.video, rendition, sound_bytes, site)
        for rendition in complete
        if rendition.kind is RenditionKind.VIDEO
    ]


def streaming_playlists(details: VideoDetails, site: Site) -> list[PlaylistOut]:
    """The HLS playlist, from the moment on when its first segment can be played."""
    asset, video = details.asset, details.entry.video
    if asset is None or not asset.is_watchable or not details.renditions:
        return []
    complete = _complete(details.renditions)
    pictures = [r for r in complete if r.kind is RenditionKind.VIDEO]
    sounds = [r for r in complete if r.kind is RenditionKind.AUDIO][:1]
    return [
        PlaylistOut(
            id=asset.id,
            playlist_url=f"{_hls_folder(video, site)}/{video.uuid}-master.m3u8",
            files=[_hls_file(video, rendition, site) for rendition in pictures + sounds],
        )
    ]


def file_number(rendition: Rendition, *, is_hls: bool) -> int:
    """Both files of a rendition need a number of their own."""
    return rendition.id * 2 + is_hls


def rendition_number(file_id: int) -> int:
    """The rendition behind a number of :func:`file_number`."""
    return file_id // 2


def guard(privacy: Privacy) -> str:
    """The part of a file's address that tells clients to authenticate."""
    return "private/" if privacy in _GUARDED else ""


def _complete(renditions: Sequence[Rendition]) -> list[Rendition]:
    return [r for r in renditions if r.state is RenditionState.COMPLETE]


def _web_file(video: Video, rendition: Rendition, sound_bytes: int, site: Site) -> FileOut:
    name = f"{video.uuid}-{rendition.resolution}.mp4"
    number = file_number(rendition, is_hls=False)
    return FileOut(
        id=number,
        resolution=_resolution(rendition),
        width=rendition.width or 0,
        height=rendition.height or 0,
        size=rendition.size_bytes + sound_bytes,
        fps=_fps(rendition),
        file_url=f"{site.url}/static/web-videos/{guard(video.privacy)}{name}",
        file_download_url=f"{site.url}/download/web-videos/{name}",
        metadata_url=f"{site.url}/api/v1/videos/{video.uuid}/metadata/{number}",
        has_audio=sound_bytes > 0,
        has_video=True,
    )


def _hls_file(video: Video, rendition: Rendition, site: Site) -> FileOut:
    name = f"{video.uuid}-{rendition.resolution or 0}-fragmented.mp4"
    number = file_number(rendition, is_hls=True)
    is_sound = rendition.kind is RenditionKind.AUDIO
    return FileOut(
        id=number,
        resolution=_resolution(rendition),
        width=rendition.width or 0,
        height=rendition.height or 0,
        size=rendition.size_bytes,
        fps=0 if is_sound else _fps(rendition),
        file_url=f"{_hls_folder(video, site)}/{name}",
        file_download_url=f"{site.url}/download/streaming-playlists/hls/videos/{name}",
        metadata_url=f"{site.url}/api/v1/videos/{video.uuid}/metadata/{number}",
        has_audio=is_sound,
        has_video=not is_sound,
    )


def _hls_folder(video: Video, site: Site) -> str:
    return f"{site.url}/static/streaming-playlists/hls/{guard(video.privacy)}{video.uuid}"


def _resolution(rendition: Rendition) -> Label:
    longest_edge = max(rendition.width or 0, rendition.height or 0)
    return resolution_label(rendition.resolution or 0, longest_edge)


def _fps(rendition: Rendition) -> float:
    if rendition.fps is None:
        return _UNKNOWN_FPS
    # Clients compare with 30 and 60; only a fraction that means something stays.
    nearest = round(rendition.fps)
    return nearest if abs(rendition.fps - nearest) < 0.01 else round(rendition.fps, 2)
