"""Where VideoCMS's players find the files of a video (facts: section 1.8)."""

import re
import uuid
from urllib.parse import urlencode

from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.ids import audio_uuid, subtitle_uuid
from vitascope.http.asgi import Scope

MEDIA_PREFIX = "/videos/qualitys"
# The document prints the same paths without the prefix.
PREFIXES = (MEDIA_PREFIX, "")
TOKEN = "vc_token"  # noqa: S105 -- the name of a parameter

_UUID = re.compile(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/|$)", re.IGNORECASE)


def is_media(scope: Scope) -> bool:
    """Whether a path leads to the file of a video."""
    path: str = scope["path"]
    return f"{path}/".startswith(f"{MEDIA_PREFIX}/") or _UUID.match(path) is not None


def media_folder(video: uuid.UUID, prefix: str = MEDIA_PREFIX) -> str:
    return f"{prefix}/{video}"


def media_path(
    entry: VideoEntry, name: str, *, prefix: str = MEDIA_PREFIX, token: str | None = None
) -> str:
    """The path of a file by our name for it: ``720p.m3u8``, ``audio-0.mp4``,
    ``captions/en.ass``, ``master.m3u8``, ``poster.jpg``.

    It changes with the asset, and that of a chosen picture with the picture, so that files may
    be kept for long. ``token`` is for players whose cookies are kept from us.
    """
    asset = uuid.UUID(int=0) if entry.media is None else entry.media.uuid
    words = {} if entry.media is None else {"v": _version(entry, asset, name)}
    if token is not None:
        words[TOKEN] = token
    tail = f"?{urlencode(words)}" if words else ""
    return f"{media_folder(entry.video.uuid, prefix)}/{_tail(entry, asset, name)}{tail}"


def thumbnail_name(entry: VideoEntry) -> str:
    """The picture that stands for a video: the one its owner chose, or the contact sheet."""
    is_custom = entry.video.poster_key is not None
    return f"link-{entry.video.uuid}.webp" if is_custom else "4x4.webp"


def _version(entry: VideoEntry, asset: uuid.UUID, name: str) -> str:
    if name == "poster.jpg" and entry.video.poster_key is not None:
        return entry.video.poster_key.rpartition("/")[2][:8]
    return asset.hex[:8]


def _tail(entry: VideoEntry, asset: uuid.UUID, name: str) -> str:
    stem, _, kind = name.rpartition(".")
    folder, _, caption = stem.rpartition("/")
    if name == "master.m3u8":
        return "stream/multi/master.m3u8"
    if name == "poster.jpg":
        return f"image/thumb/{thumbnail_name(entry)}"
    if folder == "captions":
        return f"{subtitle_uuid(asset, caption)}/subtitle/out.{kind}"
    if stem.startswith("audio"):
        return f"{audio_uuid(asset, stem)}/audio/audio.{kind}"
    return f"{stem}/out.{kind}"
