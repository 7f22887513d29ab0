"""Our `vsrc-player.js` in pages of others: every option and method, what it tells, its chat."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, Request
from tests.journeys.cinema import Cinema
from tests.journeys.server import PATIENCE_S, wait_for
from tests.journeys.test_browser import wait_for_video
from tests.web.browser import Record, until
from tests.web.site import serving
from tests.web.test_embedding import Elsewhere

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]

_PAGE = """<!doctype html><html lang="en"><head><title>A shop</title>
<link rel="icon" href="data:,"></head><body>
<video id="player" class="video-js" title="Tides"></video>
<div id="chat" style="height: 240px"></div>
<script src="{script}"></script>
<script>
window.log = []
window.player = new VSRCPlayer('#player', {{
  mediaId: '{media}',
  onReady: (one) => log.push(['ready', one === player]),
  onError: (error) => log.push(['error', String(error)]),
  ...{options},
}})
</script></body></html>"""

# What a browser is left with when a proxy lets no socket through.
_WITHOUT_SOCKETS = """
window.WebSocket = class {
  static OPEN = 1
  readyState = 3
  constructor() { setTimeout(() => this.onclose?.()) }
  close() {}
}
"""

_METHODS = """async () => {
  const inner = player.getPlayer(), heard = []
  const hear = function (event) { heard.push([event.type, this === inner]) }
  inner.on(['volumechange', 'pause'], hear)
  inner.one('ratechange', hear)
  const after = (name, deed) =>
    new Promise((done) => { inner.one(name, done); deed() })
  const told = {
    poster: [inner.poster(), inner.poster('data:image/gif;base64,'), inner.poster()],
    duration: Math.round(inner.duration()),
    paused: inner.paused(),
    loop: [inner.loop(), inner.loop(false)],
    src: inner.src() === player.resolvedSrc,
    rates: document.querySelector('media-playback-rate-menu').getAttribute('rates'),
    isInPage: document.body.contains(inner.el()),
  }
  await after('volumechange', () => (told.volume = [inner.volume(0.25), player.volume()]))
  await after('volumechange', () => (told.muted = [inner.muted(), inner.muted(false)]))
  await after('ratechange', () => (told.rate = inner.playbackRate(2)))
  await after('ratechange', () => inner.playbackRate(1))
  await after('seeked', () => inner.currentTime(3))
  told.time = Math.round(player.currentTime())
  inner.off('volumechange')
  await after('pause', () => player.pause())
  await after('volumechange', () => inner.volume(1))
  told.isPlaying = player.isPlaying()
  told.heard = heard
  return told
}"""


@contextmanager
def shop(
    cinema: Cinema, page: Page, options: str = "{}", media: str | None = None
) -> Iterator[str]:
    """Open a page of somebody else with the player in it; gives its origin."""
    script = f"{cinema.url}/dist/vsrc-player.js"
    html = _PAGE.format(script=script, media=media or cinema.media_id, options=options)
    with serving(Elsewhere(html)) as origin:
        page.goto(origin)
        yield origin


def events_of(cinema: Cinema, sessions: list[str]) -> Mapping[str, int]:
    """How many events of a kind the server knows of what this page played."""
    query = {"mediaId": cinema.media_id, "sessionId": sessions[-1]}
    url = f"{cinema.url}/api/analytics/stats"
    answer = httpx.get(url, params=query, timeout=PATIENCE_S)
    counts: dict[str, int] = answer.json()["data"]["eventCounts"]
    return counts


def follow_sockets(page: Page) -> list[str]:
    """The sessions that the page tells of, as it does."""
    sessions: list[str] = []

    def sent(frame: str | bytes) -> None:
        message = json.loads(frame)
        if message["type"] in {"event", "batch"}:
            payload = message["payload"]
            events: list[dict[str, Any]] = payload.get("events", [payload])
            sessions.extend(event["sessionId"] for event in events)

    page.on("websocket", lambda socket: socket.on("framesent", sent))
    return sessions


def test_every_option_and_method_does_what_its_name_says(
    cinema: Cinema, page: Page, record: Record
) -> None:
    sessions = follow_sockets(page)
    options = (
        "{ type: 'vod', vhs: { enableLowInitialPlaylist: true, bandwidth: 5e6,"
        " useBandwidthFromLocalStorage: true, limitRenditionByPlayerDimensions: false },"
        " vjsOptions: { autoplay: 'muted', loop: true, playbackRates: [1, 2], preload: 'auto',"
        " width: 320, poster: 'data:image/png;base64,' } }"
    )
    with shop(cinema, page, options) as origin:
        until(page, "log.length > 0")
        wait_for_video(page, "v.currentTime > 0.5")
        width = page.locator("media-controller").evaluate("element => element.clientWidth")
        told = page.evaluate(_METHODS)
        page.evaluate(f"player.setSource('{cinema.media_url}/master.m3u8')")
        until(page, "player.getPlayer().duration() > 0 && player.getPlayer().readyState() > 0")
        replaced = page.evaluate("[player.resolvedSrc, player.isPlaying()]")
        page.evaluate("player.dispose()")
        wait_for(lambda: sessions, "the player has told something")
        wait_for(lambda: "stop" in events_of(cinema, sessions), "the end is told")

        counts = events_of(cinema, sessions)
        left = page.evaluate("[player.getPlayer(), player.getChat(), player.volume(), log]")

    assert width == 320
    assert told == {
        "poster": ["data:image/png;base64,", *["data:image/gif;base64,"] * 2],
        "duration": 12,
        "paused": False,
        "loop": [True, False],
        "src": True,
        "rates": "1 2",
        "isInPage": True,
        "volume": [0.25, 0.25],
        "muted": [True, False],
        "rate": 2,
        "time": 3,
        "isPlaying": False,
        "heard": [
            ["volumechange", True],
            ["volumechange", True],
            ["ratechange", True],
            ["pause", True],
        ],
    }
    assert replaced == [f"{cinema.media_url}/master.m3u8", False]
    assert left == [None, None, 1, [["ready", True]]]
    assert {"play", "pause", "seek", "quality_change", "stop"} <= set(counts)
    assert record == Record(origins={cinema.url, origin}, complaints=[])


def test_what_happens_is_told_by_requests_where_no_socket_opens(
    cinema: Cinema, page: Page
) -> None:
    page.add_init_script(_WITHOUT_SOCKETS)
    sessions: list[str] = []

    def posted(request: Request) -> None:
        if "/api/analytics/" in request.url:
            told = json.loads(request.post_data or '{"events": []}')
            sessions.extend(event["sessionId"] for event in told.get("events", [told]))

    page.on("request", posted)
    with shop(cinema, page, "{ vjsOptions: { autoplay: true, muted: true } }"):
        until(page, "log.length > 0")
        wait_for_video(page, "v.currentTime > 0.2")
        page.evaluate("player.seek(11)")
        wait_for_video(page, "v.ended")
        wait_for(lambda: sessions, "a request is sent")
        wait_for(lambda: "ended" in events_of(cinema, sessions), "the end is told")

        counts = events_of(cinema, sessions)

    assert {"play", "seek", "ended"} <= set(counts)


def test_two_pages_talk_beside_a_film(
    cinema: Cinema, context: BrowserContext, page: Page
) -> None:
    other = context.new_page()
    options = (
        "{ vjsOptions: { preload: 'none' }, chat: { element: '#chat', username: '%s',"
        " colors: { userMessage: 'rgb(1, 2, 3)' },"
        " onMessage: ({ username, message }) => log.push([username, message]),"
        " onConnect: () => log.push(['connected', true]) } }"
    )
    lines = "[...document.querySelectorAll('#chat p span')].map((line) => line.textContent)"
    with shop(cinema, page, options % "Ada"), shop(cinema, other, options % "Bob"):
        for each in (page, other):
            until(each, "log.some(([what]) => what === 'connected')")
        until(other, f"{lines}.some((line) => line.startsWith('User joined.'))")
        page.locator("#chat input").fill("<b>Hello</b>")
        page.locator("#chat button").click()
        until(other, "log.some(([who, what]) => who === 'Ada' && what === '<b>Hello</b>')")
        other.evaluate("player.getChat().sendMessage('Good evening')")
        until(page, f"{lines}.includes('Good evening')")

        own = page.locator("#chat p[data-kind=own]").first
        colour = own.evaluate("line => getComputedStyle(line).backgroundColor")
        written = page.locator("#chat input").input_value()
        other.evaluate("player.getChat().disconnect()")
        until(page, f"{lines}.some((line) => line.startsWith('User left.'))")
        heard = page.evaluate(f"{lines}.filter((line) => !line.startsWith('User'))")

    assert heard == ["Connected to chat server", "<b>Hello</b>", "Good evening"]
    assert (colour, written) == ("rgb(1, 2, 3)", "")


def test_a_page_of_ours_tells_how_far_somebody_is(cinema: Cinema, page: Page) -> None:
    views = f"{cinema.url}/api/v1/videos/{cinema.uuid}"
    before = httpx.get(views, timeout=PATIENCE_S).json()["views"]

    page.goto(f"{cinema.url}/videos/embed/{cinema.uuid}?autoplay=1&muted=1&playbackRate=2")
    until(page, "document.querySelector('media-controller video')?.ended")

    # Another page may have been closed just now, and have counted as well.
    wait_for(
        lambda: httpx.get(views, timeout=PATIENCE_S).json()["views"] > before,
        "the view is counted",
    )
