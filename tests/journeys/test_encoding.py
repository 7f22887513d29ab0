"""A page that is opened right after the upload, until everything is made."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page
from tests.journeys.films import draw_heavy_film
from tests.journeys.server import PATIENCE_S, Peertube, Server, wait_for
from tests.journeys.test_browser import wait_for_video
from tests.web.browser import Record, shoot
from tests.web.test_player import choose, video

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]

_QUALITIES = "JSON.stringify([...v.videoRenditions].map(r => r.height).sort((a, b) => a - b))"
_HEAVY_S = 20
# An ffmpeg that waits before the first quality, or before the others, while a file is there.
_GATED_FFMPEG = """#!/bin/sh
for word; do
  case "$word" in
    */360p.m3u8) gate=first ;;
    */240p.m3u8) gate=others ;;
  esac
done
while [ -n "$gate" ] && [ -e "{gates}/$gate" ]; do sleep 0.1; done
exec "{ffmpeg}" "$@"
"""


@pytest.fixture
def gates(tmp_path: Path) -> Path:
    """The folder of those files. Both are there."""
    folder = tmp_path / "gates"
    folder.mkdir()
    (folder / "first").touch()
    (folder / "others").touch()
    return folder


@pytest.fixture
def server(tmp_path: Path, tools: Tools, gates: Path) -> Iterator[Server]:
    ffmpeg = tmp_path / "ffmpeg"
    ffmpeg.write_text(_GATED_FFMPEG.format(gates=gates, ffmpeg=tools.ffmpeg))
    ffmpeg.chmod(0o700)
    started = Server(tmp_path / "data", {"VITASCOPE_FFMPEG_PATH": str(ffmpeg)}).start()
    yield started
    started.kill()


def test_a_page_opened_at_once_plays_by_itself_and_gains_qualities_while_it_plays(
    server: Server,
    peertube: Peertube,
    gates: Path,
    tools: Tools,
    tmp_path: Path,
    page: Page,
    record: Record,
) -> None:
    film = draw_heavy_film(tools, tmp_path, duration_s=_HEAVY_S)
    uploaded = peertube.upload(film).json()["video"]
    page.goto(f"{server.url}/w/{uploaded['shortUUID']}")
    page.evaluate("window.same_document = true")
    page.locator("[data-waiting]", has_text="Watchable in about 5 s.").wait_for()
    shoot(page, "journey-waiting")

    (gates / "first").unlink()
    page.locator("media-controller .vp-big").click()
    wait_for_video(page, "v.currentTime > 0.5 && v.webkitAudioDecodedByteCount > 0")
    page.locator("[data-growing]").wait_for()
    shoot(page, "journey-growing")
    status = httpx.get(
        f"{server.url}/media/{uploaded['uuid']}/status", timeout=PATIENCE_S
    ).json()
    qualities = video(page, _QUALITIES)
    (gates / "others").unlink()
    wait_for_video(page, f"{_QUALITIES} === '[240,360,480,720,1080]'")
    video(page, "(v.loop = true, v.currentTime = 1, v.play())")
    choose(page, "quality", "1080p")
    wait_for_video(page, "v.videoHeight === 1080")
    video(page, "(v.loop = false, v.playbackRate = 2)")
    wait_for_video(page, f"v.ended && v.currentTime > {_HEAVY_S - 1}")
    wait_for(lambda: page.locator("[data-growing]").count() == 0, "nothing grows any more")

    assert (status["state"], status["watchable"], status["resolutions"]) == (
        "processing",
        True,
        [360],
    )
    assert qualities == "[360]"
    assert page.evaluate("window.same_document") is True
    assert record == Record(origins={server.url}, complaints=[])
