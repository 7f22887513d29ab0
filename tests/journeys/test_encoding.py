"""A page that is opened right after the upload, until everything is made."""

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page
from tests.journeys.encoders import encoder_of
from tests.journeys.films import draw_heavy_film
from tests.journeys.server import Peertube, Server, wait_for
from tests.journeys.test_browser import wait_for_video
from tests.web.browser import Record, shoot
from tests.web.test_player import choose, video

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]

_QUALITIES = "JSON.stringify([...v.videoRenditions].map(r => r.height).sort((a, b) => a - b))"
_HEAVY_S = 20


def test_a_page_opened_at_once_plays_by_itself_and_gains_qualities_while_it_plays(
    server: Server, peertube: Peertube, tools: Tools, tmp_path: Path, page: Page, record: Record
) -> None:
    """The encoders are held where a slow machine would let us look."""
    film = draw_heavy_film(tools, tmp_path, duration_s=_HEAVY_S)
    uploaded = peertube.upload(film).json()["video"]
    encoder_of(server.process, "360p.m3u8").suspend()
    page.goto(f"{server.url}/w/{uploaded['shortUUID']}")
    page.evaluate("window.same_document = true")
    waiting = page.locator("[data-waiting]").text_content()
    shoot(page, "journey-waiting")
    encoder_of(server.process, "360p.m3u8").resume()

    page.locator("media-controller .vp-big").click(timeout=120_000)
    wait_for_video(page, "v.currentTime > 0.5 && v.webkitAudioDecodedByteCount > 0")
    ladder = encoder_of(server.process, "240p.m3u8")
    ladder.suspend()
    page.locator("[data-growing]").wait_for()
    shoot(page, "journey-growing")
    status = httpx.get(f"{server.url}/media/{uploaded['uuid']}/status").json()
    qualities = video(page, _QUALITIES)
    ladder.resume()
    wait_for_video(page, f"{_QUALITIES} === '[240,360,480,720,1080]'")
    video(page, "(v.currentTime = 1, v.play())")
    choose(page, "quality", "1080p")
    wait_for_video(page, "v.videoHeight === 1080")
    wait_for_video(page, f"v.ended && v.currentTime > {_HEAVY_S - 1}")
    wait_for(lambda: page.locator("[data-growing]").count() == 0, "nothing grows any more")

    assert waiting == "Watchable in about 5 s."
    assert (status["state"], status["watchable"], status["resolutions"]) == (
        "processing",
        True,
        [360],
    )
    assert qualities == "[360]"
    assert page.evaluate("window.same_document") is True
    assert record == Record(origins={server.url}, complaints=[])
