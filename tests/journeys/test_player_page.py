"""VideoCMS's player page, in a real browser: a film with two languages, and what it tells."""

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page
from tests.journeys.films import (
    ENGLISH_HZ,
    FRENCH_HZ,
    draw_small_film,
    draw_upright_film,
)
from tests.journeys.server import PASSWORD, Server, wait_for
from tests.journeys.test_browser import _LISTEN, wait_for_video, wait_until_heard
from tests.web.browser import Record, shoot, until
from tests.web.site import serving
from tests.web.test_player import choose, slow_down, start, video

from vitascope.http.files import SendBytes
from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]


@dataclass
class Showroom:
    """A server and its administrator, with what was put in: UUIDs by file name."""

    server: Server
    bearer: dict[str, str] = field(default_factory=dict)
    films: dict[str, str] = field(default_factory=dict)

    def page(self, name: str) -> str:
        return f"{self.server.url}/v/{self.films[name]}"

    def log_in(self) -> None:
        login = {"username": "root", "password": PASSWORD}
        answer = httpx.post(f"{self.server.url}/api/auth/login", json=login, timeout=60)
        self.bearer = {"Authorization": f"Bearer {answer.json()['token']}"}

    def ask(self, method: str, path: str, said: object = None) -> httpx.Response:
        url = f"{self.server.url}{path}"
        return httpx.request(method, url, json=said, headers=self.bearer, timeout=60)

    def put(self, path: Path) -> None:
        """Upload in one request, and do not wait for what is made of it."""
        with path.open("rb") as file:
            answer = httpx.post(
                f"{self.server.url}/api/file/upload",
                headers=self.bearer,
                data={"Name": path.name},
                files={"file": (path.name, file)},
                timeout=120,
            )
        assert answer.is_success, answer.text
        self.films[path.stem] = answer.json()["UUID"]


@pytest.fixture(scope="module")
def showroom(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showroom]:
    folder = tmp_path_factory.mktemp("showroom")
    film = draw_small_film(tools, folder)
    server = Server(folder / "data").start()
    try:
        room = Showroom(server)
        room.log_in()
        room.put(film)
        yield room
    finally:
        server.kill()


class _Beats(BaseHTTPRequestHandler):
    """Somebody else's server that takes posts and says nothing."""

    taken: list[dict[str, str]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        self.taken.append(
            {
                str(part.get_param("name", header="content-disposition")): str(
                    part.get_payload()
                )
                for part in message_from_bytes(head + body).walk()
                if not part.is_multipart()
            }
        )
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def beats() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Where a receiver is, and what it was told."""
    taken: list[dict[str, str]] = []
    handler = type("Beats", (_Beats,), {"taken": taken})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", taken
        server.shutdown()
        thread.join()


def test_a_page_opened_early_shows_how_far_it_is_and_becomes_the_player(
    showroom: Showroom, page: Page, record: Record, tools: Tools, tmp_path: Path
) -> None:
    showroom.put(draw_upright_film(tools, tmp_path))
    page.goto(showroom.page("upright"))
    page.wait_for_selector("[data-progress], media-controller")
    shoot(page, "player-page-waiting")

    page.locator("media-controller .vp-big").click()
    wait_for_video(page, "v.currentTime > 0.5")

    assert video(page, "v.videoHeight > v.videoWidth") is True
    assert video(page, "v.clientHeight <= innerHeight && v.clientWidth <= innerWidth") is True
    shoot(page, "player-page-upright")
    assert record == Record(origins={showroom.server.url}, complaints=[])


def test_two_languages_are_heard_and_read_and_styles_are_seen(
    showroom: Showroom, page: Page, record: Record
) -> None:
    wait_for(lambda: is_ready(showroom, "small"), "the film is ready")
    start(page, showroom.page("small"))
    page.evaluate(f"(() => {{ const v = document.querySelector('video'); {_LISTEN} }})()")
    video(page, "v.loop = true")
    wait_until_heard(page, ENGLISH_HZ)

    choose(page, "audio", "Français")
    wait_until_heard(page, FRENCH_HZ)
    slow_down(page)
    choose(page, "captions", "Français")
    wait_for_video(
        page, "[...v.textTracks].some(t => t.activeCues?.[0]?.text?.endsWith('words'))"
    )
    choose(page, "captions", "English")
    line = page.locator(".ASS-dialogue")
    line.wait_for()

    colour = "span => getComputedStyle(span).getPropertyValue('--ass-fill-color')"
    assert line.text_content() == "Words on top"
    assert line.locator("span").first.evaluate(colour) == "rgb(255, 0, 255)"
    box, whole = line.bounding_box(), page.locator("media-controller").bounding_box()
    assert box is not None
    assert whole is not None
    assert box["y"] < whole["y"] + whole["height"] / 3
    shoot(page, "player-page-styled")
    assert page.title() == "Vitascope - small.mkv"
    assert record == Record(origins={showroom.server.url}, complaints=[])


def test_the_owner_hears_of_a_viewer(
    showroom: Showroom,
    page: Page,
    record: Record,
    beats: tuple[str, list[dict[str, str]]],
) -> None:
    wait_for(lambda: is_ready(showroom, "small"), "the film is ready")
    url, taken = beats
    new = {"Name": "Beat", "Url": url, "Rpm": 60, "ReqQuery": "user", "ResField": "uid"}
    added = showroom.ask("POST", "/api/webhook", new)

    start(page, f"{showroom.page('small')}?user=42")
    wait_for(lambda: len(taken) >= 2, "two beats have come")
    video(page, "v.pause()")

    [row] = showroom.ask("GET", "/api/webhooks").json()
    showroom.ask("DELETE", "/api/webhook", {"WebhookID": row["ID"]})
    told = [{name: fields[name] for name in ("uuid", "uid")} for fields in taken]
    assert added.text == "ok"
    assert told == [{"uuid": showroom.films["small"], "uid": "42"}] * len(told)
    assert record == Record(origins={showroom.server.url, url}, complaints=[])


def test_the_page_plays_in_another_sites_frame_without_cookies(
    showroom: Showroom, page: Page
) -> None:
    wait_for(lambda: is_ready(showroom, "small"), "the film is ready")
    html = f'<!doctype html><iframe src="{showroom.page("small")}" allow="autoplay"></iframe>'
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    with serving(SendBytes(html.encode(), media_type="text/html")) as elsewhere:
        # Another site than 127.0.0.1, whose frames get no cookie of ours without TLS.
        page.goto(elsewhere.replace("127.0.0.1", "localhost"))
        frame = page.frames[1]
        frame.locator("media-controller .vp-big").click()
        until(frame, "document.querySelector('media-controller video')?.currentTime > 0.3")

    below = [url for url in asked if "/videos/qualitys/" in url]
    assert {"vc_token=" in url for url in below} == {True}


def test_the_page_offers_every_quality_to_save_and_they_come(
    showroom: Showroom, page: Page
) -> None:
    wait_for(lambda: is_ready(showroom, "small"), "the film is ready")
    page.goto(showroom.page("small"))
    page.get_by_role("button", name="Download").click()

    with page.expect_download() as saved:
        page.get_by_role("link", name="360p, MKV").click()

    assert saved.value.suggested_filename == "small-mkv[360p].mkv"
    assert saved.value.path().read_bytes()[:4] == b"\x1a\x45\xdf\xa3"


def is_ready(showroom: Showroom, name: str) -> bool:
    """Whether every quality is made."""
    told = httpx.get(f"{showroom.page(name)}/status", timeout=60).json()
    if told["state"] == "failed":
        raise RuntimeError(json.dumps(told))
    tasks = [task for task in told["tasks"] if task["type"] == "quality"]
    is_made = all(task["status"] == "ready" for task in tasks)
    text = httpx.get(showroom.page(name), timeout=60).text
    config = re.search(r'"status": null', text)
    return bool(told["ready"]) and is_made and config is not None
