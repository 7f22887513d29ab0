"""Films in pages of others, and films that came through another API than they are asked for."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Page
from tests.journeys.cinema import Cinema
from tests.journeys.server import PATIENCE_S, wait_for
from tests.journeys.test_browser import wait_for_video
from tests.web.browser import Record, shoot
from tests.web.site import serving
from tests.web.test_embedding import Elsewhere
from tests.web.test_player import start

pytestmark = [pytest.mark.journey, pytest.mark.media]

_PAGE = (
    '<!doctype html><html lang="en"><head><title>A page of somebody else</title>'
    '<link rel="icon" href="data:,"></head><body>{code}</body></html>'
)


@pytest.mark.browser
@pytest.mark.parametrize("through", ["vsrc", "peertube"])
def test_the_embed_code_of_vsrc_plays_in_a_page_of_another_origin(
    cinema: Cinema, page: Page, record: Record, through: str
) -> None:
    media_id = cinema.media_id if through == "vsrc" else f"vod_{cinema.uuid}"
    answer = ask_vsrc(cinema, f"/media/{media_id}/embed")
    with serving(Elsewhere(_PAGE.format(code=answer["data"]["embedCode"]))) as origin:
        start(page, origin)
        wait_for_video(page, "v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0")
        shoot(page, "journey-vsrc")

        assert record == Record(origins={cinema.url, origin}, complaints=[])


@pytest.mark.browser
def test_the_code_that_oembed_answers_plays_in_a_page_of_another_origin(
    cinema: Cinema, page: Page, record: Record
) -> None:
    answer = httpx.get(
        f"{cinema.url}/services/oembed", params={"url": cinema.watch_url}, timeout=PATIENCE_S
    ).json()
    with serving(Elsewhere(_PAGE.format(code=answer["html"]))) as origin:
        page.goto(origin)
        frame = page.frames[1]
        frame.locator("media-controller .vp-big").click()
        moved = "document.querySelector('video').currentTime > 1"
        wait_for(lambda: frame.evaluate(moved), "the frame plays")

        assert frame.url == f"{cinema.url}/videos/embed/{cinema.uuid}"
        assert record == Record(origins={cinema.url, origin}, complaints=[])


@pytest.mark.browser
def test_what_came_through_vsrc_plays_on_its_page(
    cinema: Cinema, page: Page, record: Record
) -> None:
    seen = httpx.get(
        f"{cinema.url}/api/v1/videos/{cinema.vsrc_uuid}", timeout=PATIENCE_S
    ).json()

    start(page, f"{cinema.url}/w/{seen['shortUUID']}")
    wait_for_video(page, "v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0")

    assert (seen["uuid"], seen["name"]) == (cinema.vsrc_uuid, "First light")
    assert record == Record(origins={cinema.url}, complaints=[])


def test_what_came_through_vsrc_is_unlisted_for_peertube(cinema: Cinema) -> None:
    seen = httpx.get(
        f"{cinema.url}/api/v1/videos/{cinema.vsrc_uuid}", timeout=PATIENCE_S
    ).json()
    listed = httpx.get(f"{cinema.url}/api/v1/videos", timeout=PATIENCE_S).json()

    assert seen["privacy"] == {"id": 2, "label": "Unlisted"}
    assert [video["uuid"] for video in listed["data"]] == [cinema.uuid]


def test_a_key_of_vsrc_lists_what_its_user_put_in_through_peertube(cinema: Cinema) -> None:
    listed = ask_vsrc(cinema, "/media")
    alone = ask_vsrc(cinema, f"/media/vod_{cinema.uuid}")

    found = [(item["mediaId"], item["title"]) for item in listed["data"]["media"]]
    assert found == [(cinema.media_id, "First light"), (f"vod_{cinema.uuid}", "First light")]
    assert alone["data"]["encodingStatus"] == "completed"
    assert (alone["data"]["originalWidth"], alone["data"]["originalHeight"]) == (1920, 1080)


def ask_vsrc(cinema: Cinema, path: str) -> dict[str, dict[str, Any]]:
    answer = httpx.get(
        f"{cinema.url}/api/public/v1{path}",
        headers={"Authorization": f"Bearer {cinema.vsrc_key}"},
        timeout=PATIENCE_S,
    )
    answer.raise_for_status()
    found: dict[str, dict[str, object]] = answer.json()
    return found
