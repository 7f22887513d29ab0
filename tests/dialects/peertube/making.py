"""Videos in the states that tests of this API look at."""

from typing import Any

from tests.factories import NOON, make_rendition, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Rendition, RenditionKind, RenditionState
from vitascope.core.assets.queries import save_rendition, update_asset
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


def make_ready(tx: Tx, user: User, **fields: Any) -> VideoEntry:
    """A video everything of which is made; its files are not there."""
    entry = make_video(tx, user, **fields)
    assert entry.media is not None
    mark_ready(tx, entry.media.id, now=NOON)
    return get_entry(tx, entry.video.id)


def make_playable(tx: Tx, user: User, **fields: Any) -> VideoEntry:
    """A ready video of 4 s in 720p with sound."""
    entry = make_ready(tx, user, **fields)
    assert entry.media is not None
    make_rendition(tx, entry.media.id, 720)
    sound = Rendition(
        asset_id=entry.media.id,
        name="audio-0",
        kind=RenditionKind.AUDIO,
        state=RenditionState.COMPLETE,
        codecs="mp4a.40.2",
        channels=2,
        is_default=True,
        size_bytes=1000,
        average_bps=100_000,
        peak_bps=100_000,
    )
    save_rendition(tx, sound, [[0, 0, 600], [4000, 600, 400]])
    update_asset(
        tx, entry.media.id, now=NOON, duration_ms=4000, width=1280, height=720, has_audio=True
    )
    return get_entry(tx, entry.video.id)
