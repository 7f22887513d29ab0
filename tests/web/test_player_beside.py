"""What the player does beside playing, in a real browser: going on where somebody stopped,
telling the video's owner, offering files.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.web.axe import faults_of
from tests.web.browser import Record, shoot, until, wait_in
from tests.web.conftest import words_of
from tests.web.samples import make_view
from tests.web.site import FixtureSite, serving
from tests.web.test_player import slow_down, start, video, wait_for_video

from vitascope.http.asgi import Receive, Scope, Send
from vitascope.web.render import render_page, render_watch
from vitascope.web.views import PlayWish

pytestmark = [pytest.mark.browser, pytest.mark.media]

UUID = "5f2b7c1e-0000-4000-8000-000000000001"
KEPT = f"POSITION-{UUID}"


@dataclass
class Receiver:
    """Somebody else's server, which allows nothing, and the forms that were posted to it."""

    url: str = ""
    posts: list[dict[str, str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        headers = dict(scope["headers"])
        if scope["method"] == "POST":
            with self._lock:
                self.posts.append(read_form(headers[b"content-type"], body))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def read_form(content_type: bytes, body: bytes) -> dict[str, str]:
    form = message_from_bytes(b"Content-Type: " + content_type + b"\r\n\r\n" + body)
    return {
        str(part.get_param("name", header="content-disposition")): str(part.get_payload())
        for part in form.walk()
        if not part.is_multipart()
    }


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    with serving(made) as made.url:
        yield made


def show(site: FixtureSite, **wish: Any) -> None:
    """Let the site have a player page at ``/v`` and a watch page that wish for that."""
    view = replace(make_view(), wish=PlayWish(video=UUID, **wish))
    site.pages["/watch"] = render_watch(words_of(site), view)
    site.pages["/v"] = render_page(words_of(site), "player.html", view=view)


def beat(target: str, per_minute: int = 60) -> dict[str, Any]:
    return {
        "target": target,
        "per_minute": per_minute,
        "query_name": "user",
        "field_name": "uid",
        "relay_id": None,
    }


def kept(page: Page) -> Any:
    return page.evaluate(f"localStorage.getItem('{KEPT}')")


def wait_for_posts(page: Page, receiver: Receiver, count: int) -> None:
    wait_in(page, lambda: len(receiver.posts) >= count, f"{count} posts have come")


# When the page sends something, in ms of its own clock: what arrives may have been held up.
_NOTE_POSTS = """
const send = window.fetch
window.sent_ms = []
window.fetch = (target, asked) => {
  if (asked?.method === 'POST') window.sent_ms.push(performance.now())
  return send(target, asked)
}
"""
# How much is sent before a pause and within a while after it.
_PAUSE = """async () => {
  const video = document.querySelector('media-controller video')
  const paused = new Promise((resolve) => video.addEventListener('pause', resolve))
  video.pause()
  await paused
  const before = window.sent_ms.length
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return [before, window.sent_ms.length]
}"""


@pytest.mark.parametrize("path", ["/watch", "/v"])
def test_who_comes_back_may_go_on_where_they_stopped(
    site: FixtureSite, page: Page, record: Record, path: str
) -> None:
    show(site, remembers_as=KEPT)
    start(page, f"{site.url}{path}?t=12")
    slow_down(page)
    until(page, f"Number(localStorage.getItem('{KEPT}')) > 11")

    page.goto(f"{site.url}{path}")
    stopped_s = int(kept(page))
    offer = page.get_by_role("button", name=f"Go on at 0:{stopped_s}")
    offer.wait_for()
    shoot(page, f"continue-watching{path.replace('/', '-')}")
    offer.click()

    wait_for_video(page, f"v.currentTime > {stopped_s} && !v.paused")
    assert page.locator(".vp-resume").count() == 0
    assert record == Record(origins={site.url}, complaints=[])


def test_who_wants_to_may_begin_at_the_beginning(site: FixtureSite, page: Page) -> None:
    show(site, remembers_as=KEPT)
    page.goto(f"{site.url}/v")
    page.evaluate(f"localStorage.setItem('{KEPT}', '15')")
    page.reload()

    begin = page.get_by_role("button", name="From the beginning")
    begin.wait_for()
    mistakes = faults_of(page)
    begin.click()

    wait_for_video(page, "v.currentTime > 0.3 && (v.pause(), true)")
    assert video(page, "v.played.start(0)") == 0
    assert (page.locator(".vp-resume").count(), kept(page), mistakes) == (0, "15", [])


@pytest.mark.parametrize(
    ("wish", "position", "query"),
    [({}, "15", ""), ({"remembers_as": KEPT}, "9", ""), ({"remembers_as": KEPT}, "15", "?t=3")],
    ids=["switched off", "hardly begun", "a time is named"],
)
def test_nobody_is_asked_without_need(
    site: FixtureSite, page: Page, wish: dict[str, Any], position: str, query: str
) -> None:
    show(site, **wish)
    page.goto(f"{site.url}/v{query}")
    page.evaluate(f"localStorage.setItem('{KEPT}', '{position}')")
    page.reload()

    page.wait_for_selector("media-controller")

    assert page.locator(".vp-resume").count() == 0


def test_a_video_seen_to_its_end_is_forgotten(site: FixtureSite, page: Page) -> None:
    show(site, remembers_as=KEPT)
    start(page, f"{site.url}/v?t=15")
    slow_down(page)
    until(page, f"localStorage.getItem('{KEPT}') !== null")

    video(page, "(v.currentTime = 19.5, v.playbackRate = 1)")
    wait_for_video(page, "v.ended")

    until(page, f"localStorage.getItem('{KEPT}') === null")


def test_the_owner_hears_of_those_who_watch_while_they_watch(
    site: FixtureSite,
    context: BrowserContext,
    page: Page,
    receiver: Receiver,
    record: Record,
) -> None:
    show(site, beats=(beat(f"{receiver.url}/take"),))
    site.tells.append(receiver.url)
    context.add_init_script(_NOTE_POSTS)

    start(page, f"{site.url}/v?user=42")
    video(page, "(v.loop = true)")
    wait_for_posts(page, receiver, 3)
    sent, sent_later = page.evaluate(_PAUSE)
    wait_for_posts(page, receiver, sent)

    moments_ms = page.evaluate("window.sent_ms")
    told = list(receiver.posts)
    positions = {float(fields.pop("position")) for fields in told}
    assert told == [{"uuid": UUID, "uid": "42"}] * sent
    assert len(positions) == sent
    # Once a second; a busy machine may be late, but nobody is asked more often.
    assert [b - a > 990 for a, b in pairwise(moments_ms)] == [True] * (sent - 1)
    assert sent_later == sent
    assert record == Record(origins={site.url, receiver.url}, complaints=[])


def test_without_such_a_query_the_value_is_empty(
    site: FixtureSite, page: Page, receiver: Receiver
) -> None:
    show(site, beats=(beat(receiver.url),))
    site.tells.append(receiver.url)

    start(page, f"{site.url}/v")
    wait_for_posts(page, receiver, 1)

    assert receiver.posts[0]["uid"] == ""


def test_files_are_offered_in_a_menu_of_the_player(
    site: FixtureSite, page: Page, record: Record
) -> None:
    files = (("MKV", "/media/x/360p.mkv"), ("MP4", "/media/x/360p.mp4"))
    show(site, saves=(("360p", files),))
    start(page, f"{site.url}/v")
    video(page, "v.pause()")

    page.get_by_role("button", name="Download").click()
    links = page.locator(".vp-saves a")

    links.first.wait_for()
    shoot(page, "player-downloads")
    assert links.evaluate_all("all => all.map(a => [a.ariaLabel, a.getAttribute('href')])") == [
        ["360p, MKV", "/media/x/360p.mkv"],
        ["360p, MP4", "/media/x/360p.mp4"],
    ]
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    links.first.wait_for(state="hidden")
    assert record == Record(origins={site.url}, complaints=[])


def test_a_page_without_files_has_no_such_menu(site: FixtureSite, page: Page) -> None:
    show(site)

    page.goto(f"{site.url}/v")
    page.wait_for_selector("media-controller")

    assert page.get_by_role("button", name="Download").count() == 0
