"""Films that can be streamed, and players that do."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7
from tests.dialects.avcaption.conftest import Client
from tests.factories import NOON, make_rendition, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
)
from vitascope.core.assets.queries import replace_captions, save_rendition, update_asset
from vitascope.core.videos.advance import mark_ready, mark_watchable
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.storage.local import LocalStore

SEGMENTS, SEGMENT_BYTES, INIT_BYTES = 12, 1000, 100
CAPTION = b"WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning\n"
STREAM = "/api/stream"
SCHOOL = {"Origin": "https://school.example"}
OWN = {"Referer": "https://video.example/watch/x"}
_KEY = re.compile(r'#EXT-X-KEY:METHOD=AES-128,URI="(.*)"')


def clear_segment(number: int) -> bytes:
    """What the picture of every film here has in a segment."""
    return bytes((number * 7 + at) % 251 for at in range(SEGMENT_BYTES))


def put_stream(db: Database, folder: Path, user: User, **fields: Any) -> VideoEntry:
    """A ready film of twelve segments of two seconds, with one sound track and one caption."""
    with db.begin() as tx:
        entry = make_video(tx, user, **fields)
        assert entry.media is not None
        asset_id = entry.media.id
        update_asset(tx, asset_id, now=NOON, duration_ms=24_000, has_poster=True)
        size = INIT_BYTES + SEGMENTS * SEGMENT_BYTES
        made = make_rendition(tx, asset_id)
        segments = [
            [2000, INIT_BYTES + number * SEGMENT_BYTES, SEGMENT_BYTES]
            for number in range(SEGMENTS)
        ]
        save_rendition(tx, made, [[0, 0, INIT_BYTES], *segments])
        sound = Rendition(
            asset_id=asset_id,
            name="audio-0",
            kind=RenditionKind.AUDIO,
            state=RenditionState.COMPLETE,
            codecs="mp4a.40.2",
            channels=2,
            is_default=True,
            size_bytes=size,
        )
        save_rendition(tx, sound, [[0, 0, INIT_BYTES], *segments])
        caption = ExtractedCaption(
            asset_id=asset_id,
            name="en",
            language="en",
            label="English",
            is_forced=False,
            has_ass=False,
        )
        replace_captions(tx, asset_id, [caption])
        mark_watchable(tx, asset_id, now=NOON)
        mark_ready(tx, asset_id, now=NOON)
        ready = get_entry(tx, entry.video.id)
    store, base = LocalStore(folder / "media"), f"assets/{entry.media.uuid}"
    media = bytes(INIT_BYTES) + b"".join(map(clear_segment, range(SEGMENTS)))
    for name, data in {
        "720p.mp4": media,
        "audio-0.mp4": media,
        "captions/en.vtt": CAPTION,
        "poster.jpg": b"a poster",
    }.items():
        store.put(f"{base}/{name}", io.BytesIO(data))
    return ready


@dataclass
class Player:
    """Plays by one session, from one site."""

    client: Client
    token: str
    headers: Mapping[str, str] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)

    def begin(self, **query: str) -> httpx.Response:
        """What the gate answers; a session that it begins is the player's from then on."""
        answer: httpx.Response = self.get(f"{STREAM}/{self.token}/token", params=query)
        if answer.is_success:
            self.told = answer.json()
        return answer

    def get(self, path: str, **values: Any) -> Any:
        return self.client.get(path, headers=dict(self.headers), **values)

    @property
    def shown(self) -> str:
        token: str = self.told["playlist_token"]
        return token

    def playlist(self, variant: str = "720p") -> Any:
        query = {"token": self.shown, "v": variant} if variant else {"token": self.shown}
        return self.get(f"{STREAM}/{self.token}/playlist", params=query)

    def key_paths(self, variant: str = "720p") -> list[str]:
        """Addresses of keys, in the order of the playlist."""
        return _KEY.findall(self.playlist(variant).text)

    def segment_paths(self, variant: str = "720p") -> list[str]:
        lines: list[str] = self.playlist(variant).text.splitlines()
        return [line for line in lines if not line.startswith("#")]


def playing(client: Client, token: str, headers: Mapping[str, str] | None = None) -> Player:
    """A player that has begun."""
    player = Player(client, token, headers or {})
    assert player.begin().status_code == 200
    return player


def opened(sealed: bytes, key: bytes, number: int) -> bytes:
    """As players decrypt a segment.

    Raises:
        ValueError: this is not its key.
    """
    cipher = Cipher(algorithms.AES128(key), modes.CBC(number.to_bytes(16, "big"))).decryptor()
    padded = cipher.update(sealed) + cipher.finalize()
    unpadder = PKCS7(128).unpadder()
    return unpadder.update(padded) + unpadder.finalize()
