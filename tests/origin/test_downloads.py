import asyncio
import io
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import av
import pytest
from tests.factories import NOON, make_rendition, make_user, make_video
from tests.media.clips import Draw
from tests.origin.conftest import Stage

from vitascope.base.errors import NotReady, StorageFull, Unavailable
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    asset_folder,
)
from vitascope.core.assets.queries import replace_captions, save_rendition
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.media.ffmpeg import Tools
from vitascope.origin.downloads import Downloads
from vitascope.origin.file_lock import locked
from vitascope.origin.shelf import Contents, Shelf

ASS = """[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour
Style: Default,Arial,20,&H0000FFFF

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.10,0:00:01.00,Default,,0,0,0,,{\\i1}Good morning
"""
VTT = "WEBVTT\n\n00:00.100 --> 00:01.000\nBonjour\n"


def put_parts(stage: Stage, picture: bytes, sounds: list[bytes]) -> VideoEntry:
    """A video of those bytes, with captions in two languages."""
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx), title="Ärger / im Paradies")
        assert entry.media is not None
        made = make_rendition(tx, entry.media.id, 240)
        save_rendition(tx, replace(made, size_bytes=len(picture)), [[0, 0, 1]])
        for number, data in enumerate(sounds):
            track = Rendition(
                asset_id=entry.media.id,
                name=f"audio-{number}",
                kind=RenditionKind.AUDIO,
                state=RenditionState.COMPLETE,
                codecs="mp4a.40.2",
                language="en" if number == 0 else "fr",
                label=f"Sound {number}",
                size_bytes=len(data),
            )
            save_rendition(tx, track, [[0, 0, 1]])
        captions = [
            ExtractedCaption(
                asset_id=entry.media.id,
                name=language,
                language=language,
                label=label,
                is_forced=False,
                has_ass=language == "en",
            )
            for language, label in (("en", "English"), ("fr", "Français"))
        ]
        replace_captions(tx, entry.media.id, captions)
        mark_ready(tx, entry.media.id, now=NOON)
    folder = asset_folder(entry.media.uuid)
    files = {
        "240p.mp4": picture,
        "captions/en.vtt": VTT.encode(),
        "captions/en.ass": ASS.encode(),
        "captions/fr.vtt": VTT.encode(),
    }
    files |= {f"audio-{number}.mp4": data for number, data in enumerate(sounds)}
    for name, data in files.items():
        stage.store.put(f"{folder}/{name}", io.BytesIO(data))
    return entry


@pytest.fixture
def film(stage: Stage, draw: Draw) -> VideoEntry:
    picture = draw(
        "picture.mp4",
        *("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30", "-t", "2"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p"),
    )
    sounds = [
        draw(f"{hz}.mp4", *("-f", "lavfi", "-i", f"sine={hz}", "-t", "2", "-c:a", "aac"))
        for hz in (440, 880)
    ]
    return put_parts(stage, picture.read_bytes(), [path.read_bytes() for path in sounds])


@pytest.fixture
def broken(stage: Stage) -> VideoEntry:
    """A video whose files nobody can read."""
    return put_parts(stage, b"no picture", [])


def contents_of(stage: Stage, entry: VideoEntry) -> Contents:
    return Shelf(stage.db, stage.scratch).contents(entry)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "downloads"


@pytest.fixture
def downloads(stage: Stage, tools: Tools, folder: Path) -> Downloads:
    return Downloads(stage.store, tools, folder, max_bytes=10**9)


async def make_all(downloads: Downloads, contents: Contents) -> Path:
    return await downloads.matroska(contents, contents.rendition("240p"))


@pytest.mark.media
async def test_a_download_has_picture_and_sound(stage: Stage, film: VideoEntry) -> None:
    answer = await stage.client.get(f"/media/{film.video.uuid}/download/240p.mp4")

    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    with av.open(io.BytesIO(answer.content)) as made:
        assert [stream.type for stream in made.streams] == ["video", "audio"]


@pytest.mark.media
async def test_a_matroska_download_has_everything(
    stage: Stage, downloads: Downloads, film: VideoEntry
) -> None:
    contents = contents_of(stage, film)

    path = await make_all(downloads, contents)

    with av.open(path) as made:
        found = [
            (
                stream.type,
                stream.codec_context.codec.canonical_name,
                stream.metadata.get("language"),
                stream.metadata.get("title"),
            )
            for stream in made.streams
        ]
    assert found == [
        ("video", "h264", None, None),
        ("audio", "aac", "eng", "Sound 0"),
        ("audio", "aac", "fre", "Sound 1"),
        ("subtitle", "ass", "eng", "English"),
        ("subtitle", "subrip", "fre", "Français"),
    ]


@pytest.mark.media
async def test_many_who_ask_at_once_get_the_same_file_made_once(
    stage: Stage, film: VideoEntry
) -> None:
    path = f"/media/{film.video.uuid}/download/240p.mp4"

    answers = await asyncio.gather(*(stage.client.get(path) for _ in range(5)))

    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.media
async def test_another_process_at_the_same_work_is_waited_for(
    stage: Stage, downloads: Downloads, film: VideoEntry, folder: Path
) -> None:
    contents = contents_of(stage, film)
    name = (await make_all(downloads, contents)).name
    (folder / name).unlink()

    # As another process would: it holds the lock, and has the file when it gives it back.
    async with locked(folder / f"{name}.lock"):
        asked = asyncio.create_task(make_all(downloads, contents))
        await asyncio.sleep(0)
        (folder / name).write_bytes(b"made elsewhere")
    found = await asked

    assert found.read_bytes() == b"made elsewhere"


async def test_what_cannot_be_put_together_is_told_and_leaves_nothing(
    stage: Stage, downloads: Downloads, broken: VideoEntry, folder: Path
) -> None:
    with pytest.raises(Unavailable, match="could not be put together"):
        await make_all(downloads, contents_of(stage, broken))
    answer = await stage.client.get(f"/media/{broken.video.uuid}/download/240p.mp4")

    assert list(folder.iterdir()) == []
    assert (answer.status_code, answer.text) == (
        503,
        "This download could not be put together",
    )


async def test_what_others_remove_while_room_is_made_is_passed_over(
    stage: Stage, downloads: Downloads, broken: VideoEntry, folder: Path
) -> None:
    folder.mkdir()
    # Listed, but not there any more.
    (folder / "removed.mp4").symlink_to(folder / "nowhere")

    with pytest.raises(Unavailable, match="could not be put together"):
        await make_all(downloads, contents_of(stage, broken))


async def test_a_part_that_is_still_being_made_is_waited_for(
    stage: Stage, downloads: Downloads, broken: VideoEntry
) -> None:
    assert broken.media is not None
    with stage.db.begin() as tx:
        growing = replace(
            make_rendition(tx, broken.media.id, 240), state=RenditionState.GROWING
        )
        save_rendition(tx, growing, [])

    with pytest.raises(NotReady):
        await make_all(downloads, contents_of(stage, broken))


async def test_a_disk_without_room_is_left_alone(
    stage: Stage, tools: Tools, broken: VideoEntry, folder: Path
) -> None:
    full = Downloads(stage.store, tools, folder, max_bytes=10**9, min_free_bytes=1 << 60)

    with pytest.raises(StorageFull):
        await make_all(full, contents_of(stage, broken))

    assert list(folder.iterdir()) == []


@pytest.mark.media
async def test_the_longest_unused_go_when_there_are_too_many(
    stage: Stage, tools: Tools, film: VideoEntry, folder: Path
) -> None:
    folder.mkdir()
    ages_s = {"long.mkv": 7200, "while.mp4": 3600, "now.mkv": 0}
    for name, age_s in ages_s.items():
        (folder / name).write_bytes(bytes(1000))
        used_at = time.time() - age_s
        os.utime(folder / name, (used_at, used_at))
    contents = contents_of(stage, film)
    size_bytes = sum(rendition.size_bytes for rendition in contents.renditions)
    downloads = Downloads(stage.store, tools, folder, max_bytes=round(size_bytes * 1.02) + 2000)

    made = await make_all(downloads, contents)

    assert {path.name for path in folder.iterdir()} == {"while.mp4", "now.mkv", made.name}


KILLED = """
import os, signal, sys
from pathlib import Path
from vitascope.origin.file_lock import _take

work = Path(sys.argv[1])
_take(work.with_suffix(".lock"))
work.mkdir()
(work / "download.mkv").write_bytes(b"half")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.media
async def test_what_a_killed_process_has_left_is_never_sent(
    stage: Stage, downloads: Downloads, film: VideoEntry, folder: Path
) -> None:
    contents = contents_of(stage, film)
    name = (await make_all(downloads, contents)).name
    (folder / name).unlink()
    for work in (f"{name}.part", "other.mkv.part"):
        killed = [sys.executable, "-c", KILLED, str(folder / work)]
        subprocess.run(killed, check=False)

    made = await make_all(downloads, contents)

    assert made.read_bytes() != b"half"
    left = {path.name for path in folder.iterdir()}
    assert left - {f"{name}.lock", "other.mkv.lock"} == {name}
