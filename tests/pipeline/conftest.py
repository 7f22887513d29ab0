"""A workshop with a store, and the steps run one after another without the engine."""

import asyncio
import hashlib
import shutil
import uuid
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from tests.factories import NOON, actor_of, make_user
from tests.settings import WHOLE_LADDER

from vitascope.base.ids import AssetId, VideoId
from vitascope.core.assets.events import AssetPrepared, SourceReceived
from vitascope.core.assets.model import asset_folder
from vitascope.core.profiles.model import Recipe
from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.core.uploads.finish import Source, finish_upload
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.media.encoders import DEFAULT_ENCODER
from vitascope.media.ffmpeg import Tools
from vitascope.media.probe import probe
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import StorageOptions, open_store
from vitascope.storage.scratch import Scratch


@pytest.fixture
def shop(db: Database, tmp_path: Path, tools: Tools) -> Workshop:
    return Workshop(
        db=db,
        store=open_store(StorageOptions(url=f"file:{tmp_path / 'media'}")),
        tools=tools,
        scratch=Scratch(tmp_path / "scratch"),
        settings=LiveSettings(db, Settings(ladder=WHOLE_LADDER)),
        encoder=DEFAULT_ENCODER,
        serves_growing=True,
        cancel=lambda _step, _key: 0,
        now=lambda: NOON,
    )


@dataclass(frozen=True)
class Received:
    video_id: VideoId
    asset_id: AssetId

    def entry(self, shop: Workshop) -> VideoEntry:
        with shop.db.read() as tx:
            return get_entry(tx, self.video_id)


class Receive(Protocol):
    def __call__(self, path: Path, recipe: Recipe | None = None) -> Awaitable[Received]: ...


@pytest.fixture
def receive(shop: Workshop) -> Receive:
    """Store a file as the source of a new video."""

    async def run(path: Path, recipe: Recipe | None = None) -> Received:
        found = await probe(shop.tools, path)
        return await asyncio.to_thread(_store, shop, path, found.to_json(), recipe)

    return run


async def run_steps(shop: Workshop, received: Received) -> None:
    await prepare(shop, SourceReceived(asset_id=received.asset_id))
    await encode_ladder(shop, AssetPrepared(asset_id=received.asset_id))


def _store(shop: Workshop, path: Path, found: str, recipe: Recipe | None) -> Received:
    source = Source(
        asset_uuid=uuid.uuid4(),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        size_bytes=path.stat().st_size,
        content_type="video/mp4",
        filename=path.name,
        probe=found,
        recipe=recipe,
    )
    copy = shutil.copy(path, path.with_name("sent"))
    shop.store.put_file(f"{asset_folder(source.asset_uuid)}/source", Path(copy))
    with shop.db.begin() as tx:
        actor = actor_of(make_user(tx))
        fields = VideoFields(title="A film", privacy=Privacy.PUBLIC)
        entry, _ = finish_upload(tx, actor, source, fields, now=NOON)
    assert entry.media is not None
    return Received(entry.video.id, entry.media.id)
