"""What a viewer does in a real browser, with films put in by the documented lines."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.journeys.cinema import Cinema
from tests.journeys.films import ENGLISH_HZ, FILM_S, FRENCH_HZ
from tests.journeys.server import wait_for
from tests.web.browser import Record, shoot, width_in
from tests.web.test_player import choose, point_at_time_line, slow_down, start, video

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]

# Where the sound of the page peaks; the tones of the film are told apart by it.
_LISTEN = """
const context = new AudioContext(), analyser = context.createAnalyser()
analyser.fftSize = 8192
context.createMediaElementSource(v).connect(analyser).connect(context.destination)
window.heard_hz = () => {
  const levels = new Float32Array(analyser.frequencyBinCount)
  analyser.getFloatFrequencyData(levels)
  return levels.indexOf(Math.max(...levels)) * context.sampleRate / analyser.fftSize
}
"""


def wait_for_video(page: Page, condition: str) -> None:
    """As long as a busy machine needs."""
    wait_for(lambda: video(page, condition), condition)


def wait_until_heard(page: Page, pitch_hz: int) -> None:
    wait_for(lambda: abs(page.evaluate("heard_hz()") - pitch_hz) < 20, f"{pitch_hz} Hz sound")


def test_the_film_moves_and_sounds_and_asks_nobody_else(
    cinema: Cinema, page: Page, record: Record
) -> None:
    start(page, cinema.watch_url)

    wait_for_video(page, "v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0")
    wait_for_video(page, "v.getVideoPlaybackQuality().totalVideoFrames > 10")

    assert page.title() == "First light | Vitascope"
    assert record == Record(origins={cinema.url}, complaints=[])


def test_the_film_comes_to_its_end(cinema: Cinema, page: Page) -> None:
    start(page, cinema.watch_url)

    video(page, "v.currentTime = 9")

    wait_for_video(page, "v.ended")
    assert video(page, "Math.round(v.duration)") == FILM_S


def test_every_quality_can_be_chosen_and_is_played(
    cinema: Cinema, page: Page, record: Record
) -> None:
    start(page, cinema.watch_url)
    video(page, "(v.loop = true, v.playbackRate = 2)")

    offered = sorted(video(page, "[...v.videoRenditions].map(r => r.height)"))
    for height in offered:
        choose(page, "quality", f"{height}p")
        wait_for_video(page, f"v.videoHeight === {height}")

    assert offered == [240, 360, 480, 720, 1080]
    assert record == Record(origins={cinema.url}, complaints=[])


def test_the_second_language_is_heard_when_it_is_chosen(
    cinema: Cinema, page: Page, record: Record
) -> None:
    start(page, cinema.watch_url)
    page.evaluate(f"(() => {{ const v = document.querySelector('video'); {_LISTEN} }})()")
    video(page, "v.loop = true")
    wait_until_heard(page, ENGLISH_HZ)

    choose(page, "audio", "French")
    wait_until_heard(page, FRENCH_HZ)
    choose(page, "audio", "English")
    wait_until_heard(page, ENGLISH_HZ)

    assert record == Record(origins={cinema.url}, complaints=[])


def test_the_films_own_subtitles_show(cinema: Cinema, page: Page) -> None:
    start(page, cinema.watch_url)
    slow_down(page)
    shown = (
        "[...v.textTracks].filter(t => t.mode === 'showing').map(t => t.activeCues?.[0]?.text)"
    )

    page.keyboard.press("c")
    wait_for_video(page, f"({shown})[0] === 'First words'")
    page.keyboard.press("5")
    wait_for_video(page, f"({shown})[0] === 'Last words'")
    page.keyboard.press("c")

    assert video(page, shown) == []


def test_seeking_forth_and_back_goes_on_playing(
    cinema: Cinema, page: Page, record: Record
) -> None:
    start(page, cinema.watch_url)
    slow_down(page)

    for second in (9, 1, 6):
        video(page, f"v.currentTime = {second}")
        wait_for_video(page, f"!v.seeking && v.currentTime > {second} + 0.05")
        assert video(page, f"v.currentTime < {second} + 3") is True

    assert record == Record(origins={cinema.url}, complaints=[])


def test_the_chapters_of_the_file_are_listed_and_jump(cinema: Cinema, page: Page) -> None:
    start(page, cinema.watch_url)
    slow_down(page)

    page.get_by_role("link", name="Ending").click()

    wait_for_video(page, "v.currentTime > 5")
    assert page.locator(".chapters bdi").all_text_contents() == ["Opening", "Ending"]


def test_pointing_at_the_time_line_shows_the_picture_there(cinema: Cinema, page: Page) -> None:
    start(page, cinema.watch_url)

    with page.expect_response("**/storyboard.jpg*") as fetched:
        point_at_time_line(page)
    preview = page.locator("media-preview-thumbnail[mediapreviewimage]").first
    preview.wait_for(state="attached")
    picture = preview.locator("img").first
    wait_for(lambda: picture.evaluate("image => image.naturalWidth > 0"), "the picture is in")

    assert (fetched.value.status, fetched.value.headers["content-type"]) == (200, "image/jpeg")


def test_keys_play_pause_jump_mute_and_change_the_speed(cinema: Cinema, page: Page) -> None:
    start(page, cinema.watch_url)

    for key in ("k", "5", "m", ">"):
        page.keyboard.press(key)
    wait_for_video(page, "!v.seeking")
    stood = video(page, "[v.paused, Math.round(v.currentTime), v.muted, v.playbackRate]")
    page.keyboard.press(" ")
    wait_for_video(page, "!v.paused && v.currentTime > 6.2")

    assert stood == [True, 6, True, 1.25]


@pytest.mark.parametrize("path", ["/videos/embed/{short}", "/videos/embed/{uuid}"])
def test_the_embed_page_plays(cinema: Cinema, page: Page, record: Record, path: str) -> None:
    start(page, cinema.url + path.format(short=cinema.short, uuid=cinema.uuid))

    wait_for_video(page, "v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0")

    assert record == Record(origins={cinema.url}, complaints=[])


def test_without_scripts_the_page_shows_a_title_a_poster_and_a_film(
    cinema: Cinema, browser: Browser, record: Record
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    record.watch(page)
    page.goto(cinema.watch_url)
    film = page.locator("noscript video")
    poster = page.locator("noscript video").get_attribute("poster")

    film.evaluate("v => { v.muted = true; v.play() }")
    moves = "v => v.currentTime > 1 && v.webkitAudioDecodedByteCount > 0"
    wait_for(lambda: film.evaluate(moves), "the film moves")
    played = film.evaluate(
        "v => [v.currentSrc, v.videoHeight, v.webkitAudioDecodedByteCount > 0]"
    )

    assert page.locator("h1").text_content() == "First light"
    assert poster == f"/media/{cinema.uuid}/poster.jpg"
    assert played == [f"{cinema.media_url}/download/720p.mp4", 720, True]
    assert record == Record(origins={cinema.url}, complaints=[])
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_can_be_looked_at(
    cinema: Cinema, page: Page, record: Record, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)

    page.goto(cinema.url)
    page.wait_for_load_state("networkidle")
    shoot(page, f"journey-home-{scheme}")
    start(page, cinema.watch_url)
    page.keyboard.press("k")
    page.keyboard.press("c")
    shoot(page, f"journey-watch-{scheme}")
    width = width_in(page, 360)
    shoot(page, f"journey-watch-{scheme}-narrow")

    assert width == 360
    assert record == Record(origins={cinema.url}, complaints=[])
