from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.factories import NOON
from tests.fetch.fake_site import FakeSite, serve_site
from tests.fetch.file_server import FileServer
from tests.fetch.loopback import always, serve, whole
from tests.fetch.swarm import make_torrent, seed
from tests.media.clips import Draw
from tests.pipeline.importing import (
    EVERYTHING,
    a_picture,
    ask,
    current,
    folder_of,
    open_desk,
    recording,
)
from tests.settings import changed

from vitascope.core.imports.advance import begin_import
from vitascope.core.imports.model import Import
from vitascope.db import Database
from vitascope.fetch.errors import BadAnswer, Blocked, FetchError, TooLarge
from vitascope.fetch.torrent import WrongFiles
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import NotMedia
from vitascope.pipeline.import_fetch import fetch
from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_folder import ImportFolder

pytestmark = pytest.mark.media

PAGE = """<html><head><title>Two birds</title><meta property="og:title" content="Two birds">
<meta property="og:description" content="They sing.">
<meta property="og:video" content="{site}/film.mp4">
<meta property="og:image" content="{site}/birds.jpg"></head></html>"""


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools)


@pytest.fixture
def open_to_all(desk: ImportDesk) -> ImportDesk:
    return changed(desk, imports=EVERYTHING)


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with serve_site() as site:
        yield site


def begin(desk: ImportDesk, found: Import) -> tuple[Import, ImportFolder]:
    folder = folder_of(desk, found)
    folder.path.mkdir(parents=True)
    with desk.db.begin() as tx:
        wanted = begin_import(tx, found.id, now=NOON)
    assert wanted is not None
    return wanted, folder


async def test_a_file_is_fetched_over_a_connection_that_breaks(desk: ImportDesk) -> None:
    body = recording(20)
    files = FileServer(body=body, cuts=[100_000, 200_000])

    async with serve(files) as server:
        found, folder = begin(desk, ask(desk.db, server.url("/two%20birds.wav")))
        findings, probe = await fetch(desk, found, folder)

    assert findings == Findings(
        file="file", filename="two birds.wav", content_type="audio/x-wav"
    )
    assert probe.duration_ms == 20_000
    assert (folder.path / "file").read_bytes() == body
    assert [one.headers.get("range") for one in server.asked] == [
        None,
        "bytes=100000-",
        "bytes=300000-",
    ]


async def test_a_page_is_refused_and_not_kept_where_sites_are_not_imported_from(
    desk: ImportDesk,
) -> None:
    page = whole(PAGE.encode(), ("Content-Type", "text/html; charset=utf-8"))

    async with serve(always(page)) as server:
        found, folder = begin(desk, ask(desk.db, server.url("/watch")))
        with pytest.raises(NotMedia) as caught:
            await fetch(desk, found, folder)

    assert caught.value.message == (
        "This address is a web page, not a video file. "
        "This server imports from addresses of files only"
    )
    assert list(folder.path.iterdir()) == []


async def test_what_is_no_media_is_refused_whatever_it_is_called(desk: ImportDesk) -> None:
    letter = whole(b"Dear Ada, " * 100, ("Content-Type", "video/mp4"))

    async with serve(always(letter)) as server:
        found, folder = begin(desk, ask(desk.db, server.url("/clip.mp4")))
        with pytest.raises(NotMedia) as caught:
            await fetch(desk, found, folder)

    assert caught.value.message.startswith("This file is not a video or audio file")
    assert list(folder.path.iterdir()) == []


async def test_a_file_that_is_too_large_is_not_fetched(desk: ImportDesk) -> None:
    small = changed(desk, max_upload_bytes=1000)

    async with serve(FileServer(body=recording())) as server:
        found, folder = begin(small, ask(desk.db, server.url()))
        with pytest.raises(TooLarge):
            await fetch(small, found, folder)

    assert list(folder.path.iterdir()) == []


async def test_a_private_address_is_not_asked(desk: ImportDesk) -> None:
    strict = changed(desk, networks=(), imports=EVERYTHING)

    async with serve(FileServer(body=recording())) as server:
        found, folder = begin(strict, ask(desk.db, server.url()))
        with pytest.raises(Blocked):
            await fetch(strict, found, folder)

    assert server.asked == []


async def test_the_video_of_a_page_comes_with_what_the_page_says(
    open_to_all: ImportDesk, site: FakeSite, draw_clip: Draw
) -> None:
    clip = draw_clip(size="128x72", duration_s=1)
    site.put_file("/film.mp4", clip, "video/mp4")
    site.put("/birds.jpg", a_picture(), "image/jpeg")
    url = site.put("/watch", PAGE.format(site=site.url))
    found, folder = begin(open_to_all, ask(open_to_all.db, url))

    findings, probe = await fetch(open_to_all, found, folder)

    assert findings == Findings(
        file="site/video.mp4",
        filename="Two birds.mp4",
        content_type="video/mp4",
        title="Two birds",
        description="They sing.",
        thumbnail="site/video.jpg",
    )
    assert probe.video is not None
    assert (probe.video.width, probe.video.height) == (128, 72)


async def test_a_file_is_fetched_as_a_file_where_sites_are_imported_from_too(
    open_to_all: ImportDesk,
) -> None:
    async with serve(FileServer(body=recording())) as server:
        found, folder = begin(open_to_all, ask(open_to_all.db, server.url("/bird.wav")))
        findings, _ = await fetch(open_to_all, found, folder)

    assert findings.filename == "bird.wav"
    assert len(server.asked) == 1


async def test_a_page_without_a_video_says_so(open_to_all: ImportDesk, site: FakeSite) -> None:
    url = site.put("/letter", "<html><body>Dear Ada</body></html>")
    found, folder = begin(open_to_all, ask(open_to_all.db, url))

    with pytest.raises(FetchError) as caught:
        await fetch(open_to_all, found, folder)

    assert caught.value.message == "There is no video at this address"
    assert caught.value.permanent


async def test_a_site_is_asked_again_as_a_site_when_it_refuses_to_give_a_file(
    open_to_all: ImportDesk, site: FakeSite
) -> None:
    found, folder = begin(open_to_all, ask(open_to_all.db, f"{site.url}/gone"))

    with pytest.raises(BadAnswer) as caught:
        await fetch(open_to_all, found, folder)

    assert caught.value.status == 404
    assert len(site.asked) >= 2


async def test_a_magnet_link_is_fetched_from_its_swarm(
    open_to_all: ImportDesk, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "bird.wav").write_bytes(recording(5))

    with seed(seeds) as seeder:
        asked = ask(open_to_all.db, None, magnet=seeder.magnet, waiting=True)
        found, folder = begin(open_to_all, asked)
        findings, probe = await fetch(open_to_all, found, folder)

    assert (findings.filename, findings.title) == ("bird.wav", "bird")
    assert probe.duration_ms == 5000
    assert (folder.path / findings.file).read_bytes() == recording(5)
    assert current(open_to_all.db, found.id).total_bytes in {None, len(recording(5))}


async def test_a_torrent_of_several_files_is_refused(
    open_to_all: ImportDesk, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("one.wav", "two.wav"):
        (seeds / name).write_bytes(recording())
    asked = ask(open_to_all.db, None, torrent=make_torrent(seeds))
    found, folder = begin(open_to_all, asked)

    with pytest.raises(WrongFiles) as caught:
        await fetch(open_to_all, found, folder)

    assert caught.value.file_count == 2
