"""The player of an encrypted stream, which the server has to open first, in a real browser."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route
from tests.web.browser import Record, wait_in
from tests.web.conftest import words_of
from tests.web.media_set import master
from tests.web.samples import make_view
from tests.web.site import FixtureSite
from tests.web.test_player import start, video, wait_for_video

from vitascope.web.render import render_watch

pytestmark = [pytest.mark.browser, pytest.mark.media]

_LIFETIME_S = 14400
_HLS = "application/vnd.apple.mpegurl"
_NAMES = ("180p", "360p", "audio-en", "audio-fr")
_EXPIRED = {"error": "This playback token has expired", "code": "token_expired"}


@dataclass
class Opener:
    """What stands at the gate of a film: it gives tokens, ``1``, ``2`` and so on, and knows
    those that ``are_over``. ``asked`` are the queries it was asked with, and ``refusal`` what
    it says instead.
    """

    folder: Path
    asked: list[str] = field(default_factory=list)
    are_over: set[str] = field(default_factory=set)
    refusal: dict[str, str] | None = None
    given: int = 0

    def watch(self, page: Page) -> None:
        page.route("**/stream/token**", self._gate)
        page.route("**/stream/playlist**", self._playlist)
        page.route("**/media/**", self._media)

    def _gate(self, route: Route) -> None:
        query = urlsplit(route.request.url).query
        self.asked.append(query)
        shown = _value(query, "renew")
        if self.refusal is not None:
            route.fulfill(status=403, json=self.refusal)
        elif shown in self.are_over:
            route.fulfill(status=401, json=_EXPIRED)
        else:
            self.given += not shown
            token = shown or str(self.given)
            route.fulfill(json={"playlist_token": token, "expires_in": _LIFETIME_S})

    def _playlist(self, route: Route) -> None:
        token = _value(urlsplit(route.request.url).query, "token")
        text = master("180p", "360p")
        for name in _NAMES:
            text = text.replace(f"{name}.m3u8", f"/media/1/{name}.m3u8?token={token}")
        route.fulfill(body=text, content_type=_HLS)

    def _media(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        token, name = _value(address.query, "token"), address.path.rpartition("/")[2]
        if token in self.are_over:
            route.fulfill(status=401, json=_EXPIRED)
        elif name.endswith(".m3u8"):
            text = (self.folder / name).read_text().replace(".mp4", f".mp4?token={token}")
            route.fulfill(body=text, content_type=_HLS)
        else:
            route.continue_()


def _value(query: str, name: str) -> str:
    return parse_qs(query).get(name, [""])[0]


@pytest.fixture
def opener(site: FixtureSite, page: Page) -> Iterator[Opener]:
    """The watch page shows a film behind a gate."""
    view = replace(make_view(downloads=()), gate="/stream/token", hls="/stream/playlist")
    site.pages["/watch"] = render_watch(words_of(site), view)
    made = Opener(site.folder)
    made.watch(page)
    yield made
    page.unroute_all(behavior="ignoreErrors")


def test_the_gate_is_asked_when_somebody_plays_and_by_a_tab_once(
    site: FixtureSite, page: Page, opener: Opener, record: Record
) -> None:
    page.goto(f"{site.url}/watch")
    page.wait_for_selector("media-controller")
    with page.expect_request("**/chunk/hls.js"):
        page.locator("media-controller").hover()
    before = list(opener.asked)

    start(page, f"{site.url}/watch")
    start(page, f"{site.url}/watch")

    assert (before, opener.asked, opener.given) == ([], ["", "renew=1"], 1)
    assert record == Record(origins={site.url}, complaints=[])


def test_a_refusal_is_said_in_the_servers_words_and_may_be_tried_again(
    site: FixtureSite, page: Page, opener: Opener
) -> None:
    opener.refusal = {"error": "This video is shown on other sites only", "code": "x"}
    page.goto(f"{site.url}/watch")
    page.locator("media-controller .vp-big").click()
    message = page.get_by_role("alert")
    message.wait_for()
    said = message.locator("p").text_content()

    opener.refusal = None
    message.get_by_role("button").click()

    wait_for_video(page, "v.currentTime > 0.3")
    assert (said, message.is_hidden()) == ("This video is shown on other sites only.", True)


def test_a_session_is_renewed_before_it_is_over(
    site: FixtureSite, page: Page, opener: Opener
) -> None:
    page.clock.install()
    start(page, f"{site.url}/watch")

    page.clock.fast_forward(int(_LIFETIME_S * 1000 * 0.95))

    wait_in(page, lambda: "renew=1" in opener.asked, "the session is renewed")
    assert (opener.asked, opener.given) == (["", "renew=1"], 1)


def test_a_session_that_is_over_gives_way_to_another_without_a_break(
    site: FixtureSite, page: Page, opener: Opener
) -> None:
    start(page, f"{site.url}/watch")
    video(page, "(v.playbackRate = 0.5, window.gone = 0)")
    video(page, "v.addEventListener('emptied', () => window.gone++)")
    buffered = "v.buffered.length && v.buffered.end(v.buffered.length - 1)"

    opener.are_over.add("1")
    # Another quality has to be fetched, however much of this one has come already.
    video(page, "(v.videoRenditions.selectedIndex = 0)")
    wait_in(page, lambda: opener.asked == ["", "renew=1", ""], "the session is begun anew")
    video(page, "(v.currentTime = 15)")

    wait_for_video(page, "v.currentTime > 15.3 && !v.seeking")
    assert opener.asked == ["", "renew=1", ""]
    assert page.evaluate("window.gone") == 0
    assert video(page, buffered) > 15
