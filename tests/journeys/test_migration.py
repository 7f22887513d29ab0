"""Moving in from another server, and being killed on the way."""

import hashlib
import struct
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.journeys.server import (
    PASSWORD,
    PATIENCE_S,
    Peertube,
    Server,
    spawn,
    vitascope,
    wait_for,
)
from tests.media.clips import Draw
from tests.migration.fake_peertube import TOKEN, FakePeertube, uuid_of, video
from tests.migration.remotes import Answer, Stall, serving

from vitascope.app import open_parts
from vitascope.config import load
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.assets.queries import get_asset
from vitascope.core.captions.queries import list_added_captions
from vitascope.core.videos.model import Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx

pytestmark = [pytest.mark.media, pytest.mark.journey]

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"
MEGABYTE = 2**20
# Files are written a megabyte at a time; the rest of what came is lost with the program.
HALF_BYTES = 2 * MEGABYTE
SETTINGS = {"VITASCOPE_ADMIN_PASSWORD": PASSWORD}


def put_film(remote: Peertube, clip: Path, name: str, **fields: str) -> dict[str, Any]:
    """A film that is wholly processed, with a caption and a chapter of its own."""
    answer = remote.upload(clip, name, **fields)
    answer.raise_for_status()
    uuid = answer.json()["video"]["uuid"]
    path = f"{remote.server.url}/api/v1/videos/{uuid}"
    headers = {"Authorization": f"Bearer {remote.token}"}
    words = {"captionfile": ("words.vtt", VTT, "text/vtt")}
    httpx.put(
        f"{path}/captions/fr", files=words, headers=headers, timeout=PATIENCE_S
    ).raise_for_status()
    chapters = {"chapters": [{"timecode": 0, "title": f"Beginning of {name}"}]}
    httpx.put(
        f"{path}/chapters", json=chapters, headers=headers, timeout=PATIENCE_S
    ).raise_for_status()
    return remote.wait_until_published(uuid)


def shown(peertube: Peertube) -> dict[str, dict[str, Any]]:
    """What the user's own list says, by title."""
    listed = peertube.get("/users/me/videos?count=100&sort=createdAt")["data"]
    return {each["name"]: each for each in listed}


def test_a_user_of_one_vitascope_moves_into_another(
    peertube: Peertube, draw_clip: Draw, tmp_path: Path
) -> None:
    clips = [draw_clip(f"{n}.mp4", duration_s=n, size="320x180") for n in (1, 2)]
    put_film(peertube, clips[0], "Open", description="For all", category="15", language="fr")
    put_film(peertube, clips[1], "Secret", privacy="3")
    home = Server(tmp_path / "home").start()
    words = ["import", "peertube", peertube.server.url, "--token", peertube.token]
    words += ["--data", str(home.data)]

    first = vitascope(words, home.environ())
    second = vitascope(words, home.environ())

    try:
        moved = Peertube(home).log_in()
        found = {
            name: moved.wait_until_published(each["uuid"])
            for name, each in shown(moved).items()
        }
        beside = {
            name: (
                [
                    httpx.get(f"{home.url}{caption['captionPath']}", timeout=PATIENCE_S).content
                    for caption in moved.get(f"/videos/{each['uuid']}/captions")["data"]
                ],
                moved.get(f"/videos/{each['uuid']}/chapters")["chapters"],
            )
            for name, each in found.items()
        }
        picture = httpx.get(f"{home.url}{found['Secret']['previewPath']}", timeout=PATIENCE_S)
    finally:
        home.kill()
    assert (first.returncode, first.stderr) == (0, "")
    assert "2 copied before" in second.stdout
    said = {
        name: (each["privacy"]["id"], each["description"], each["category"]["id"])
        for name, each in found.items()
    }
    assert said == {"Open": (1, "For all", 15), "Secret": (3, None, None)}
    assert found["Open"]["language"]["id"] == "fr"
    assert [each["channel"]["name"] for each in found.values()] == ["root_channel"] * 2
    assert all(each["originallyPublishedAt"] for each in found.values())
    assert beside == {
        name: ([VTT], [{"timecode": 0, "title": f"Beginning of {name}"}]) for name in said
    }
    assert picture.headers["content-type"] == "image/jpeg"


def test_killed_wherever_it_is_each_video_comes_once(draw_clip: Draw, tmp_path: Path) -> None:
    clips = [
        padded(draw_clip(f"{number}.mp4", duration_s=number, size="320x180").read_bytes())
        for number in (1, 2, 3)
    ]
    data, server = tmp_path / "data", FakePeertube(*(video(number) for number in (1, 2, 3)))
    files = [f"/download/web-videos/{uuid_of(number)}-720.mp4" for number in (1, 2, 3)]
    for path, clip in zip(files, clips, strict=True):
        server.put_file(path, clip)
    words = {"data": [{"language": {"id": "fr"}, "captionPath": "/words.vtt"}]}
    server.put(uuid_of(2), "/captions", words)
    server.routes["/words.vtt"] = Answer(VTT)

    with serving(server):
        kill_in(server, data, files[0], clips[0], at=0)
        kept_bytes = kill_in(server, data, files[0], clips[0], at=HALF_BYTES)
        kill_in(server, data, f"/api/v1/videos/{uuid_of(2)}", b"{}", at=1)
        kill_in(server, data, "/words.vtt", VTT, at=3)
        kill_in(server, data, files[2], clips[2], at=len(clips[2]) - 1)
        said = vitascope(command(server, data), SETTINGS)

    assert (said.returncode, said.stderr) == (0, "")
    assert sources(data) == [hashlib.sha256(clip).hexdigest() for clip in clips]
    ranges = [each.headers.get("range") for each in server.asked if each.path == files[0]]
    assert kept_bytes >= MEGABYTE
    assert ranges == [None, None, f"bytes={kept_bytes}-"]
    assert server.paths().count(files[1]) == 1
    assert captions(data) == [[], ["fr"], []]
    assert sorted(each.name for each in (data / "migration").iterdir()) == ["lock"]


def padded(clip: bytes) -> bytes:
    """The clip with 4 MB behind it that players skip."""
    return clip + struct.pack(">I4s", 4 * MEGABYTE, b"free") + bytes(4 * MEGABYTE - 8)


def command(server: FakePeertube, data: Path) -> list[str]:
    return ["import", "peertube", server.url, "--token", TOKEN, "--data", str(data)]


def kill_in(server: FakePeertube, data: Path, path: str, body: bytes, *, at: int) -> int:
    """Run until ``at`` bytes of ``body`` have come from ``path``, and pull the plug.

    Returns how many bytes of a file are on the disk.
    """
    stall, before = Stall(), server.routes[path]
    etag = (("ETag", '"one"'),)
    server.routes[path] = Answer(body, 200, etag, is_file=True, stops_after=at, stall=stall)
    log = data.with_suffix(".log")
    running = spawn(command(server, data), SETTINGS, log)

    def has_come() -> bool:
        if running.poll() is not None:
            raise RuntimeError(f"it ended before {path}: {log.read_text()[-2000:]}")
        enough = at != HALF_BYTES or part_bytes(data) >= MEGABYTE
        return stall.reached.is_set() and enough

    try:
        wait_for(has_come, f"{at} bytes of {path} have come")
    finally:
        running.kill()
        running.wait()
        stall.go.set()
        server.routes[path] = before
    return part_bytes(data)


def part_bytes(data: Path) -> int:
    return max((path.stat().st_size for path in (data / "migration").glob("*.part")), default=0)


def sources(data: Path) -> list[str]:
    """SHA-256 of the sources of all videos, in the order in which they came."""
    parts = open_parts(load({}, data=data))
    with parts.db.read() as tx:
        keys = [
            get_asset(tx, entry.media.id).source_key for entry in entries(tx) if entry.media
        ]
    digests = [hashlib.sha256(b"".join(parts.store.read(key))).hexdigest() for key in keys]
    parts.db.close()
    return digests


def captions(data: Path) -> list[list[str]]:
    """Languages of the captions of all videos."""
    parts = open_parts(load({}, data=data))
    with parts.db.read() as tx:
        found = [
            [caption.language for caption in list_added_captions(tx, entry.video.id)]
            for entry in entries(tx)
        ]
    parts.db.close()
    return found


def entries(tx: Tx) -> list[VideoEntry]:
    root = find_user_by_login(tx, "root")
    assert root is not None
    found = list_videos(tx, Selection(owner=root.account.id), count=100).items
    return sorted(found, key=lambda entry: entry.video.id)
