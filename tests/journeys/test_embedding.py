"""Videos on other people's sites: encrypted, where their owner wants them, for whom they were
made.
"""

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Request
from tests.journeys.foreign_site import ForeignSite, opened
from tests.journeys.server import Server, vitascope, wait_for
from tests.web.browser import Record, until, wait_in

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]

ALLOWED, OTHER = "allowed.localhost", "other.localhost"
_CLEAR = ("/media", "/static", "/videos/qualitys", "/download")
_VIDEO = "document.querySelector('media-controller video')"
_MARK = "document.querySelector('.vp-mark')"
# What a page is told: the status and the code of a refusal.
_ASK = """async (address) => {
  const answer = await fetch(address)
  const isJson = answer.headers.get('content-type') === 'application/json'
  return [answer.status, isJson ? (await answer.json()).code : null]
}"""
# A page plays what it was given with its own copy of hls.js.
_PLAY = """async ([script, origin, token]) => {
  const { mount } = await import(script)
  const pass = await (await fetch(`${origin}/api/stream/${token}/token`)).json()
  const address = `${origin}/api/stream/${token}/playlist?token=${pass.playlist_token}`
  const around = { origin, onError: () => undefined }
  const { player } = mount(document.querySelector('main'), address, { mediaId: '' }, around)
  await player.play()
}"""
_PRESET = {
    "name": "School",
    "primary_color": "#ffcc00",
    "controls": {"speed": False, "pip": False},
    "watermark": {"enabled": True, "text": "{viewer_id} {ip}", "move_interval": 30},
}


@dataclass(frozen=True)
class Studio:
    """A server with one film, shown on ``allowed.localhost`` only, and its owner's key."""

    server: Server
    key: str
    video_id: str
    embed_token: str

    @property
    def url(self) -> str:
        return self.server.url

    def ask(self, method: str, path: str, **values: Any) -> Any:
        headers = {"X-API-Key": self.key}
        answer = httpx.request(method, f"{self.url}/api/v1{path}", headers=headers, **values)
        answer.raise_for_status()
        return answer.json()


@dataclass
class Traffic:
    """What a browser asks the server for, and what it gets of segments and keys."""

    server: str
    paths: list[str] = field(default_factory=list)
    finished: list[Request] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("requestfinished", lambda request: self.finished.append(request))

    @property
    def is_under_way(self) -> bool:
        return any(map(_is_segment, self.finished)) and any(map(_is_key, self.finished))

    @property
    def segments(self) -> dict[str, bytes]:
        return _told(filter(_is_segment, self.finished))

    @property
    def keys(self) -> dict[str, bytes]:
        return _told(filter(_is_key, self.finished))

    def _asked(self, request: Request) -> None:
        if request.url.startswith(self.server):
            self.paths.append(urlsplit(request.url).path)


def _is_segment(request: Request) -> bool:
    return urlsplit(request.url).path.endswith(".m4s")


def _is_key(request: Request) -> bool:
    return "/key/" in urlsplit(request.url).path


def _told(requests: Iterable[Request]) -> dict[str, bytes]:
    """What came by address; what was refused is none of it."""
    answers = [request.response() for request in requests]
    return {answer.url: answer.body() for answer in answers if answer is not None and answer.ok}


@pytest.fixture(scope="module")
def studio(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    folder = tmp_path_factory.mktemp("embedding")
    film = draw_small_film(tools, folder / "film.mp4")
    server = Server(folder / "data").start()
    try:
        words = ["key", "create", "journey", "--kind", "avc", "--data", str(server.data)]
        key = vitascope(words, {}).stdout.strip()
        with film.open("rb") as file:
            made = httpx.post(
                f"{server.url}/api/v1/upload",
                headers={"X-API-Key": key},
                data={"title": "Tides", "allowed_domains": ALLOWED},
                files={"file": ("film.mp4", file, "video/mp4")},
            ).json()
        found = Studio(server, key, made["video_id"], made["embed_token"])
        path = f"/videos/{found.video_id}"
        wait_for(lambda: found.ask("GET", path)["status"] == "ready", "the film is ready")
        yield found
    finally:
        server.kill()


@pytest.fixture(scope="module")
def site() -> Iterator[ForeignSite]:
    with opened() as made:
        yield made


@pytest.fixture
def traffic(studio: Studio, context: BrowserContext) -> Traffic:
    made = Traffic(studio.url)
    made.watch(context)
    return made


def draw_small_film(tools: Tools, path: Path) -> Path:
    """Eight seconds that can be copied."""
    picture = ("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25")
    tone = ("-f", "lavfi", "-i", "sine=440")
    codecs = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "50")
    sound = ("-c:a", "aac", "-ac", "2")
    command = [tools.ffmpeg, "-v", "error", *picture, *tone, "-t", "8", *codecs, *sound]
    subprocess.run([*command, str(path)], check=True)
    return path


def framed(page: Page, site: ForeignSite, host: str, address: str) -> Frame:
    """Open a page of ``host`` with ``address`` in its frame; gives the frame."""
    page.goto(f"{site.url(host)}/frame?src={address}")
    wait_in(page, lambda: len(page.frames) == 2, "there is a frame")
    return page.frames[1]


def wait_for_video(place: Page | Frame, condition: str) -> None:
    until(place, f"(() => {{ const v = {_VIDEO}; return v && ({condition}) }})()")


def press_play(place: Page | Frame) -> None:
    place.locator("media-controller .vp-big").click()
    wait_for_video(place, "v.currentTime > 0.3")


def wait_for_keys(page: Page, traffic: Traffic) -> None:
    wait_in(page, lambda: traffic.is_under_way, "a segment and a key are in")


def numbered(segments: dict[str, bytes]) -> dict[str, bytes]:
    """By rendition and number, whatever the session."""
    return {
        "/".join(urlsplit(url).path.split("/")[-2:]): data for url, data in segments.items()
    }


def test_the_film_plays_in_a_frame_of_an_allowed_site_and_nothing_clear_is_fetched(
    studio: Studio, site: ForeignSite, page: Page, traffic: Traffic, record: Record
) -> None:
    frame = framed(page, site, ALLOWED, f"{studio.url}/embed/{studio.embed_token}")

    press_play(frame)
    wait_for_video(frame, "v.webkitAudioDecodedByteCount > 0")
    wait_for_keys(page, traffic)

    assert [path for path in traffic.paths if path.startswith(_CLEAR)] == []
    # A clear segment begins with the box that says what is in it.
    segments, keys = traffic.segments, traffic.keys
    assert [url for url, data in segments.items() if b"moof" in data[:64]] == []
    assert {len(key) for key in keys.values()} == {16}
    assert record.complaints == []


def test_another_site_gets_an_empty_frame(
    studio: Studio, site: ForeignSite, page: Page, record: Record
) -> None:
    addresses = [
        f"{studio.url}/embed/{studio.embed_token}",
        f"{studio.url}/watch/{studio.embed_token}",
    ]

    for address in addresses:
        page.goto(f"{site.url(OTHER)}/frame?src={address}")
        wait_in(
            page,
            lambda: len(page.frames) == 2 and page.frames[1].url.startswith("chrome-error:"),
            "the frame is refused",
        )

    assert ["frame-ancestors" in text for text in record.complaints] == [True, True]


def test_a_page_of_an_allowed_site_plays_with_its_own_player_and_another_is_refused(
    studio: Studio, site: ForeignSite, page: Page, context: BrowserContext, traffic: Traffic
) -> None:
    script, token = f"{site.player}/vsrc_mount.js", studio.embed_token
    below = f"{studio.url}/api/stream/{token}"

    page.goto(site.url(ALLOWED))
    page.evaluate(_PLAY, [script, studio.url, token])
    wait_for_video(page, "v.currentTime > 0.3")
    wait_for_keys(page, traffic)
    playlist = next(path for path in traffic.paths if path.endswith("/playlist"))
    other = context.new_page()
    other.goto(site.url(OTHER))
    key, segment = next(iter(traffic.keys)), next(iter(traffic.segments))
    query = urlsplit(key).query
    captured = [f"{below}/token", f"{studio.url}{playlist}?{query}", key, segment]
    answers = [other.evaluate(_ASK, address) for address in captured]

    assert answers == [[403, "domain_not_allowed"]] * 4
    assert [page.evaluate(_ASK, address)[0] for address in captured] == [200] * 4


def test_a_viewers_link_shows_their_name_over_the_picture_in_the_owners_colours(
    studio: Studio, page: Page, record: Record
) -> None:
    preset = studio.ask("POST", "/presets", json=_PRESET)
    studio.ask("PUT", f"/videos/{studio.video_id}", json={"preset_id": preset["id"]})
    wish = {"video_id": studio.video_id, "viewer_id": "pupil 7", "max_sessions": 1}
    link = studio.ask("POST", "/embed-token", json=wish)
    page.clock.install()

    page.goto(link["watch_url"])
    press_play(page)
    place = f"[{_MARK}.style.left, {_MARK}.style.top].join()"
    first = page.evaluate(place)
    page.clock.fast_forward(31_000)
    until(page, f"{place} !== '{first}'")
    hidden = "document.querySelector('media-pip-button').checkVisibility()"
    accent = "getComputedStyle(document.querySelector('.vp')).getPropertyValue('--vp-accent')"

    assert page.evaluate(f"{_MARK}.textContent") == "pupil 7 127.0.0.1"
    assert [page.evaluate(hidden), page.evaluate(accent)] == [False, "#ffcc00"]
    assert record == Record(origins={studio.url}, complaints=[])


def test_a_link_for_one_session_goes_on_after_a_reload_and_says_no_to_somebody_else(
    studio: Studio, browser: Browser, page: Page
) -> None:
    wish = {"video_id": studio.video_id, "viewer_id": "pupil 8", "max_sessions": 1}
    address = studio.ask("POST", "/embed-token", json=wish)["embed_url"]

    page.goto(address)
    press_play(page)
    page.reload()
    press_play(page)
    elsewhere = browser.new_context()
    late = elsewhere.new_page()
    late.goto(address)
    late.locator("media-controller .vp-big").click()
    message = late.get_by_role("alert")
    message.wait_for()

    assert message.locator("p").text_content() == "This link was opened as often as it may be."
    elsewhere.close()


def test_what_one_browser_captured_helps_no_other(
    studio: Studio, site: ForeignSite, browser: Browser, page: Page, traffic: Traffic
) -> None:
    page.goto(f"{studio.url}/embed/{studio.embed_token}")
    press_play(page)
    wait_for_keys(page, traffic)
    elsewhere = browser.new_context()
    theirs = Traffic(studio.url)
    theirs.watch(elsewhere)

    thief = elsewhere.new_page()
    thief.goto(site.url(ALLOWED))
    script = f"{site.player}/vsrc_mount.js"
    thief.evaluate(_PLAY, [script, studio.url, studio.embed_token])
    wait_for_video(thief, "v.currentTime > 0.3")
    wait_for_keys(thief, theirs)
    stolen = [next(iter(traffic.keys)), next(iter(traffic.segments))]
    answers = [thief.evaluate(_ASK, address) for address in stolen]

    ours, others = numbered(traffic.segments), numbered(theirs.segments)
    shared = ours.keys() & others.keys()
    assert answers == [[403, "forbidden"]] * 2
    assert set(traffic.keys.values()) & set(theirs.keys.values()) == set()
    assert shared != set()
    assert [name for name in shared if ours[name] == others[name]] == []
    elsewhere.close()
