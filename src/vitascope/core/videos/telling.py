"""What is told of videos to those who asked to hear of them."""

from datetime import datetime
from typing import Any

from vitascope.base.ids import VideoId
from vitascope.core.assets.model import RenditionKind
from vitascope.core.assets.queries import list_renditions
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.webhooks.model import Happening
from vitascope.core.webhooks.record import record, record_views
from vitascope.db import Tx


def tell_uploaded(tx: Tx, entry: VideoEntry, *, now: datetime) -> None:
    """A source has arrived: ``filename`` and ``size_bytes`` beside what every telling has
    (``title``, ``embed_token``)."""
    media = entry.media
    details = {
        **_usual(entry),
        "filename": entry.video.source_filename,
        "size_bytes": None if media is None else media.size_bytes,
    }
    _record(tx, entry, Happening.VIDEO_UPLOADED, details, now)


def tell_encoded(tx: Tx, video_id: VideoId, *, now: datetime) -> None:
    """Everything is made: ``duration_ms`` and ``renditions`` (``name``, ``width``,
    ``height``)."""
    entry = get_entry(tx, video_id)
    media = entry.media
    made = [] if media is None else list_renditions(tx, media.id)
    details = {
        **_usual(entry),
        "duration_ms": None if media is None else media.duration_ms,
        "renditions": [
            {"name": each.name, "width": each.width, "height": each.height}
            for each in made
            if each.kind is RenditionKind.VIDEO
        ],
    }
    _record(tx, entry, Happening.VIDEO_ENCODED, details, now)


def tell_failed(tx: Tx, video_id: VideoId, reason: str, *, now: datetime) -> None:
    """Nothing could be made: ``reason`` is a sentence for the owner."""
    entry = get_entry(tx, video_id)
    _record(tx, entry, Happening.VIDEO_FAILED, {**_usual(entry), "reason": reason}, now)


def tell_views(tx: Tx, entry: VideoEntry, before: int, after: int, *, now: datetime) -> None:
    """It was watched: ``threshold`` and ``views``, for each threshold on the way."""
    lane = entry.video.uuid
    record_views(tx, entry.owner_id, lane, _usual(entry), before=before, after=after, now=now)


def tell_translated(
    tx: Tx, entry: VideoEntry, *, source: str, target: str, now: datetime
) -> None:
    """A caption was translated: ``source_language``, and ``target_language``, which is what
    the new caption is called by as well."""
    details = {**_usual(entry), "source_language": source, "target_language": target}
    _record(tx, entry, Happening.SUBTITLE_TRANSLATED, details, now)


def _usual(entry: VideoEntry) -> dict[str, Any]:
    return {"title": entry.video.title, "embed_token": entry.video.embed_token}


def _record(
    tx: Tx, entry: VideoEntry, happening: Happening, details: dict[str, Any], now: datetime
) -> None:
    record(tx, entry.owner_id, happening, entry.video.uuid, details, now=now)
