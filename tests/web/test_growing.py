"""Pages of videos that are still being made, in a real browser."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.web.browser import Record, shoot, until
from tests.web.conftest import words_of
from tests.web.media_set import growing, master
from tests.web.samples import MEDIA, make_view
from tests.web.site import FixtureSite
from tests.web.test_player import choose, slow_down, start, video, wait_for_video

from vitascope.web.render import render_watch
from vitascope.web.views import EncodingView, Stage, WatchView

pytestmark = [pytest.mark.browser, pytest.mark.media]


def status(**values: Any) -> dict[str, Any]:
    given = {
        "state": "processing",
        "watchable": True,
        "percent": 40,
        "watchable_in_s": None,
        "tasks": [{"name": "360p", "percent": 42.5, "speed": 1.5}],
        "resolutions": [180],
        "message": None,
    }
    return given | values


def view_in_the_making(stage: Stage) -> WatchView:
    encoding = EncodingView(
        percent=3, watchable_in_s=12.0, resolutions=(), making=(("180p", 3), ("360p", 0))
    )
    return replace(
        make_view(), stage=stage, status=f"{MEDIA}/status", encoding=encoding, downloads=()
    )


def show_growing(site: FixtureSite, *, segments: int, rungs: tuple[str, ...]) -> None:
    """Let ``site`` serve the set as it was when so many segments were made."""
    site.media["master.m3u8"] = master(*rungs)
    for name in ("180p", "360p", "audio-en", "audio-fr"):
        text = (site.folder / f"{name}.m3u8").read_text()
        site.media[f"{name}.m3u8"] = growing(text, segments)


def jump(page: Page, second: int) -> None:
    """Go there once the player knows that the film is that long by now."""
    wait_for_video(page, f"v.duration > {second}")
    video(page, f"(v.currentTime = {second})")


def test_a_page_opened_early_becomes_a_player_by_itself(
    site: FixtureSite, page: Page, record: Record
) -> None:
    view = view_in_the_making(Stage.WAITING)
    site.pages["/watch"] = render_watch(words_of(site), replace(view, poster=None))
    site.status = status(watchable=False, watchable_in_s=7.2, resolutions=[], percent=11)
    page.goto(f"{site.url}/watch")
    until(page, "document.querySelector('[data-waiting]').textContent.includes('8')")
    said = page.locator("[data-waiting]").text_content()
    shown = page.locator("[data-progress]").evaluate("element => element.value")
    shoot(page, "waiting")

    site.pages["/watch"] = render_watch(words_of(site), make_view())
    site.status = status(state="ready", resolutions=[360, 180], tasks=[], percent=100)
    page.locator("media-controller .vp-big").click()

    wait_for_video(page, "v.currentTime > 0.5")
    assert (said, shown) == ("Watchable in about 8 s.", 11)
    assert page.locator(".chapters a").count() == 2
    assert record == Record(origins={site.url}, complaints=[])


def test_a_new_quality_joins_while_playing_without_a_break(
    site: FixtureSite, page: Page, record: Record
) -> None:
    show_growing(site, segments=4, rungs=("180p",))
    view = view_in_the_making(Stage.WATCHABLE)
    site.pages["/watch"] = render_watch(words_of(site), view)
    site.status = status()
    start(page, f"{site.url}/watch?t=4")
    # What is there by now lasts until more is known, however long that takes here.
    slow_down(page)
    video(
        page,
        "(window.breaks = [], ['emptied', 'waiting', 'seeking'].forEach(name =>"
        " v.addEventListener(name, () => window.breaks.push(name))))",
    )
    page.get_by_text("360p, 42 %").wait_for()
    shoot(page, "growing")

    show_growing(site, segments=6, rungs=("180p", "360p"))
    site.status = status(resolutions=[360, 180])
    wait_for_video(page, "v.videoRenditions.length === 2")
    site.media.clear()
    wait_for_video(page, "v.buffered.length === 1 && v.buffered.end(0) > 12")
    video(page, "(v.playbackRate = 1)")
    wait_for_video(page, "v.currentTime > 9")

    assert page.evaluate("window.breaks") == []
    assert video(page, "v.paused") is False
    assert record == Record(origins={site.url}, complaints=[])


def test_the_quality_that_joined_can_be_chosen(site: FixtureSite, page: Page) -> None:
    show_growing(site, segments=6, rungs=("180p",))
    view = view_in_the_making(Stage.WATCHABLE)
    site.pages["/watch"] = render_watch(words_of(site), view)
    site.status = status()
    start(page, f"{site.url}/watch")
    site.media.clear()
    site.status = status(resolutions=[360, 180])
    wait_for_video(page, "v.videoRenditions.length === 2")
    video(page, "(v.loop = true)")

    choose(page, "quality", "360p")
    choose(page, "audio", "French")

    wait_for_video(page, "v.videoHeight === 360 && v.currentTime > 4")
    jump(page, 15)
    wait_for_video(page, "v.currentTime > 15.3 && !v.seeking")
    assert video(page, "[...v.audioTracks].map(t => t.enabled)") == [False, True]


def test_the_chosen_audio_track_stays_when_a_quality_joins(
    site: FixtureSite, page: Page
) -> None:
    show_growing(site, segments=4, rungs=("180p",))
    view = view_in_the_making(Stage.WATCHABLE)
    site.pages["/watch"] = render_watch(words_of(site), view)
    site.status = status()
    start(page, f"{site.url}/watch")
    with page.expect_request("**/audio-fr.mp4"):
        choose(page, "audio", "French")
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url.rpartition("/")[2]))

    site.media["master.m3u8"] = master("180p", "360p")
    site.status = status(resolutions=[360, 180])
    wait_for_video(page, "v.videoRenditions.length === 2")
    site.media.clear()
    jump(page, 17)
    wait_for_video(page, "v.currentTime > 17.3 && !v.seeking")

    assert {name for name in heard if name.startswith("audio")} == {
        "audio-fr.m3u8",
        "audio-fr.mp4",
    }


def test_a_file_that_still_grows_starts_at_its_beginning(site: FixtureSite, page: Page) -> None:
    show_growing(site, segments=8, rungs=("180p", "360p"))

    start(page, f"{site.url}/watch")

    # Players step over the first pictures when the sound begins a little later.
    assert video(page, "v.played.start(0)") < 1
    assert page.locator("media-controller").get_attribute("mediastreamtype") == "on-demand"


def test_what_was_made_at_last_appears_when_everything_is_ready(
    site: FixtureSite, page: Page
) -> None:
    early = replace(
        view_in_the_making(Stage.WATCHABLE),
        captions=(),
        chapters=(),
        chapters_src=None,
        storyboard=None,
    )
    site.pages["/watch"] = render_watch(words_of(site), early)
    site.status = status()
    start(page, f"{site.url}/watch")
    page.get_by_text("360p, 42 %").wait_for()

    site.pages["/watch"] = render_watch(words_of(site), make_view())
    site.status = status(state="ready", resolutions=[360, 180], tasks=[], percent=100)
    page.get_by_role("heading", name="Chapters").wait_for()

    assert page.locator("[data-growing]").count() == 0
    assert video(page, "[...v.textTracks].map(t => t.kind).sort()") == [
        "captions",
        "captions",
        "chapters",
        "metadata",
    ]


def test_a_video_that_failed_says_why(site: FixtureSite, page: Page) -> None:
    site.pages["/watch"] = render_watch(words_of(site), view_in_the_making(Stage.WAITING))
    site.status = status(watchable=False, watchable_in_s=7.2, resolutions=[])
    page.goto(f"{site.url}/watch")

    failed = make_view(stage=Stage.FAILED, poster=None, failure="The file ends in the middle.")
    site.pages["/watch"] = render_watch(words_of(site), failed)
    site.status = status(state="failed", watchable=False, resolutions=[])
    page.get_by_text("could not be prepared").wait_for()
    shoot(page, "failed")

    assert page.get_by_text("The file ends in the middle.").is_visible()
