"""Videos and requests in the states that tests of this API look at."""

from typing import Any

from tests.dialects.runtimes import Headers
from tests.factories import NOON, make_rendition, make_video

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Rendition, RenditionKind, RenditionState
from vitascope.core.assets.queries import save_rendition, update_asset
from vitascope.core.registration.model import Registration
from vitascope.core.registration.queries import insert_registration
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database, Tx


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


def make_request(db: Database, username: str = "cleo", **changes: Any) -> Registration:
    """Somebody asks to join, and waits unless ``state`` says otherwise."""
    given: dict[str, Any] = {
        "reason": "I make films",
        "username": username,
        "email": f"{username}@example.org",
        "email_verified": None,
        "password_hash": "$argon2id$",
        "display_name": "",
        "channel_name": "",
        "channel_display_name": "",
    }
    with db.begin() as tx:
        return insert_registration(tx, NOON, **{**given, **changes})


def make_key(db: Database, user: User, permission: Permission = Permission.WRITE) -> Headers:
    """What a program sends that acts for the user with a key of another API."""
    with db.begin() as tx:
        made = create_key(
            tx,
            user.id,
            kind=KeyKind.AVCAPTION,
            name="A program",
            permission=permission,
            now=NOON,
        )
    return {"Authorization": f"Bearer {made.secret}"}
