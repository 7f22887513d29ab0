"""What has to hold of this API whatever else changes (facts: section 7, items 18 and 20)."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_video
from tests.media.clips import Draw
from tests.settings import ladder_of

from vitascope.core.accounts.model import User
from vitascope.core.assets.events import AssetPrepared, SourceReceived
from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.jobs import pending
from vitascope.media.encoders import DEFAULT_ENCODER
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop
from vitascope.storage.scratch import Scratch

ROOT = "/api/public/v1"


@pytest.fixture
def shop(db: Database, runtime: Runtime, tmp_path: Path) -> Workshop:
    return Workshop(
        db=db,
        store=runtime.store,
        tools=runtime.tools,
        scratch=Scratch(tmp_path / "scratch"),
        settings=LiveSettings(db, Settings(ladder=ladder_of(240))),
        encoder=DEFAULT_ENCODER,
        serves_growing=True,
        cancel=lambda _step, _key: 0,
        now=lambda: NOON,
    )


def upload(client: Client, key: Headers, content: bytes, **fields: str) -> Any:
    data = {"title": "A film", **fields}
    files = {"file": ("film.mp4", content, "video/mp4")}
    return client.post(f"{ROOT}/vod/upload", data=data, files=files, headers=key)


def test_a_read_key_cannot_upload(client: Client, reader: Headers) -> None:
    answer = upload(client, reader, b"bytes")

    error = {"code": "INSUFFICIENT_PERMISSIONS"}
    assert (answer.status_code, answer.json()["success"], answer.json()["error"]) == (
        403,
        False,
        error,
    )


@pytest.mark.media
async def test_an_upload_is_pending_then_processing_then_completed_and_resolves(
    client: Client,
    db: Database,
    shop: Workshop,
    reader: Headers,
    writer: Headers,
    draw_clip: Draw,
) -> None:
    clip = draw_clip(size="320x240", duration_s=1)
    uploaded = upload(client, writer, clip.read_bytes(), tags="sea, ships").json()["data"]
    media_id = uploaded["mediaId"]
    with db.read() as tx:
        ((_, received),) = [event for event in pending(tx) if event[0] == "SourceReceived"]
    asset_id = int(received["asset_id"])

    def shown() -> Any:
        return client.get(f"{ROOT}/media/{media_id}", headers=reader).json()["data"]

    def resolved() -> tuple[int, Any]:
        answer = client.get(f"/hls/resolve/{media_id}")
        return answer.status_code, answer.json()

    stages = [(shown()["encodingStatus"], resolved()[0])]
    await prepare(shop, SourceReceived(asset_id=asset_id))
    stages.append((shown()["encodingStatus"], resolved()[0]))
    await encode_ladder(shop, AssetPrepared(asset_id=asset_id))
    stages.append((shown()["encodingStatus"], resolved()[0]))

    playlist = f"https://video.example/media/{media_id.removeprefix('vod_')}/master.m3u8"
    tags = [(tag["name"], tag["color"]) for tag in shown()["tags"]]
    assert stages == [("pending", 404), ("processing", 200), ("completed", 200)]
    assert (uploaded["encodingStatus"], uploaded["tags"]) == ("pending", ["sea", "ships"])
    assert tags == [("sea", "#6c757d"), ("ships", "#6c757d")]
    assert re.fullmatch(r"(vod|live)_[a-f0-9\-]+", media_id)
    assert resolved() == (200, {"url": playlist, "ul": playlist})
    assert (shown()["originalWidth"], shown()["originalHeight"]) == (320, 240)


def test_a_search_finds_any_of_the_tags_or_all(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    with db.begin() as tx:
        for title, tags in (("one", ["sea", "ships"]), ("two", ["Sea"]), ("three", ["hills"])):
            make_video(tx, ada, title=title, tags=tags)

    def found(**query: str) -> list[str]:
        answer = client.get(f"{ROOT}/media/search", params=query, headers=reader)
        return sorted(media["title"] for media in answer.json()["data"]["media"])

    assert found(tags="SEA, ships") == ["one", "two"]
    assert found(tags="SEA, ships", match="all") == ["one"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/media?limit=101", "limit"),
        ("/media/search?tags=sea&limit=101", "limit"),
        ("/media/search?tags=%20,", "tags"),
        ("/media/film", "mediaId"),
        ("/media/vod_XYZ", "mediaId"),
        ("/media/live_12", "mediaId"),
        ("/live/vod_12", "mediaId"),
    ],
)
def test_what_breaks_a_rule_is_a_bad_request(
    client: Client, reader: Headers, path: str, field: str
) -> None:
    answer = client.get(f"{ROOT}{path}", headers=reader)

    fields = [problem["field"] for problem in answer.json()["error"]["details"]]
    assert (answer.status_code, fields) == (400, [field])
