import asyncio
import io

import av
import pytest
from tests.factories import NOON, make_rendition, make_user, make_video
from tests.media.clips import Draw
from tests.origin.conftest import Stage

from vitascope.core.assets.model import Rendition, RenditionKind, RenditionState, asset_folder
from vitascope.core.assets.queries import save_rendition
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry

pytestmark = pytest.mark.media


def put_video(stage: Stage, draw: Draw) -> VideoEntry:
    picture = draw(
        "picture.mp4",
        *("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30", "-t", "2"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p"),
    )
    sound = draw("sound.mp4", *("-f", "lavfi", "-i", "sine=440", "-t", "2", "-c:a", "aac"))
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx), title="Ärger / im Paradies")
        assert entry.media is not None
        make_rendition(tx, entry.media.id, 240)
        track = Rendition(
            asset_id=entry.media.id,
            name="audio-0",
            kind=RenditionKind.AUDIO,
            state=RenditionState.COMPLETE,
            codecs="mp4a.40.2",
        )
        save_rendition(tx, track, [[0, 0, 1]])
        mark_ready(tx, entry.media.id, now=NOON)
    folder = asset_folder(entry.media.uuid)
    stage.store.put(f"{folder}/240p.mp4", io.BytesIO(picture.read_bytes()))
    stage.store.put(f"{folder}/audio-0.mp4", io.BytesIO(sound.read_bytes()))
    return entry


async def test_a_download_has_picture_and_sound(stage: Stage, draw: Draw) -> None:
    entry = put_video(stage, draw)

    answer = await stage.client.get(f"/media/{entry.video.uuid}/download/240p.mp4")

    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    with av.open(io.BytesIO(answer.content)) as film:
        assert [stream.type for stream in film.streams] == ["video", "audio"]


async def test_many_who_ask_at_once_get_the_same_file_made_once(
    stage: Stage, draw: Draw
) -> None:
    entry = put_video(stage, draw)
    path = f"/media/{entry.video.uuid}/download/240p.mp4"

    answers = await asyncio.gather(*(stage.client.get(path) for _ in range(5)))

    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert len({answer.content for answer in answers}) == 1
