"""A film as players meet it: two qualities, two audio tracks, captions in two languages."""

import io
from typing import Any

from tests.factories import NOON, make_rendition, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    asset_folder,
)
from vitascope.core.assets.queries import replace_captions, save_rendition, update_asset
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.dialects.videocms.ids import audio_uuid, subtitle_uuid
from vitascope.dialects.videocms.media_cookie import NAME, media_cookies
from vitascope.http.runtime import Runtime

BYTES = bytes(range(250)) * 20
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning\n"
ASS = b"[Script Info]\n"


def put_film(runtime: Runtime, owner: User, **fields: Any) -> VideoEntry:
    """A ready, unlisted film of five seconds: 720p and 360p of one segment each."""
    given = {"title": "Häuser & Gärten.mkv", "privacy": Privacy.UNLISTED, **fields}
    with runtime.db.begin() as tx:
        entry = make_video(tx, owner, **given)
        assert entry.media is not None
        asset_id = entry.media.id
        update_asset(tx, asset_id, now=NOON, duration_ms=5000)
        make_rendition(tx, asset_id)
        make_rendition(tx, asset_id, 360)
        for number, (language, label) in enumerate((("en", "English"), ("fr", "Français"))):
            track = Rendition(
                asset_id=asset_id,
                name=f"audio-{number}",
                kind=RenditionKind.AUDIO,
                state=RenditionState.COMPLETE,
                codecs="mp4a.40.2",
                language=language,
                label=label,
                channels=2,
                is_default=number == 0,
                size_bytes=500,
                average_bps=100,
                peak_bps=200,
            )
            save_rendition(tx, track, [[0, 0, 100], [5000, 100, 400]])
        captions = [
            ExtractedCaption(
                asset_id=asset_id,
                name=language,
                language=language,
                label=label,
                is_forced=False,
                has_ass=language == "en",
            )
            for language, label in (("en", "English"), ("fr", "Français"))
        ]
        replace_captions(tx, asset_id, captions)
        mark_ready(tx, asset_id, now=NOON)
        entry = get_entry(tx, entry.video.id)
    assert entry.media is not None
    files = {
        "720p.mp4": BYTES,
        "360p.mp4": BYTES[::-1],
        "audio-0.mp4": BYTES[:500],
        "audio-1.mp4": BYTES[500:1000],
        "captions/en.vtt": VTT,
        "captions/en.ass": ASS,
        "captions/fr.vtt": VTT,
    }
    for name, data in files.items():
        runtime.store.put(f"{asset_folder(entry.media.uuid)}/{name}", io.BytesIO(data))
    return entry


def cookie_of(runtime: Runtime, entry: VideoEntry) -> dict[str, str]:
    """What a browser shows that has come by the page of the video."""
    below, _ = media_cookies(runtime, entry, runtime.now())
    return {"Cookie": f"{NAME}={value_of(below)}"}


def value_of(set_cookie: str) -> str:
    return set_cookie.partition(";")[0].partition("=")[2]


def audio_of(entry: VideoEntry, number: int) -> str:
    assert entry.media is not None
    return str(audio_uuid(entry.media.uuid, f"audio-{number}"))


def subtitle_of(entry: VideoEntry, name: str) -> str:
    assert entry.media is not None
    return str(subtitle_uuid(entry.media.uuid, name))


def version(entry: VideoEntry) -> str:
    assert entry.media is not None
    return f"v={entry.media.uuid.hex[:8]}"
