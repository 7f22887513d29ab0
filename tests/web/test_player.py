"""The player, in a real browser, over a real HLS set."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route
from tests.web.browser import Record, hold, shoot, until, wait_in, width_in
from tests.web.media_set import master
from tests.web.site import FixtureSite

pytestmark = [pytest.mark.browser, pytest.mark.media]

_VIDEO = "document.querySelector('media-controller video')"


def video(page: Page, expression: str) -> Any:
    """``expression`` over the video element ``v``."""
    return page.evaluate(f"(() => {{ const v = {_VIDEO}; return {expression} }})()")


def wait_for_video(page: Page, condition: str) -> None:
    until(page, f"(() => {{ const v = {_VIDEO}; return v && ({condition}) }})()")


def start(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("media-controller .vp-big").click()
    wait_for_video(page, "v.currentTime > 0.3")


def slow_down(page: Page) -> None:
    """From now on a second of the film takes ten, so that there is time to look at it."""
    video(page, "(v.playbackRate = 0.1)")


def spoil_first_segment(
    site: FixtureSite, page: Page, spoil: Callable[[bytes], bytes]
) -> list[str]:
    """Let the first video segment that is asked for arrive spoiled; gives all ranges asked."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        wanted = route.request.headers["range"]
        first, last = (int(text) for text in wanted.removeprefix("bytes=").split("-"))
        is_init_segment = first == 0
        if is_init_segment or asked:
            route.continue_()
        else:
            whole = (site.folder / route.request.url.rpartition("/")[2]).read_bytes()
            headers = {"content-range": f"bytes {first}-{last}/{len(whole)}"}
            body = spoil(whole[first : last + 1])
            route.fulfill(status=206, content_type="video/mp4", headers=headers, body=body)
        if not is_init_segment:
            asked.append(wanted)

    page.route("**/*0p.mp4", answer)
    return asked


def count_sources(page: Page) -> None:
    """Keep in ``window.sources`` how often the video is given a source from now on."""
    page.wait_for_selector("media-controller")
    video(page, "(window.sources = 0, v.addEventListener('loadstart', () => sources++))")


def open_menu(page: Page, menu: str) -> None:
    page.locator("media-settings-menu-button").click()
    page.locator(f".vp-item-{menu}").click()


def choose(page: Page, menu: str, text: str) -> None:
    """Open the settings, then ``menu``, and press the entry ``text``."""
    open_menu(page, menu)
    page.get_by_role("menuitemradio", name=text, exact=True).click()
    page.keyboard.press("Escape")


def test_pressing_play_moves_frames_and_sounds(
    site: FixtureSite, page: Page, record: Record
) -> None:
    page.goto(f"{site.url}/watch")

    page.locator("media-controller .vp-big").click()
    wait_for_video(page, "v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0")
    wait_for_video(page, "v.getVideoPlaybackQuality().totalVideoFrames > 10")

    assert record == Record(origins={site.url}, complaints=[])


def test_pressing_the_poster_before_the_player_came_is_not_lost(
    site: FixtureSite, page: Page, record: Record
) -> None:
    held = hold(page, "**/chunk/player.js")
    page.goto(f"{site.url}/watch")

    page.locator(".stage-play").click()
    wait_in(page, lambda: held, "the player is asked for")
    held[0].continue_()

    wait_for_video(page, "v.currentTime > 0.3")
    assert record == Record(origins={site.url}, complaints=[])


def test_a_press_that_began_on_the_poster_ends_on_the_player(
    site: FixtureSite, page: Page
) -> None:
    held = hold(page, "**/chunk/player.js")
    page.goto(f"{site.url}/watch")
    page.locator(".stage-play").hover()
    page.mouse.down()
    wait_in(page, lambda: held, "the player is asked for")

    held[0].continue_()
    until(page, "!!customElements.get('media-controller')")
    is_untouched = page.locator(".stage-play").is_visible()
    page.mouse.up()

    wait_for_video(page, "v.currentTime > 0.3")
    assert is_untouched is True


@pytest.mark.parametrize(
    ("query", "begin_s"), [("", 0), ("?t=12s", 12)], ids=["from the beginning", "from a time"]
)
def test_a_segment_that_came_broken_does_not_stop_who_pressed_play(
    site: FixtureSite, page: Page, query: str, begin_s: int
) -> None:
    spoil_first_segment(site, page, lambda body: body[:3271] + bytes(len(body) - 3271))
    page.goto(f"{site.url}/watch{query}")
    count_sources(page)

    page.locator("media-controller .vp-big").click()

    wait_for_video(page, f"v.currentTime > {begin_s} + 0.3")
    assert video(page, f"Math.floor(v.played.start(0) - {begin_s})") == 0
    assert page.evaluate("window.sources") == 2


def test_a_segment_that_came_short_is_asked_for_again_before_anything_breaks(
    site: FixtureSite, page: Page
) -> None:
    asked = spoil_first_segment(site, page, lambda body: body[:3271])
    page.goto(f"{site.url}/watch")
    count_sources(page)

    page.locator("media-controller .vp-big").click()

    wait_for_video(page, "v.currentTime > 0.3")
    assert page.evaluate("window.sources") == 1
    assert asked.count(asked[0]) == 2


def test_who_only_reads_loads_no_engine(site: FixtureSite, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))

    page.goto(f"{site.url}/watch")
    page.wait_for_selector("media-controller")
    page.wait_for_load_state("networkidle")

    code_and_media = [name for name in asked if name.endswith((".js", ".m3u8", ".mp4"))]
    assert sorted(code_and_media) == ["player.js", "preload-helper.js", "watch.js"]


def test_a_chosen_quality_is_played(site: FixtureSite, page: Page) -> None:
    start(page, f"{site.url}/watch")
    video(page, "(v.loop = true)")

    choose(page, "quality", "180p")
    wait_for_video(page, "v.videoHeight === 180")
    choose(page, "quality", "360p")
    wait_for_video(page, "v.videoHeight === 360")

    assert video(page, "[...v.videoRenditions].map(r => r.height)") == [180, 360]


def test_an_open_menu_keeps_its_entries_and_learns_of_changes_when_it_closes(
    site: FixtureSite, page: Page
) -> None:
    start(page, f"{site.url}/watch")
    open_menu(page, "quality")
    until(page, "document.activeElement.closest('media-rendition-menu') !== null")
    entry = page.get_by_role("menuitemradio", name="180p", exact=True).element_handle()
    state = "document.querySelector('media-controller').mediaStore.getState()"

    video(page, "(v.videoRenditions.selectedIndex = 0)")
    until(page, f"{state}.mediaRenditionSelected === '0'")
    stayed = entry.evaluate("entry => entry.isConnected && entry.checkVisibility()")
    page.keyboard.press("Escape")

    checked = "document.querySelector('media-rendition-menu').checkedItems.map(i => i.text)"
    until(page, f"{checked}[0] === '180p'")
    assert stayed is True


def test_another_audio_track_is_fetched_and_heard(site: FixtureSite, page: Page) -> None:
    start(page, f"{site.url}/watch")

    with page.expect_request("**/audio-fr.mp4"):
        choose(page, "audio", "French")
    before = video(page, "(v.loop = true, v.webkitAudioDecodedByteCount)")

    wait_for_video(page, f"v.webkitAudioDecodedByteCount > {before}")
    enabled = video(page, "[...v.audioTracks].map(t => [t.label, t.enabled])")
    assert enabled == [["English", False], ["French", True]]


def test_audio_tracks_are_called_as_their_titles_say(site: FixtureSite, page: Page) -> None:
    commentary = 'NAME="Commentary",LANGUAGE="en"'
    playlist = master("180p", "360p").replace('NAME="French",LANGUAGE="fr"', commentary)
    site.media["master.m3u8"] = playlist

    start(page, f"{site.url}/watch")

    labels = video(page, "[...v.audioTracks].map(t => [t.label, t.language])")
    assert labels == [["English", "en"], ["Commentary", "en"]]


def test_captions_show_and_are_remembered(site: FixtureSite, page: Page) -> None:
    start(page, f"{site.url}/watch")
    video(page, "(v.loop = true)")
    showing = "[...v.textTracks].filter(t => t.mode === 'showing').map(t => t.label)"

    choose(page, "captions", "Français")
    wait_for_video(page, "[...v.textTracks].some(t => t.activeCues?.[0]?.text === 'Des mots')")
    until(page, "localStorage.getItem('vitascope.player')?.includes('fr')")
    page.reload()
    page.wait_for_selector("media-controller")

    assert video(page, showing) == ["Français"]


def point_at_time_line(page: Page) -> None:
    """At three quarters of it, once the film's chapters and pictures are known."""
    wait_for_video(
        page,
        "['chapters', 'metadata'].every(kind =>"
        " [...v.textTracks].some(t => t.kind === kind && t.cues?.length))",
    )
    box = page.locator("media-time-range").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)


def test_chapters_and_storyboard_stand_on_the_time_line(site: FixtureSite, page: Page) -> None:
    start(page, f"{site.url}/watch")

    point_at_time_line(page)

    preview = page.locator("media-preview-thumbnail[mediapreviewimage]").first
    preview.wait_for(state="attached")
    chapter = page.locator("media-preview-chapter-display[mediapreviewchapter]").first
    chapter.wait_for(state="attached")
    image = preview.get_attribute("mediapreviewimage") or ""
    assert image.rpartition("/")[2].partition("#")[0] == "storyboard.jpg"
    assert chapter.get_attribute("mediapreviewchapter") == "The rest"
    assert preview.get_attribute("mediapreviewcoords") == "160 0 160 90"


@pytest.mark.parametrize(
    ("keys", "expression", "expected"),
    [
        ("k", "v.paused", True),
        (" ", "v.paused", True),
        ("m", "v.muted", True),
        ("5", "Math.round(v.currentTime)", 10),
        ("5l", "Math.round(v.currentTime)", 20),
        ("5j", "Math.round(v.currentTime)", 0),
        (">>", "v.playbackRate", 1.5),
        ("<", "v.playbackRate", 0.75),
        ("c", "[...v.textTracks].filter(t => t.mode === 'showing').length", 1),
        ("cc", "[...v.textTracks].filter(t => t.mode === 'showing').length", 0),
        ("f", "document.fullscreenElement?.tagName", "MEDIA-CONTROLLER"),
    ],
)
def test_keys_work_anywhere_on_the_page(
    site: FixtureSite, page: Page, keys: str, expression: str, expected: Any
) -> None:
    page.goto(f"{site.url}/watch?t=3")
    page.wait_for_selector("media-controller")
    page.keyboard.press("k")
    wait_for_video(page, "v.currentTime > 3 && v.seekable.length && v.duration > 19")

    for key in "k" + keys if keys in {"5", "5l", "5j"} else keys:
        page.keyboard.press(key)

    wait_for_video(page, f"JSON.stringify({expression}) === '{json.dumps(expected)}'")


def test_arrows_belong_to_the_page_until_the_player_has_focus(
    site: FixtureSite, page: Page
) -> None:
    start(page, f"{site.url}/watch")
    page.locator("h1").click()
    page.evaluate("addEventListener('keydown', ({ key }) => (window.pressed = key))")

    page.keyboard.press("ArrowDown")
    until(page, "window.pressed === 'ArrowDown'")
    untouched = video(page, "v.volume")
    page.locator("media-controller").focus()
    page.keyboard.press("ArrowDown")

    wait_for_video(page, "v.volume.toFixed(2) === '0.95'")
    assert untouched == 1


def test_an_address_may_name_the_time_to_start_at(site: FixtureSite, page: Page) -> None:
    page.goto(f"{site.url}/watch?t=0m12s")

    page.locator("media-controller .vp-big").click()

    wait_for_video(page, "v.currentTime > 12.2")


def test_a_chapter_link_jumps_without_loading_the_page_again(
    site: FixtureSite, page: Page
) -> None:
    start(page, f"{site.url}/watch")
    slow_down(page)
    page.evaluate("window.sameDocument = true")

    page.get_by_role("link", name="The rest").click()

    wait_for_video(page, "v.currentTime > 8")
    assert page.evaluate("window.sameDocument") is True


def test_volume_and_speed_are_remembered(site: FixtureSite, page: Page) -> None:
    start(page, f"{site.url}/watch")
    video(page, "(v.volume = 0.4, v.playbackRate = 1.5)")
    until(page, "localStorage.getItem('vitascope.player')?.includes('1.5')")

    start(page, f"{site.url}/watch")

    assert video(page, "[v.volume, v.playbackRate]") == [0.4, 1.5]


def test_a_browser_that_denies_storage_still_plays(
    site: FixtureSite, context: BrowserContext, page: Page, record: Record
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('denied', 'SecurityError') } })"
    )

    start(page, f"{site.url}/watch")
    page.keyboard.press("m")
    page.keyboard.press("c")

    wait_for_video(page, "v.muted && [...v.textTracks].some(t => t.mode === 'showing')")
    assert record == Record(origins={site.url}, complaints=[])


def test_a_playlist_that_cannot_be_loaded_is_said_and_may_be_tried_again(
    site: FixtureSite, page: Page
) -> None:
    site.media["master.m3u8"] = "not a playlist"
    page.goto(f"{site.url}/watch")
    page.locator("media-controller .vp-big").click()
    message = page.get_by_role("alert")
    message.wait_for()

    del site.media["master.m3u8"]
    message.get_by_role("button").click()

    wait_for_video(page, "v.currentTime > 0.3")
    assert message.is_hidden()


def test_without_scripts_the_browsers_own_player_stands_there(
    site: FixtureSite, context: BrowserContext
) -> None:
    plain = context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]  # it has one
    page = plain.new_page()

    page.goto(f"{site.url}/watch")
    sources = [source.get_attribute("src") for source in page.locator("source").all()]

    assert page.locator("noscript video").is_visible()
    assert [source.rpartition("/")[2] for source in sources if source] == [
        "360p.mp4",
        "master.m3u8",
    ]
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_watch_page_fits_small_and_large_windows(
    site: FixtureSite, page: Page, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    start(page, f"{site.url}/watch")
    page.keyboard.press("k")
    page.keyboard.press("c")
    shoot(page, f"watch-{scheme}")

    width = width_in(page, 390)
    shoot(page, f"watch-{scheme}-narrow")

    assert width == 390
