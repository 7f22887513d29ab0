"""Imports through the studio's page, from a server of the test's own."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from tests.journeys.server import Server, wait_for
from tests.journeys.studio import hash_of, log_in, sources_of
from tests.media.clips import Draw
from tests.web.browser import shoot
from tests.web.site import serving
from tests.web.studio import taken_over
from tests.web.test_player import video

from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.threads import on_thread

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]


@dataclass
class OtherServer:
    """Sends ``content`` under every path: the first half at once, the rest when it may."""

    content: bytes
    url: str = ""
    may_go_on: threading.Event = field(default_factory=threading.Event)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if urlsplit(scope["path"]).path == "/none.mp4":
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        half = len(self.content) // 2
        headers = [
            (b"content-type", b"video/mp4"),
            (b"content-length", str(len(self.content)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        first = {"type": "http.response.body", "body": self.content[:half], "more_body": True}
        await send(first)
        await on_thread(self.may_go_on.wait)
        await send({"type": "http.response.body", "body": self.content[half:]})


@pytest.fixture
def clip(draw_clip: Draw) -> Path:
    return draw_clip("film.mp4", duration_s=3)


@pytest.fixture
def other(clip: Path) -> Iterator[OtherServer]:
    made = OtherServer(clip.read_bytes())
    with serving(made) as made.url:
        try:
            yield made
        finally:
            made.may_go_on.set()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    settings = {"VITASCOPE_RESOLUTIONS": "240", "VITASCOPE_FETCH_NETWORKS": "127.0.0.0/8"}
    started = Server(tmp_path / "data", settings).start()
    yield started
    started.kill()


def ask(page: Page, address: str) -> None:
    page.get_by_label("Addresses").fill(address)
    page.get_by_role("button", name="Import", exact=True).click()


def state(page: Page) -> str:
    return page.locator(".imports > li").first.inner_text()


def test_a_film_from_an_address_arrives_and_plays(
    server: Server, page: Page, other: OtherServer, clip: Path
) -> None:
    log_in(page, server, "/studio/imports")
    taken_over(page)

    ask(page, f"{other.url}/film.mp4")
    wait_for(lambda: "Downloading, " in state(page), "it is being fetched")
    shoot(page, "journey-imports")
    other.may_go_on.set()
    wait_for(lambda: "Imported" in state(page), "it is imported")
    page.get_by_role("link", name="Watch film.mp4").click()
    page.locator("media-controller .vp-big").click()
    wait_for(lambda: video(page, "v.currentTime > 0.5"), "the film moves")

    assert sources_of(server) == {"film.mp4": hash_of(clip)}


def test_an_import_is_canceled_while_it_is_fetched(
    server: Server, page: Page, other: OtherServer
) -> None:
    log_in(page, server, "/studio/imports")
    taken_over(page)
    ask(page, f"{other.url}/film.mp4")
    wait_for(lambda: "Downloading, " in state(page), "it is being fetched")

    page.get_by_role("button", name="Cancel").click()
    wait_for(lambda: "Canceled" in state(page), "it is canceled")

    assert sources_of(server) == {}


def test_an_address_without_a_film_fails_with_words(
    server: Server, page: Page, other: OtherServer
) -> None:
    log_in(page, server, "/studio/imports")
    taken_over(page)

    ask(page, f"{other.url}/none.mp4")
    page.get_by_role("button", name="Retry").wait_for()
    said = page.locator(".imports .wrong").inner_text()

    assert said != ""
    assert sources_of(server) == {}
