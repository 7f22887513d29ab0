import hashlib
from pathlib import Path

import pytest
from tests.migration.remotes import FakeServer, as_file, serving

from vitascope.core.videos.fields import VideoFields
from vitascope.fetch.errors import TooLarge
from vitascope.media.ffmpeg import Tools
from vitascope.migration.fetching import Fetched, Place, fetch_files, look_at
from vitascope.migration.model import CannotCopy, Described
from vitascope.migration.remote import connect


async def fetch(
    tools: Tools, place: Place, *bodies: bytes, limit_bytes: int = 10**6
) -> tuple[Path, list[tuple[int, int | None]]]:
    """The path, and what was reported."""
    server = FakeServer({f"/{n}": as_file(body) for n, body in enumerate(bodies)})
    reported: list[tuple[int, int | None]] = []
    with serving(server):
        async with connect(server.url, {}, pauses_s=()) as remote:
            path = await fetch_files(
                remote.client,
                tools,
                Described(
                    fields=VideoFields(),
                    files=tuple(remote.file(name) for name in server.routes),
                    filename="a.mp4",
                ),
                place,
                limit_bytes=limit_bytes,
                on_progress=lambda *seen: reported.append(seen),
                pauses_s=(),
            )
    return path, reported


async def test_one_file_is_fetched_to_its_place(tools: Tools, tmp_path: Path) -> None:
    place = Place(tmp_path, "https://tube.example", "a")

    path, reported = await fetch(tools, place, b"x" * 500)

    assert path.read_bytes() == b"x" * 500
    assert reported[-1] == (500, 500)


async def test_a_file_over_the_limit_leaves_nothing(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        await fetch(tools, Place(tmp_path, "s", "a"), b"x" * 500, limit_bytes=499)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.media
async def test_parts_that_do_not_fit_together_are_said(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(CannotCopy, match="do not fit together"):
        await fetch(tools, Place(tmp_path, "s", "a"), b"picture", b"sound")


def test_a_place_is_one_videos_alone_and_the_same_every_time(tmp_path: Path) -> None:
    here = Place(tmp_path, "https://tube.example", "a")

    others = [Place(tmp_path, "https://tube.example", "b"), Place(tmp_path, "http://x", "a")]

    assert here.part(0) == Place(tmp_path, "https://tube.example", "a").part(0)
    assert len({place.part(0) for place in (here, *others)}) == 3
    assert here.part(0) != here.part(1)


async def test_a_place_that_is_cleared_is_empty(tools: Tools, tmp_path: Path) -> None:
    place = Place(tmp_path, "s", "a")
    await fetch(tools, place, b"x")
    place.whole.touch()
    place.beside.touch()

    place.clear()
    place.clear()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("a.mp4", "video/mp4"), ("a", "application/octet-stream")]
)
def test_a_file_is_told_by_its_bytes_and_its_type_by_its_name(
    tmp_path: Path, name: str, kind: str
) -> None:
    path = tmp_path / "part"
    path.write_bytes(b"bytes")

    fetched = look_at(path, name)

    assert fetched == Fetched(
        path=path,
        size_bytes=5,
        sha256=hashlib.sha256(b"bytes").hexdigest(),
        content_type=kind,
    )
