import io
import uuid
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from msgspec import structs
from PIL import Image
from tests.conftest import SECRET
from tests.factories import NOON, make_rendition, make_user, make_video
from tests.origin.conftest import Stage
from tests.origin.test_app import BYTES, put_video

from vitascope.base.errors import NotFound, NotReady
from vitascope.core.assets.model import RenditionState, asset_folder
from vitascope.core.assets.queries import delete_renditions, save_rendition
from vitascope.core.videos.model import VideoEntry
from vitascope.http.delivery import AsgiApp, Cut, SealedAddresses, Tracks
from vitascope.media.ffmpeg import Tools
from vitascope.media.sealing import seal_segment, segment_iv
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.pictures import WebPictures
from vitascope.origin.shelf import Shelf


@pytest.fixture
def origin(stage: Stage, tools: Tools, tmp_path: Path) -> Origin:
    return Origin(
        db=stage.db,
        store=stage.store,
        gate=Gate(stage.db, SECRET, lambda: NOON),
        shelf=Shelf(stage.db, stage.scratch),
        downloads=Downloads(stage.store, tools, tmp_path / "downloads", max_bytes=10**9),
        metering=stage.metering,
        pictures=WebPictures(stage.store),
    )


async def got(app: AsgiApp, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        return await client.get("/", headers=headers)


def folder_of(entry: VideoEntry) -> str:
    assert entry.media is not None
    return asset_folder(entry.media.uuid)


async def test_a_video_tells_its_tracks(stage: Stage, origin: Origin) -> None:
    entry = put_video(stage)

    assert entry.media is not None
    assert origin.tracks(entry) == Tracks(
        asset_uuid=entry.media.uuid,
        pictures=("720p",),
        audios=("audio-0",),
        captions=("en",),
    )


async def test_a_playlist_may_be_cut(stage: Stage, origin: Origin) -> None:
    entry = put_video(stage)
    cut = Cut(audios=(), has_captions=False)

    answer = await got(origin.multivariant(entry, str, cut))

    assert answer.text.splitlines()[3:] == [
        (
            '#EXT-X-STREAM-INF:BANDWIDTH=500000,AVERAGE-BANDWIDTH=400000,CODECS="avc1.64001f",'
            "RESOLUTION=1280x720,FRAME-RATE=30.000"
        ),
        "720p.m3u8",
    ]


async def test_nothing_is_left_of_a_recording_without_its_sound(
    stage: Stage, origin: Origin
) -> None:
    entry = put_video(stage)
    assert entry.media is not None
    with stage.db.begin() as tx:
        delete_renditions(tx, entry.media.id, ["720p"])

    with pytest.raises(NotReady):
        origin.multivariant(entry, str, Cut(audios=()))


async def test_a_segment_is_a_file_by_itself(stage: Stage, origin: Origin) -> None:
    entry = put_video(stage)

    whole = await got(origin.segment(entry, "720p", 0))
    part = await got(origin.segment(entry, "720p", 0), Range="bytes=10-19")
    known = await got(
        origin.segment(entry, "720p", 0), **{"If-None-Match": whole.headers["etag"]}
    )

    assert (whole.content, whole.headers["content-type"]) == (BYTES, "video/mp4")
    assert (part.status_code, part.content) == (206, BYTES[10:20])
    assert known.status_code == 304
    with pytest.raises(NotFound):
        # Its bytes are not stored here.
        await got(origin.segment(entry, "audio-0", 0))
    with pytest.raises(NotFound):
        origin.segment(entry, "720p", 1)
    with pytest.raises(NotFound):
        origin.segment(entry, "1080p", 0)


async def test_a_segment_of_a_growing_rendition_comes_from_where_it_grows(
    stage: Stage, origin: Origin
) -> None:
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None
        made = make_rendition(tx, entry.media.id, 360)
        save_rendition(tx, replace(made, state=RenditionState.GROWING), [])
    folder = stage.scratch.make(entry.media.uuid)
    (folder / "360p.mp4").write_bytes(BYTES[:1000])
    (folder / "360p.m3u8").write_text(
        '#EXTM3U\n#EXT-X-MAP:URI="360p.mp4",BYTERANGE="100@0"\n'
        "#EXTINF:4.0,\n#EXT-X-BYTERANGE:400@100\n360p.mp4\n"
        "#EXTINF:4.0,\n#EXT-X-BYTERANGE:500@500\n360p.mp4\n"
    )
    sending = origin.segment(entry, "360p", 1)

    growing = await got(sending)
    stage.store.put(f"{folder_of(entry)}/360p.mp4", io.BytesIO(BYTES))
    (folder / "360p.mp4").unlink()
    moved = await got(sending)

    expected = BYTES[:100] + BYTES[500:1000]
    assert (growing.content, moved.content) == (expected, expected)


async def test_a_growing_rendition_is_encrypted_as_far_as_it_is(
    stage: Stage, origin: Origin
) -> None:
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None
        made = make_rendition(tx, entry.media.id, 360)
        save_rendition(tx, replace(made, state=RenditionState.GROWING), [])
    folder, key = stage.scratch.make(entry.media.uuid), bytes(16)
    (folder / "360p.mp4").write_bytes(BYTES[:500])
    (folder / "360p.m3u8").write_text(
        '#EXTM3U\n#EXT-X-MAP:URI="360p.mp4",BYTERANGE="100@0"\n'
        "#EXTINF:4.0,\n#EXT-X-BYTERANGE:400@100\n360p.mp4\n"
    )
    addresses = SealedAddresses(init="init", segment="seg{}".format, key="key{}".format)

    playlist = await got(origin.sealed_playlist(entry, "360p", addresses))
    init = await got(origin.init_segment(entry, "360p"))
    sealed = await got(origin.sealed_segment(entry, "360p", 0, key))

    assert playlist.text.splitlines()[4:] == [
        "#EXT-X-PLAYLIST-TYPE:EVENT",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        '#EXT-X-MAP:URI="init"',
        '#EXT-X-KEY:METHOD=AES-128,URI="key0"',
        "#EXTINF:4.000,",
        "seg0",
    ]
    assert (init.content, origin.segment_lengths_ms(entry, "360p")) == (BYTES[:100], (4000,))
    assert sealed.content == seal_segment(BYTES[100:500], key, segment_iv(0))
    with pytest.raises(NotFound):
        origin.sealed_segment(entry, "360p", 1, key)


async def test_pictures_for_the_web_are_made_of_what_there_is(
    stage: Stage, origin: Origin
) -> None:
    written = io.BytesIO()
    Image.new("RGB", (16, 9)).save(written, "JPEG")
    key = f"videos/{uuid.uuid4()}/chosen.jpg"
    stage.store.put(key, io.BytesIO(written.getvalue()))
    entry = put_video(stage, poster_key=key)
    plain = structs.replace(entry, video=structs.replace(entry.video, poster_key=None))

    chosen = await got(origin.file(entry, "poster.webp"))

    assert (chosen.status_code, chosen.headers["content-type"]) == (200, "image/webp")
    for name in ("contact.webp", "poster.webp"):
        with pytest.raises(NotFound):
            await got(origin.file(plain, name))
    with pytest.raises(NotFound):
        origin.file(entry, "other.webp")
