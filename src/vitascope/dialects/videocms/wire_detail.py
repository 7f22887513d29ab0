"""A link with the file behind it. Times are UTC, sizes bytes."""

import uuid
from datetime import datetime
from typing import Self

from msgspec import Struct, field

from vitascope.core.assets.queries import find_asset, list_renditions, list_tasks
from vitascope.core.captions.read import list_captions
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx
from vitascope.dialects.videocms.media_paths import media_path
from vitascope.dialects.videocms.wire import go_name
from vitascope.dialects.videocms.wire_files import (
    AudioOut,
    QualityOut,
    ShortTagOut,
    SubtitleOut,
    audios_out,
    qualities_out,
    subtitles_out,
)


class DetailOut(Struct, rename=go_name, kw_only=True):
    """``duration`` is in seconds, 0 until the file was looked into; ``thumbnail`` is empty
    until there is a picture.
    """

    created_at: datetime
    updated_at: datetime
    id: int
    uuid: uuid.UUID
    name: str
    thumbnail: str
    custom_thumbnail: bool
    parent_folder_id: int
    size: int
    duration: float
    qualities: list[QualityOut] = field(name="Qualitys")
    subtitles: list[SubtitleOut]
    audios: list[AudioOut]
    tags: list[ShortTagOut]

    @classmethod
    def read(cls, tx: Tx, entry: VideoEntry, public_url: str) -> Self:
        """With what the database knows of the file."""
        video, media = entry.video, entry.media
        renditions = [] if media is None else list_renditions(tx, media.id)
        tasks = [] if media is None else list_tasks(tx, media.id)
        asset = None if media is None else find_asset(tx, media.id)
        tags = list_video_tags(tx, [video.id]).get(video.id, [])
        return cls(
            created_at=video.created_at,
            updated_at=video.updated_at,
            id=video.id,
            uuid=video.uuid,
            name=video.title,
            thumbnail=_thumbnail(entry, public_url),
            custom_thumbnail=video.poster_key is not None,
            parent_folder_id=video.folder_id or 0,
            size=0 if media is None else media.size_bytes,
            duration=0.0 if media is None else (media.duration_ms or 0) / 1000,
            qualities=qualities_out(renditions, tasks),
            subtitles=subtitles_out(list_captions(tx, video.id, asset)),
            audios=audios_out(renditions),
            tags=[ShortTagOut(tag.id, tag.name) for tag in tags],
        )


def _thumbnail(entry: VideoEntry, public_url: str) -> str:
    has_drawn = entry.media is not None and entry.media.has_poster
    if not has_drawn and entry.video.poster_key is None:
        return ""
    return f"{public_url}{media_path(entry, 'poster.jpg')}"
