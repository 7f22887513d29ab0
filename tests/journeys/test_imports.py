"""From an address that somebody gives to a video that people watch, in the real program."""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest
from tests.fetch.fake_site import FakeSite, serve_site
from tests.journeys.films import FILM_S, draw_film
from tests.journeys.imports import SETTINGS, Imports, importing
from tests.journeys.server import PATIENCE_S, Peertube, Server, wait_for
from tests.journeys.slow_files import serve_slowly
from tests.pipeline.importing import a_picture, recording

from vitascope.core.imports.model import ImportState, SyncState
from vitascope.core.imports.queries import find_sync
from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media]

PAGE = """<html><head><title>{title}</title><meta property="og:title" content="{title}">
<meta property="og:description" content="Somebody walks.">
<meta property="og:video" content="{site}{video}">
<meta property="og:image" content="{site}/poster.jpg"></head></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>All films</title>
{items}</channel></rss>"""
ITEM = "<item><title>{title}</title><link>{site}/{title}</link></item>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "data", SETTINGS).start()
    yield started
    started.kill()


@pytest.fixture
def imports(server: Server) -> Iterator[Imports]:
    with importing(server) as imports:
        yield imports


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with serve_site() as site:
        site.put("/poster.jpg", a_picture(), "image/jpeg")
        yield site


def test_a_film_comes_from_a_page_with_all_that_belongs_to_it(
    server: Server, imports: Imports, site: FakeSite, tools: Tools, tmp_path: Path
) -> None:
    film = draw_film(tools, tmp_path)
    site.put_file("/film.mkv", film, "video/x-matroska")
    page = PAGE.format(title="A walk", site=site.url, video="/film.mkv")

    found = imports.ask(site.put("/watch", page))
    entry = imports.wait_until_ready(found.id)

    peertube, video = Peertube(server), f"/videos/{entry.video.uuid}"
    shown = peertube.wait_until_published(str(entry.video.uuid))
    poster = httpx.get(server.url + shown["previewPath"], timeout=PATIENCE_S)
    chapters = peertube.get(f"{video}/chapters")["chapters"]
    captions = peertube.get(f"{video}/captions")["data"]
    assert (shown["name"], shown["description"]) == ("A walk", "Somebody walks.")
    assert shown["duration"] == FILM_S
    assert poster.headers["content-type"] == "image/jpeg"
    assert poster.content == imports.poster(entry)
    assert [chapter["title"] for chapter in chapters] == ["Opening", "Ending"]
    assert [caption["language"]["id"] for caption in captions] == ["en"]
    server.stop()


def test_a_canceled_import_stops_within_seconds_and_goes_on_when_asked_again(
    server: Server, imports: Imports
) -> None:
    data = recording(60, rate=96_000)

    with serve_slowly(bytes_per_s=1_000_000) as files:
        found = imports.ask(files.put("/long.wav", data))
        wait_for(lambda: imports.received(found) > 0, "some of it has arrived")
        imports.cancel(found.id)
        wait_for(lambda: imports.get(found.id).state is ImportState.CANCELED, "it is canceled")
        wait_for(lambda: files.left == 1, "nobody listens any more")
        arrived = imports.received(found)
        imports.retry(found.id)
        entry = imports.wait_until_ready(found.id)

    assert imports.sha256(entry) == hashlib.sha256(data).hexdigest()
    first, second = (start for _, start in files.asked)
    assert first == 0
    assert second >= arrived > 0
    server.stop()


def test_fetching_from_a_site_stops_with_its_program(
    server: Server, imports: Imports, site: FakeSite
) -> None:
    site.put("/film.mp4", b"\0" * 5_000_000, "video/mp4")
    site.pages["/film.mp4"].stalls_after = 1_000_000
    page = PAGE.format(title="A walk", site=site.url, video="/film.mp4")
    found = imports.ask(site.put("/watch", page))
    wait_for(lambda: "/film.mp4" in site.paths(), "it is being fetched")
    fetching = _children(server)

    imports.cancel(found.id)
    wait_for(lambda: imports.get(found.id).state is ImportState.CANCELED, "it is canceled")
    wait_for(lambda: _children(server) == [], "the program has ended")

    assert len(fetching) == 1
    assert imports.get(found.id).failure is None
    server.stop()


def test_a_followed_channel_is_shown_oldest_first(
    server: Server, imports: Imports, site: FakeSite
) -> None:
    titles = ["first", "second"]
    for number, title in enumerate(titles):
        site.put(f"/{title}.wav", recording(2, sample=500 + number), "audio/x-wav")
        page = PAGE.format(title=title, site=site.url, video=f"/{title}.wav")
        site.put(f"/{title}", page)
    items = "".join(ITEM.format(title=title, site=site.url) for title in reversed(titles))
    feed = site.put("/feed", FEED.format(items=items), "application/rss+xml")

    sync = imports.follow(feed)
    wait_for(lambda: len(imports.all()) == len(titles), "the channel was looked at")
    entries = [imports.wait_until_ready(found.id) for found in imports.all()]

    with imports.db.read() as tx:
        ran = find_sync(tx, sync.id)
    assert ran is not None
    assert ran.state is SyncState.SYNCED
    assert [entry.video.title for entry in entries] == titles
    server.stop()


def _children(server: Server) -> list[int]:
    """The programs that fetch from sites for ``server`` right now."""
    assert server.process is not None
    found = []
    for child in psutil.Process(server.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if "vitascope.fetch.site_child" in child.cmdline():
                found.append(child.pid)
    return found
