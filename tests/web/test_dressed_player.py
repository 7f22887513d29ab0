"""The player with the look of a preset, in a real browser."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.web.axe import faults_of
from tests.web.browser import Record, shoot, until, wait_in
from tests.web.conftest import words_of
from tests.web.samples import MEDIA, make_view
from tests.web.site import FixtureSite
from tests.web.test_player import start, video, wait_for_video

from vitascope.core.presets.model import Controls, Corner, Look, Watermark
from vitascope.http.player_pages import Watcher
from vitascope.web.player_look import look_config
from vitascope.web.render import render_watch

pytestmark = [pytest.mark.browser, pytest.mark.media]

_SHOWN = "[...v.textTracks].filter(t => t.mode === 'showing').map(t => t.label)"
_ROOT = "document.querySelector('media-controller')"
_MARK = "document.querySelector('.vp-mark')"
WITHOUT = Controls(
    play=False,
    volume=False,
    quality=False,
    speed=False,
    subtitles=False,
    pip=False,
    fullscreen=False,
)


def dress(
    site: FixtureSite,
    defaults: tuple[bool, bool] = (False, False),
    *,
    logo: str = "",
    **look: Any,
) -> None:
    """Let the watch page have a player that looks like that, and captions (English, French)
    that show by themselves. ``logo`` is a path of the site.
    """
    view = make_view(
        look=look_config(Look(**look), logo),
        watcher=Watcher(name="pupil 7", address="203.0.113.5"),
    )
    captions = tuple(
        replace(caption, is_default=is_default)
        for caption, is_default in zip(view.captions, defaults, strict=True)
    )
    site.pages["/watch"] = render_watch(words_of(site), replace(view, captions=captions))


def open_watch(site: FixtureSite, page: Page, query: str = "") -> None:
    page.goto(f"{site.url}/watch{query}")
    page.wait_for_selector("media-controller")


def visible(page: Page, *selectors: str) -> list[str]:
    """Those of which something is seen."""
    shown = "e => [...document.querySelectorAll(e)].some(each => each.checkVisibility())"
    return [selector for selector in selectors if page.evaluate(shown, f".vp {selector}")]


def test_a_preset_colours_the_player_and_offers_its_speeds(
    site: FixtureSite, page: Page, record: Record
) -> None:
    dress(site, primary_color="#ffcc00", playback_rates=(1.0, 3.0))

    start(page, f"{site.url}/watch")
    for key in (">", ">"):
        page.keyboard.press(key)
    wait_for_video(page, "v.playbackRate === 3")

    bar = "getComputedStyle(document.querySelector('.vp')).getPropertyValue('--vp-accent')"
    rates = "document.querySelector('media-playback-rate-menu').getAttribute('rates')"
    assert (page.evaluate(bar), page.evaluate(rates)) == ("#ffcc00", "1 3")
    assert faults_of(page) == []
    assert record == Record(origins={site.url}, complaints=[])


def test_hidden_controls_are_gone_and_so_are_their_keys(site: FixtureSite, page: Page) -> None:
    dress(site, controls=WITHOUT)
    page.add_init_script("localStorage.setItem('vitascope.player', '{\"rate\": 2}')")
    start(page, f"{site.url}/watch")
    page.evaluate("addEventListener('keydown', ({ key }) => (window.pressed = key))")

    for key in ("k", "m", ">", "c", "f", "j"):
        page.keyboard.press(key)
    until(page, "window.pressed === 'j'")

    state = (
        "[v.paused, v.muted, v.playbackRate, v.textTracks[0].mode, v.disablePictureInPicture]"
    )
    assert video(page, state) == [False, False, 1, "disabled", True]
    assert page.evaluate("document.fullscreenElement") is None
    controls = [
        ".vp-bar media-play-button",
        "media-mute-button",
        "media-volume-range",
        "media-captions-button",
        "media-pip-button",
        "media-fullscreen-button",
        "media-time-range",
    ]
    assert visible(page, *controls) == ["media-time-range"]


def test_what_is_paused_from_outside_can_be_played_again_without_a_button_in_the_bar(
    site: FixtureSite, page: Page
) -> None:
    dress(site, controls=Controls(play=False))
    start(page, f"{site.url}/watch")

    page.locator(".vp").click(position={"x": 200, "y": 60})
    went_on = video(page, "v.paused")
    video(page, "v.pause()")
    page.locator(".vp-big").click()

    wait_for_video(page, "!v.paused")
    assert went_on is False


def test_a_preset_begins_muted_and_over_again_and_the_address_says_otherwise(
    site: FixtureSite, page: Page
) -> None:
    dress(site, muted=True, loop=True, autoplay=True)

    open_watch(site, page)
    wait_for_video(page, "v.currentTime > 0.3")
    wished = video(page, "[v.muted, v.loop, localStorage.getItem('vitascope.player')]")
    open_watch(site, page, "?muted=0&loop=0&autoplay=0")

    assert wished == [True, True, None]
    assert video(page, "[v.muted, v.loop, v.paused]") == [False, False, True]


@pytest.mark.parametrize(("quality", "first"), [("240p", "180p.mp4"), ("720p", "360p.mp4")])
def test_the_first_pictures_come_in_the_quality_of_the_preset(
    site: FixtureSite, page: Page, quality: str, first: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    dress(site, default_quality=quality)

    start(page, f"{site.url}/watch")

    assert next(name for name in asked if name.endswith("0p.mp4")) == first
    assert video(page, "v.videoRenditions.selectedIndex") == -1


@pytest.mark.parametrize(
    ("kept", "language", "defaults", "expected"),
    [
        ("{}", "", (False, True), ["Français"]),
        ("{}", "fr", (True, False), ["Français"]),
        ('{"captions": ""}', "fr", (True, False), []),
        ('{"captions": "en"}', "fr", (False, True), ["English"]),
    ],
    ids=["default", "preset", "viewer wants none", "viewer's own"],
)
def test_captions_show_as_the_viewer_the_preset_or_the_owner_want(
    site: FixtureSite,
    page: Page,
    kept: str,
    language: str,
    defaults: tuple[bool, bool],
    expected: list[str],
) -> None:
    page.add_init_script(f"localStorage.setItem('vitascope.player', '{kept}')")
    dress(site, defaults, default_subtitle_language=language)

    open_watch(site, page)
    wait_for_video(page, "v.textTracks.length > 2")

    assert video(page, _SHOWN) == expected
    assert page.evaluate("localStorage.getItem('vitascope.player')") == kept


def test_a_logo_leads_to_its_site_and_stands_in_its_corner(
    site: FixtureSite, page: Page, record: Record
) -> None:
    dress(
        site,
        logo=f"{MEDIA}/poster.jpg",
        logo_url="https://logos.example/a.png",
        logo_link="https://school.example/start",
        logo_position=Corner.BOTTOM_LEFT,
    )

    start(page, f"{site.url}/watch")
    link = page.get_by_role("link", name="school.example")
    until(page, "document.querySelector('.vp-logo img').naturalWidth > 0")
    box, stage = link.bounding_box(), page.locator(".vp").bounding_box()
    shoot(page, "player-logo")

    told = "e => [e.href, e.rel, e.querySelector('img').referrerPolicy]"
    assert link.evaluate(told) == [
        "https://school.example/start",
        "noopener noreferrer",
        "no-referrer",
    ]
    assert box is not None
    assert stage is not None
    assert (box["x"] - stage["x"], box["y"] > stage["y"] + stage["height"] / 2) == (12, True)
    assert record == Record(origins={site.url}, complaints=[])


def test_a_watermark_says_who_watches_and_moves_and_comes_back(
    site: FixtureSite, page: Page, record: Record
) -> None:
    mark = Watermark(enabled=True, text="{viewer_id} <b> {ip} {time}", move_interval=30)
    dress(site, watermark=mark)
    page.clock.install(time="2026-11-21T09:05:30Z")
    start(page, f"{site.url}/watch")
    place = f"[{_MARK}.style.left, {_MARK}.style.top].join()"
    said, first = page.evaluate(f"{_MARK}.textContent"), page.evaluate(place)

    page.clock.fast_forward(31_000)
    until(page, f"{place} !== '{first}'")
    page.evaluate(f"{_MARK}.remove()")
    until(page, f"{_MARK} !== null")
    page.evaluate(f"{_MARK}.style.display = 'none'")
    until(page, f"getComputedStyle({_MARK}).display !== 'none'")
    page.evaluate(f"{_MARK}.textContent = ''")
    until(page, f"{_MARK}.textContent !== ''")
    page.keyboard.press("f")
    until(page, f"document.fullscreenElement?.contains({_MARK})")

    assert said == "pupil 7 <b> 203.0.113.5 2026-11-21 09:05 UTC"
    style = "(({ opacity, pointerEvents, userSelect }) => [opacity, pointerEvents, userSelect])"
    assert page.evaluate(f"{style}(getComputedStyle({_MARK}))") == ["0.5", "none", "none"]
    assert page.evaluate(f"{_MARK}.ariaHidden") == "true"
    assert record == Record(origins={site.url}, complaints=[])


def test_a_watermark_stays_within_the_picture(site: FixtureSite, page: Page) -> None:
    dress(site, watermark=Watermark(enabled=True, text="{viewer_id} " * 16))
    page.clock.install()
    open_watch(site, page)
    inside = f"""(() => {{
      const mark = {_MARK}.getBoundingClientRect(), whole = {_ROOT}.getBoundingClientRect()
      return mark.width > 0 && mark.left >= whole.left - 1 && mark.right <= whole.right + 1
        && mark.top >= whole.top - 1 && mark.bottom <= whole.bottom + 1
    }})()"""

    found = []
    for _ in range(12):
        page.clock.fast_forward(46_000)
        found.append(page.evaluate(inside))

    assert found == [True] * 12
    wait_in(page, lambda: page.locator(".vp-mark").count() == 1, "there is one watermark")
